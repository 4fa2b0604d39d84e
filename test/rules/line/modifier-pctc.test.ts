import rule from "../../../src/rules/line/modifier-pctc.ts";
import { testRule } from "../harness.ts";

const fees = Object.fromEntries("0123456789".split("").map((pctc) => [`7100${pctc}`, { pctc }]));

testRule(
  rule,
  {
    passes: [
      { procedure_code: "71001", modifier_1: "26" },
      { procedure_code: "71001", modifier_1: "TC" },
      { procedure_code: "71006", modifier_1: "26" },
      { procedure_code: "71007", modifier_1: "26" },
      { procedure_code: "71008", modifier_1: "26" },
      { procedure_code: "71009", modifier_1: "TC" },
      { procedure_code: "71000", modifier_1: "59" },
      { procedure_code: "71046", modifier_1: "26" },
      { procedure_code: "99213", modifier_1: "26" },
      { procedure_code: "71000", modifier_1: "TC", type_of_bill: "0131", revenue_code: "0320" },
    ],
    finds: [
      ...["0", "2", "3", "4", "5"].flatMap((i) => [
        { procedure_code: `7100${i}`, modifier_1: "26" },
        { procedure_code: `7100${i}`, modifier_1: "TC" },
      ]),
      { procedure_code: "71006", modifier_1: "TC" },
      { procedure_code: "71008", modifier_1: "TC" },
      {
        lines: [{ procedure_code: "71002", modifier_1: "LT", modifier_2: "26" }],
        message: /^71002-26: PC\/TC indicator 2/,
      },
    ],
    skips: [{ procedure_code: "71000" }],
  },
  { fees },
);
