import rule from "../../../src/rules/line/proc-sex-conflict.ts";
import { testRule } from "../harness.ts";

const on = (sex: string, procedure_code: string) => ({ sex, procedure_code });

testRule(rule, {
  passes: [
    ...["56405", "58999", "59400", "59899", "76801", "76830", "88142", "99459", "G0101", "Q0091"].map((code) =>
      on("F", code),
    ),
    ...["54000", "54150", "55899", "84152", "84154", "G0103"].map((code) => on("M", code)),
    // Neighbours of the ranges, and organs of everybody.
    ...["53899", "55920", "55970", "76856", "76870", "84155", "99213", "76831"].map((code) => on("F", code)),
    ...["55980", "56440x", "60000", "76800", "76856", "53440"].map((code) => on("M", code)),
    { ...on("M", "58150"), modifier_2: "KX" },
    { ...on("M", "58150"), diagnosis_3: "Z87.890" },
    on("X", "58150"),
  ],
  finds: [
    {
      lines: [on("M", "56405")],
      message: /for female patients; the patient's sex is M/,
      severity: "warning",
      count: 1,
    },
    on("M", "59899"),
    on("male", "76801"),
    on("2", "55250"),
    on("F", "G0102"),
    { lines: [on("M", "88175")], message: /usually for female/, severity: "info" },
    { lines: [{ ...on("M", "58150"), diagnosis_1: "Z87.891" }], count: 1 },
  ],
  skips: [on("q", "58150")],
});
