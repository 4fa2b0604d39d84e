import rule from "../../../src/rules/claim/dx-age-conflict.ts";
import { testRule } from "../harness.ts";

const on = "2026-03-02";
const born = (dob: string, diagnosis_1: string) => ({ dob, diagnosis_1, diagnosis_2: "", service_from: on });

testRule(rule, {
  passes: [
    born("2025-03-03", "Z38.00"),
    born("2008-03-03", "Z00.129"),
    born("2011-03-02", "Z00.00"),
    born("2017-03-02", "O80"),
    born("1961-03-03", "O80"),
    born("2006-03-02", "Z68.35"),
    // At 20 the note has said both.
    born("2006-03-02", "Z68.52"),
    born("2024-03-02", "Z68.52"),
    born("1980-04-12", "P07.30"),
    born("1980-04-12", "Q21.0"),
    born("2020-04-12", "H26.9"),
    // Before the birth: date-before-birth.
    born("2026-03-03", "O80"),
    born("1890-01-01", "Z38.00"),
    { ...born("2025-03-01", "Z38.00"), admission_date: "2025-03-01", claim_type: "institutional" },
  ],
  finds: [
    {
      lines: [born("2025-03-02", "Z38.00")],
      message: /^Z38\.00 is for newborns \(age 0\); the patient, born 2025-03-02, is 1$/,
      count: 1,
      severity: "warning",
    },
    { lines: [born("2008-03-02", "Z00.129")], message: /children \(0 to 17\).* is 18$/ },
    born("2011-03-03", "Z00.00"),
    born("2017-03-03", "O80"),
    born("1961-03-02", "O80"),
    born("2006-03-03", "Z68.35"),
    born("2024-03-03", "Z68.52"),
    born("2005-03-02", "Z68.52"),
    born("2020-03-02", "N40.1"),
    // One wrong date of birth, one finding.
    { lines: [{ ...born("2020-03-02", "O80"), diagnosis_2: "Z37.0", diagnosis_3: "Z3A.39" }], count: 1 },
  ],
  skips: [born("", "O80"), { ...born("1980-04-12", "O80"), service_from: "" }],
});
