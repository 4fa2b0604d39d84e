import { expect, test } from "vitest";
import rule from "../../../src/rules/claim/icd10pcs-format.ts";
import { runExample, testRule } from "../harness.ts";

const bill = (procedure: string, other: Record<string, string> = {}) => ({
  type_of_bill: "111",
  inpatient_procedure_1: procedure,
  ...other,
});

testRule(rule, {
  passes: [
    ...["0SRD0J9", "XW033E5", "B2111ZZ", "3e0234z", " 10E0XZZ ", "HZ2ZZZZ"].map((code) => bill(code)),
    bill("81.54", { discharge_date: "2015-09-30" }),
    bill("81.54", { service_from: "" }),
    bill("27447", { type_of_bill: "0131" }),
    bill("27447", { type_of_bill: "", revenue_code: "0360" }),
  ],
  finds: [
    { lines: [bill("0SRD0J")], message: /"0SRD0J"/, count: 1, severity: "error" },
    { lines: [bill("0SRDOJ9")], count: 1 },
    bill("AB12345"),
    bill("27447"),
    bill("81.54", { service_from: "2015-09-30", discharge_date: "2015-10-01" }),
    bill("0SR.D0J9"),
    bill("27447", { type_of_bill: "", revenue_code: "0360", drg: "470" }),
    { lines: [bill("0SRD0J"), bill("0SRD0J", { line_number: "2" })], count: 1 },
  ],
});

test("proposes the digits for I and O", async () => {
  const { findings } = await runExample(rule, bill("OSRDOJ9"), undefined);
  expect(findings[0]?.suggestion).toEqual({ safe: false, replacement: "0SRD0J9" });
});
