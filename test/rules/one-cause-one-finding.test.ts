import { expect, test } from "vitest";
import { parseDiagnosis } from "../../src/codes/diagnosis.ts";
import { parseProcedure } from "../../src/codes/procedure.ts";
import { check, type Finding } from "../../src/index.ts";
import type { CodeSystem, DiagnosisProblem, ProcedureProblem } from "../../src/model/values.ts";
import { exampleCsv } from "./harness.ts";

type Row = readonly [cell: string, rule: string, other?: Readonly<Record<string, string>>];

/** The type makes the compiler ask for a row when a parser learns a new problem. */
const PROCEDURES: Readonly<Record<Exclude<ProcedureProblem, "other-system">, readonly Row[]>> = {
  "leading-zero-lost": [
    ["142", "cpt-leading-zero-lost"],
    ["54T", "cpt-leading-zero-lost"],
    ["142.0", "cpt-leading-zero-lost"],
    ["450", "cpt-leading-zero-lost"],
    ["450", "code-revenue-in-procedure", { type_of_bill: "131" }],
    ["470", "cpt-leading-zero-lost", { type_of_bill: "131", revenue_code: "0360" }],
    ["470", "code-drg-in-procedure", { type_of_bill: "111", revenue_code: "0360" }],
  ],
  "unknown-range": [["09123", "cpt-category-unknown-range"]],
  "cpt-format": [
    ["992133", "cpt-format"],
    ["5115", "cpt-format"],
  ],
  "hcpcs-format": [
    ["J110", "hcpcs-format"],
    ["W1234", "hcpcs-format"],
    ["VISIT", "hcpcs-format"],
  ],
  multiple: [["99213;36415", "code-multiple-in-cell"]],
  "embedded-modifier": [
    ["99213-25", "code-embedded-modifier"],
    ["20610RT", "code-embedded-modifier"],
    [" 99213-25 ", "code-embedded-modifier"],
  ],
  "decimal-artifact": [["99213.0", "code-decimal-artifact"]],
  "lookalike-character": [
    ["992I3", "code-lookalike-character"],
    ["9921o", "code-lookalike-character"],
  ],
  "scientific-notation": [["9.92E+04", "file-scientific-notation"]],
  "date-mangled": [["1-Feb", "file-date-mangled-code"]],
};

const OTHER_IN_PROCEDURE: Readonly<Partial<Record<CodeSystem, readonly Row[]>>> = {
  "ICD-10-CM": [["E11.9", "code-system-swapped"]],
  "ICD-9-CM": [["250.00", "code-system-swapped"]],
  "ICD-11": [["5A11", "code-system-swapped"]],
  "ICD-10-PCS": [["0SRD0J9", "code-icd-procedure-professional"]],
  "ICD-9-CM procedure": [["45.23", "code-icd-procedure-professional"]],
  "revenue code": [
    ["0450", "code-revenue-in-procedure"],
    ["0450", "code-revenue-in-procedure", { type_of_bill: "131" }],
  ],
  "MS-DRG": [["007", "code-drg-in-procedure"]],
  NDC: [["50242-040-62", "code-ndc-in-procedure"]],
  "SNOMED CT": [["430193006", "code-snomed"]],
  "foreign procedure": [["NFKA007", "code-foreign-procedure-system"]],
};

const DIAGNOSES: Readonly<Record<Exclude<DiagnosisProblem, "other-system">, readonly Row[]>> = {
  format: [
    ["E11.9.1", "icd10-format"],
    ["I10 hypertension", "icd10-format"],
    ["A17.0†", "icd10-international-variant"],
  ],
  "unknown-category": [
    ["E17.9", "icd10-category-unknown"],
    ["I64", "icd10-international-variant"],
  ],
  multiple: [["E11.9;I10", "code-multiple-in-cell"]],
  "decimal-artifact": [["99213.0", "code-decimal-artifact"]],
  "scientific-notation": [["1.00E+11", "file-scientific-notation"]],
  "date-mangled": [["10-Jan", "file-date-mangled-code"]],
};

