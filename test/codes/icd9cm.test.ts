import { describe, expect, it } from "vitest";
import { dottedIcd9, isIcd9DiagnosisShape, isIcd9ProcedureShape } from "../../src/codes/icd9cm.ts";

describe("isIcd9DiagnosisShape", () => {
  it.each([
    "250",
    "250.0",
    "250.00",
    "25000",
    "4019",
    "001",
    "999.9",
    "V70.0",
    "V7231",
    "V91",
    "V01",
    "E849.0",
    "E8490",
  ])("takes %s", (text) => {
    expect(isIcd9DiagnosisShape(text)).toBe(true);
  });
  it.each(["E000", "E030", "E800", "E999"])("takes %s", (text) => {
    expect(isIcd9DiagnosisShape(text)).toBe(true);
  });
  it.each(["E031", "E119", "E799", "E11.9", "E8490.1", "E849.01", "V00", "V92", "000", "000.1"])(
    "refuses %s",
    (text) => {
      expect(isIcd9DiagnosisShape(text)).toBe(false);
    },
  );
  it.each(["99202", "99213", "99499", "992.13", "25", "250.000", "250000", "I10", ""])("refuses %j", (text) => {
    expect(isIcd9DiagnosisShape(text)).toBe(false);
  });
  it.each(["992.1", "9921", "99199", "99500"])("takes %s beside the office visits", (text) => {
    expect(isIcd9DiagnosisShape(text)).toBe(true);
  });
});

describe("isIcd9ProcedureShape", () => {
  it.each(["45.23", "45.2", "00.66"])("takes %s", (text) => {
    expect(isIcd9ProcedureShape(text)).toBe(true);
  });
  it.each(["4523", "45", "145.23", "45.233", "V45.2"])("refuses %s", (text) => {
    expect(isIcd9ProcedureShape(text)).toBe(false);
  });
});

describe("dottedIcd9", () => {
  it.each([
    ["25000", "250.00"],
    ["250", "250"],
    ["V7231", "V72.31"],
    ["E8490", "E849.0"],
    ["E849", "E849"],
  ])("%s is printed %s", (code, printed) => {
    expect(dottedIcd9(code)).toBe(printed);
  });
});
