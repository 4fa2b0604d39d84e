import { icdVersionOf, type PlacedDiagnosis, placedDiagnoses } from "../../codes/icd-version.ts";
import { ICD10CM_FIRST_DAY } from "../../codes/icd10cm-categories.ts";
import { claimRule, type LineView } from "../../contract/rule.ts";

type Line = LineView<"diagnoses", "lineDiagnosis" | "diagnosisVersion" | "serviceFrom">;

interface Placed extends PlacedDiagnosis {
  readonly line: Line;
}

/**
 * The first code of a version that is right for its own line's date, or whose line has no readable date. A code that
 * is wrong for its date is a finding of icd9-after-cutover or icd10-before-cutover already.
 */
function first(lines: readonly Line[], version: 9 | 10): Placed | undefined {
  for (const line of lines) {
    const on = line.serviceFrom?.days;
    if (on !== undefined && on < ICD10CM_FIRST_DAY !== (version === 9)) continue;
    const placed = placedDiagnoses(line).find((d) => icdVersionOf(d.diagnosis, line.diagnosisVersion) === version);
    if (placed !== undefined) return { ...placed, line };
  }
  return undefined;
}

export default claimRule({
  id: "icd-version-mixed",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "One claim carries ICD-9-CM and ICD-10-CM diagnoses",
  why: "A claim names one version of the code set for all its diagnoses; a mixed one is rejected.",
  fix: "Split the claim at 2015-10-01, or correct the diagnoses of the wrong version.",
  repair: "never",
  sources: ["ASC X12N 837P (005010X222A1), 2300 HI01-1: ABK/ABF or BK/BF", "CMS, MLN Matters SE1408"],
  denial: { carc: ["CO-16"], rarc: ["M76"] },

  needs: ["diagnoses"],
  reads: ["lineDiagnosis", "diagnosisVersion", "serviceFrom"],
  message: "The claim mixes ICD-9-CM ({old}) and ICD-10-CM ({current})",

  check(claim, { report }) {
    const old = first(claim.lines, 9);
    const current = first(claim.lines, 10);
    if (old === undefined || current === undefined) return;
    report(
      old.line,
      old.at,
      { old: old.diagnosis.text, current: current.diagnosis.dotted },
      { related: [{ line: current.line, at: current.at, label: "ICD-10-CM" }] },
    );
  },

  examples: {
    passes: [
      { diagnosis_1: "E11.9", diagnosis_2: "Z00.00" },
      { diagnosis_1: "401.9", diagnosis_2: "V70.0", service_from: "2014-03-02" },
      { diagnosis_1: "401.9", diagnosis_2: "E11.9" },
      [
        { claim_id: "A", diagnosis_1: "401.9", diagnosis_2: "", service_from: "2015-09-30" },
        { claim_id: "B", diagnosis_1: "I10", diagnosis_2: "", service_from: "2015-10-01" },
      ],
    ],
    finds: [
      [
        { diagnosis_1: "401.9", diagnosis_2: "", service_from: "2015-09-30" },
        { diagnosis_1: "I10", diagnosis_2: "", service_from: "2015-10-01", line_number: "2" },
      ],
      { diagnosis_1: "401.9", diagnosis_2: "E11.9", service_from: "" },
    ],
  },
  notes:
    "Where the date of service tells which of the two codes is wrong, icd9-after-cutover or icd10-before-cutover says so " +
    "and this rule is silent.",
});
