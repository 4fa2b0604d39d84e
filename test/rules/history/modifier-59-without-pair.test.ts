import { describe, expect, test } from "vitest";
import rule from "../../../src/rules/history/modifier-59-without-pair.ts";
import { runExample, testRule } from "../harness.ts";

type Cells = Record<string, string>;
const UB = { type_of_bill: "0131", revenue_code: "0360" };
const two = (a: string, b: string, first: Cells = {}, second: Cells = {}): Cells[] => [
  { procedure_code: a, ...first },
  { procedure_code: b, line_number: "2", ...second },
];
const D59 = { modifier_1: "59" };

const DATA = {
  practitioner: [
    ["11042", "11720", 1],
    ["17000", "17281", 1, "2000-01-01", "2004-12-31"],
    ["11000", "11010", 9],
    ["13121", "13120", 0],
  ],
  hospital: [["29880", "29870", 1]],
};

testRule(
  rule,
  {
    passes: [
      two("11042", "11720", {}, D59),
      two("11042", "11720", D59),
      two("11042", "11720", { rendering_npi: "2123456784", claim_id: "CLM-2" }, D59),
      two("13121", "13120", {}, D59),
      two("20610", "20610", {}, D59),
      two("29880", "29870", UB, { ...UB, ...D59 }),
      { procedure_code: "99213", modifier_1: "59" },
      { procedure_code: "20610", modifier_1: "76" },
      { procedure_code: "20610", modifier_1: "59", frequency: "8" },
    ],
    finds: [
      {
        lines: [
          { procedure_code: "99406", modifier_1: "25" },
          { procedure_code: "20610", ...D59 },
        ],
        count: 1,
      },
      ...["59", "XE", "XS", "XP", "XU"].map((modifier_1) => ({
        lines: [{ procedure_code: "20610", modifier_1: "RT", modifier_2: modifier_1 }],
        message: new RegExp(`^${modifier_1} on 20610: no other code of 2026-03-02`),
        severity: "warning",
      })),
      { lines: two("17000", "17281", {}, D59), count: 1 },
      { lines: two("11000", "11010", {}, D59), count: 1 },
      { lines: two("11042", "11720", { service_from: "2026-03-01" }, D59), count: 1 },
      { lines: two("29880", "29870", {}, D59), count: 1 },
      { lines: [{ procedure_code: "20610", ...D59, $payer: "commercial" }], severity: "info" },
    ],
  },
  DATA,
);

describe("without the table of the form", () => {
  test.each([
    ["professional", { procedure_code: "20610", ...D59 }, { hospital: DATA.hospital }],
    ["institutional", { procedure_code: "20610", ...D59, ...UB }, { practitioner: DATA.practitioner }],
  ] as const)("%s lines are skipped", async (_, line, data) => {
    const { findings, report } = await runExample(rule, line, data);
    expect(findings).toEqual([]);
    expect(report).toMatchObject({ checked: 0, skipped: { "no data set": 1 } });
  });
});