const OTHER_IN_DIAGNOSIS: Readonly<Partial<Record<CodeSystem, readonly Row[]>>> = {
  CPT: [
    ["99213", "code-system-swapped"],
    ["25000", "code-system-swapped"],
    ["3044F", "code-system-swapped"],
  ],
  HCPCS: [["G2211", "code-system-swapped"]],
  "ICD-9-CM procedure": [["45.23", "code-system-swapped"]],
  "ICD-10-PCS": [["0SRD0JZ", "code-system-swapped"]],
  "ICD-11": [["5A11", "icd11-code"]],
  NDC: [["50242-040-62", "code-system-swapped"]],
  "SNOMED CT": [["44054006", "code-snomed"]],
};

/** Diagnoses without a problem of shape that cannot stand on the line all the same. */
const WRONG_DIAGNOSES: readonly Row[] = [
  ["250.00", "icd9-after-cutover"],
  ["V72.31", "icd9-after-cutover"],
  ["E11", "icd10-not-billable"],
  ["S72", "icd10-not-billable"],
  ["S93.401", "icd10-seventh-character"],
  ["S93.401B", "icd10-seventh-character"],
  ["T07A", "icd10-placeholder-x"],
  ["I10", "icd10-before-cutover", { service_from: "2014-03-02" }],
  ["E11", "icd10-before-cutover", { service_from: "2014-03-02" }],
  ["S93.401", "icd10-before-cutover", { service_from: "2014-03-02" }],
];

async function findingsOn(field: string, cells: Readonly<Record<string, string>>): Promise<Finding[]> {
  const found: Finding[] = [];
  const content = exampleCsv([cells]);
  for await (const finding of check({ name: "cause.csv", content }, { asOf: "2026-11-22", values: "all" }))
    if (finding.field === field && finding.severity !== "info") found.push(finding);
  return found;
}

const rows = (table: Readonly<Partial<Record<string, readonly Row[]>>>) =>
  Object.entries(table).flatMap(([cause, list = []]) =>
    list.map(([text, rule, other = {}]) => ({ cause, text, rule, other })),
  );

test.each(rows(PROCEDURES))("procedure, $cause: $text → $rule", async ({ cause, text, rule, other }) => {
  expect(parseProcedure(text).problem).toBe(cause);
  const found = await findingsOn("procedure_code", { procedure_code: text, ...other });
  expect(found.map((f) => f.rule)).toEqual([rule]);
});

test.each(rows(OTHER_IN_PROCEDURE))("procedure, $cause: $text → $rule", async ({ cause, text, rule, other }) => {
  expect(parseProcedure(text)).toMatchObject({ problem: "other-system", system: cause });
  const found = await findingsOn("procedure_code", { procedure_code: text, ...other });
  expect(found.map((f) => f.rule)).toEqual([rule]);
});

test.each(rows(DIAGNOSES))("diagnosis, $cause: $text → $rule", async ({ cause, text, rule, other }) => {
  expect(parseDiagnosis(text).problem).toBe(cause);
  const found = await findingsOn("diagnosis_1", { diagnosis_1: text, diagnosis_2: "", ...other });
  expect(found.map((f) => f.rule)).toEqual([rule]);
});

test.each(rows(OTHER_IN_DIAGNOSIS))("diagnosis, $cause: $text → $rule", async ({ cause, text, rule, other }) => {
  expect(parseDiagnosis(text)).toMatchObject({ problem: "other-system", system: cause });
  const found = await findingsOn("diagnosis_1", { diagnosis_1: text, diagnosis_2: "", ...other });
  expect(found.map((f) => f.rule)).toEqual([rule]);
});

test.each(rows({ "well formed": WRONG_DIAGNOSES }))(
  "diagnosis, $cause: $text → $rule",
  async ({ text, rule, other }) => {
    expect(parseDiagnosis(text).problem).toBeUndefined();
    const found = await findingsOn("diagnosis_1", { diagnosis_1: text, diagnosis_2: "", ...other });
    expect(found.map((f) => f.rule)).toEqual([rule]);
  },
);
