import { describe, expect, test } from "vitest";
import mpfs from "../../../src/datasets/mpfs.ts";
import { check } from "../../../src/index.ts";
import { day } from "../../../src/model/dates.ts";
import rule from "../../../src/rules/line/cpt-unknown.ts";
import { exampleCsv, runExample, testRule } from "../harness.ts";

const fees = { "99213": {}, "20610": {}, "80053": { status: "X" } };

testRule(
  rule,
  {
    passes: [
      { procedure_code: "99213" },
      { procedure_code: "80053" },
      // Not in the schedule by nature, or known to other rules: deleted, new, other systems.
      { procedure_code: "0001U" },
      { procedure_code: "99201" },
      { procedure_code: "99470" },
      { procedure_code: "A4253" },
      { procedure_code: "99216", type_of_bill: "0131", revenue_code: "0510" },
    ],
    finds: [
      {
        lines: [{ procedure_code: "99216" }],
        message: /^99216 is not in the fee schedule for 2026-03-02/,
        severity: "warning",
      },
    ],
  },
  { fees },
);

// With the user's own list.
testRule(
  rule,
  {
    passes: [{ procedure_code: "99213" }, { procedure_code: "99216" }, { procedure_code: "0010U" }],
    finds: [
      { lines: [{ procedure_code: "99229" }], message: /your CPT list and the fee schedule/, severity: "error" },
      { lines: [{ procedure_code: "0001U" }], message: /not in your CPT list for/, severity: "error" },
      { lines: [{ procedure_code: "20611", service_from: "2026-01-01" }], count: 1 },
    ],
  },
  { fees, own: ["99216", "0010U", ["20611", "2026-01-02"]] },
);

// The user's own list alone.
testRule(
  rule,
  {
    passes: [{ procedure_code: "99216" }, { procedure_code: "0010U" }],
    finds: [{ lines: [{ procedure_code: "99213" }], message: /^99213 is not in your CPT list for/, severity: "error" }],
  },
  { own: ["99216", "0010U"] },
);

// Another table knows the code.
testRule(
  rule,
  { passes: [{ procedure_code: "99216" }, { procedure_code: "20611" }], finds: [{ procedure_code: "99229" }] },
  { fees, units: { "99216": [1, 2] }, edits: [["20611", "99213", 1]] },
);

describe("not covered is never a pass", () => {
  test("neither a fee schedule nor a list", async () => {
    const { report } = await runExample(rule, { procedure_code: "99216" }, {});
    expect(report).toMatchObject({ checked: 0, skipped: { "no data set": 1 } });
  });

  test("a fee schedule of another quarter", async () => {
    const coverage = [{ from: day("2026-04-01"), to: day("2026-06-30") }];
    const dataSets = new Map([[mpfs.id, { id: mpfs.id, lookup: mpfs.fromExample(fees), coverage }]]);
    const content = exampleCsv([{ procedure_code: "99216" }]);
    const { rules } = await check({ name: "a.csv", content }, { rules: [rule], only: [rule.id], dataSets }).result;
    expect(rules.find(({ id }) => id === rule.id)).toMatchObject({
      checked: 0,
      skipped: { "data set does not cover the date": 1 },
    });
  });
});
