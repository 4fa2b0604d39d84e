import { describe, expect, test } from "vitest";
import rule from "../../../src/rules/history/addon-without-primary.ts";
import { runExample, testRule } from "../harness.ts";

type Cells = Record<string, string>;
const OTHER = { claim_id: "CLM-2", rendering_npi: "2123456784", billing_npi: "1234567893" };
const UB = { type_of_bill: "0131", revenue_code: "0450" };
const two = (primary: string, addOn: string, first: Cells = {}, both: Cells = {}): Cells[] => [
  { procedure_code: primary, ...both, ...first },
  { procedure_code: addOn, line_number: "2", ...both },
];

const edits = [
  [1, "11045", "11042"],
  [1, "99292", "99291"],
  [1, "90461", "90460", "2013-04-01", "2025-12-31"],
  [2, "22840", "CCCCC"],
  [3, "64484", "64483"],
  [3, "64484", "CCCCC"],
  [1, "96376", "96374", "2013-04-01", "9999-12-31", "96376 may be reported by facilities only"],
  ...["61304", "61305", "61312", "61313", "61314", "61315"].map((primary) => [1, "69990", primary]),
];

testRule(
  rule,
  {
    passes: [
      two("11042", "11045"),
      two("11042", "11045").reverse(),
      two("11042", "11045", { claim_id: "CLM-2" }),
      two("11042", "11045", { claim_id: "CLM-2", rendering_npi: "2123456784" }),
      two("11042", "11045", { claim_id: "CLM-2", rendering_npi: "", billing_npi: "" }),
      two("99291", "99292", { service_from: "2026-03-01", claim_id: "CLM-2" }),
      // Type 2 and 3: any procedure that is no add-on itself.
      two("22612", "22840"),
      two("64483", "64484"),
      two("62323", "64484"),
      // Ended, another setting, charged at nothing, no add-on.
      { procedure_code: "90461" },
      { procedure_code: "96376" },
      { procedure_code: "11045", charge: "0.00" },
      { procedure_code: "11045", frequency: "8" },
      { procedure_code: "11045", ...UB, type_of_bill: "0111" },
      { procedure_code: "11042" },
    ],
    finds: [
      {
        lines: [{ procedure_code: "11045" }],
        message: /^11045 is an add-on code; no 11042 of/,
        severity: "error",
        count: 1,
      },
      { lines: two("11043", "11045"), severity: "error", count: 1 },
      { lines: two("11042", "11045", OTHER), count: 1 },
      { lines: two("11042", "11045", { service_from: "2026-03-01", claim_id: "CLM-2" }), count: 1 },
      { lines: two("11042", "11045", { frequency: "8", claim_id: "CLM-2" }), count: 1 },
      { lines: two("11042", "11045", { patient_id: "P-200", claim_id: "CLM-2" }), count: 1 },
      { lines: two("11042", "11045", UB), count: 1 },
      { lines: two("99291", "99292", { service_from: "2026-02-28", claim_id: "CLM-2" }), count: 1 },
      { lines: [{ procedure_code: "22840" }], severity: "warning", message: /no primary procedure of/ },
      { lines: two("64484", "22840"), severity: "warning", count: 2 },
      { lines: [{ procedure_code: "64484" }], severity: "warning", message: /no 64483 of/ },
      { lines: [{ procedure_code: "90461", service_from: "2025-12-31" }], count: 1 },
      { lines: [{ procedure_code: "96376", ...UB }], count: 1 },
      { lines: [{ procedure_code: "69990" }], message: /no 61304, 61305, 61312, 61313 and 2 others of/ },
    ],
  },
  { edits },
);

describe("the fee schedule's add-on codes (ZZZ)", () => {
  const data = { edits, fees: { "93325": { global: "ZZZ" }, "93306": {} } };
  test.each([
    ["alone", [{ procedure_code: "93325" }], ["warning"]],
    ["beside any procedure", two("93306", "93325"), []],
  ] as const)("%s", async (_, lines, severities) => {
    const { findings } = await runExample(rule, lines, data);
    expect(findings.map(({ severity }) => severity)).toEqual(severities);
  });

  test("without the add-on table nothing is judged", async () => {
    const { report } = await runExample(rule, { procedure_code: "93325" }, { fees: data.fees });
    expect(report).toMatchObject({ checked: 0, skipped: { "no data set": 1 } });
  });
});
