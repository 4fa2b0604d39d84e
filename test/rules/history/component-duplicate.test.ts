import rule from "../../../src/rules/history/component-duplicate.ts";
import { testRule } from "../harness.ts";

type Cells = Record<string, string>;
const OTHER = { claim_id: "CLM-2", rendering_npi: "2123456784", billing_npi: "1234567893" };
const two = (a: string, b: string, second: Cells = {}, first: Cells = {}): Cells[] => [
  { procedure_code: a, ...first },
  { procedure_code: b, line_number: "2", ...second },
];
const DATA = { fees: { "71046": { pctc: "1" }, "36415": {} } };

testRule(
  rule,
  {
    passes: [
      two("71046", "71046", { modifier_1: "TC" }, { modifier_1: "26" }),
      two("71046", "71046"),
      two("71046", "71046", { modifier_1: "26", modifier_2: "77", ...OTHER }),
      two("71046", "71046", { modifier_1: "26", place_of_service: "23", ...OTHER }),
      two("71046", "71046", { modifier_1: "26", service_from: "2026-03-03", ...OTHER }),
      two("71046", "71046", { modifier_1: "26", frequency: "8", ...OTHER }),
      two("71046", "71046", { modifier_1: "26", payer: "Medicare", ...OTHER }, { payer: "Aetna" }),
      two("36415", "36415", { modifier_1: "26", ...OTHER }),
      two("93005", "93010"),
      two("93000", "93018"),
      two("71046", "71046", { modifier_1: "26" }, { type_of_bill: "0131", revenue_code: "0320" }),
    ],
    finds: [
      {
        lines: two("71046", "71046", { modifier_1: "26", ...OTHER }),
        message: /^71046-26 on .* part of 71046/,
        count: 1,
      },
      { lines: two("71046", "71046", { modifier_1: "TC" }), count: 1 },
      { lines: two("93000", "93010", OTHER), message: /^93010 on/, count: 1 },
      two("93224", "93227"),
      { lines: [...two("93015", "93016"), { procedure_code: "93018", line_number: "3" }], count: 2 },
    ],
  },
  DATA,
);

// With the NCCI table the pair of one provider is ncci-ptp's, that of two providers is not.
testRule(
  rule,
  { passes: [two("93000", "93010")], finds: [two("93000", "93010", OTHER)] },
  { ...DATA, edits: [["93000", "93010", 1]] },
);
