import { describe, expect, test } from "vitest";
import { parseDiagnosis } from "../../src/codes/diagnosis.ts";
import { icdVersionOf, isIcd10On, placedDiagnoses } from "../../src/codes/icd-version.ts";
import { withPlaceholder } from "../../src/codes/icd10cm-placeholder.ts";
import { isInternationalIcd10 } from "../../src/codes/international-icd10.ts";
import { day } from "../../src/model/dates.ts";
import type { DiagnosisCode, TextValue } from "../../src/model/values.ts";

const dx = (text: string): DiagnosisCode => ({ ...parseDiagnosis(text), privacy: "none", blank: false });
const cell = (text: string): TextValue => ({ text, trimmed: text, ok: true, privacy: "none", blank: false });

describe("icdVersionOf", () => {
  test.each([
    ["250.00", undefined, 9],
    ["E11.9", undefined, 10],
    ["V70.0", undefined, 9],
    ["V70.0XXA", undefined, 10],
    ["E880", undefined, undefined],
    ["E880", "9", 9],
    ["E880", "ICD-9-CM", 9],
    ["E880", "0", 10],
    ["E880", "icd10", 10],
    ["E880", "other", undefined],
    // What cannot be ICD-9-CM is not made so by the column beside it.
    ["E11.9", "9", 10],
  ] as const)("%s with version %s is %s", (code, version, expected) => {
    expect(icdVersionOf(dx(code), version === undefined ? undefined : cell(version))).toBe(expected);
  });
});

test("ICD-10-CM is judged from 2015-10-01", () => {
  expect(isIcd10On(dx("E11.9"), day("2015-10-01"))).toBe(true);
  expect(isIcd10On(dx("E11.9"), day("2015-09-30"))).toBe(false);
  expect(isIcd10On(dx("V72.31"), day("2016-03-02"))).toBe(false);
});

test("the line's own diagnosis counts once", () => {
  const line = { diagnoses: [undefined, dx("I10"), dx("xx")], lineDiagnosis: dx("i10") };
  expect(placedDiagnoses(line).map((d) => d.at)).toEqual([["diagnoses", 1]]);
  expect(placedDiagnoses({ ...line, lineDiagnosis: dx("E11.9") }).map((d) => d.at)).toEqual([
    ["diagnoses", 1],
    "lineDiagnosis",
  ]);
});

test.each([
  ["W19A", "W19.XXXA"],
  ["T782A", "T78.2XXA"],
  ["T1501A", "T15.01XA"],
  ["S060XA", undefined],
  ["T45A", undefined],
  ["T451A", "T45.1XXA"],
  ["S3081A", undefined],
  ["W44A", undefined],
  ["C4A", undefined],
  ["M1A0", undefined],
  ["E1132", undefined],
  ["W19XXXA", undefined],
  ["W19X", undefined],
])("withPlaceholder(%s) is %s", (code, expected) => {
  expect(withPlaceholder(code)).toBe(expected);
});

test.each([
  ["I64", true],
  ["A17.0†", true],
  ["J06.9 G", true],
  ["I63.9", false],
  ["E17.9", false],
  ["I10 hypertension", false],
])("isInternationalIcd10(%s) is %s", (code, expected) => {
  expect(isInternationalIcd10(dx(code))).toBe(expected);
});
