import rule from "../../../src/rules/line/modifier-format.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { modifier_1: "P3", procedure_code: "00142" },
    { modifier_1: "1P" },
    { modifier_1: "'25" },
    // Two characters; that there is no such modifier is another rule's business.
    { modifier_1: "ZZ" },
    { modifier_1: "NULL", modifier_2: "" },
    { modifier_1: "2-Jan" },
    { modifier_1: "50.0" },
    { modifier_1: "25", modifier_5: "" },
  ],
  finds: [
    { lines: [{ modifier_1: "5" }], message: /"5" is not two/, count: 1, severity: "error" },
    { lines: [{ modifier_1: "25", modifier_2: "LTT" }], message: /LTT/, count: 1 },
    { lines: [{ modifier_1: "2559" }], message: /holds 25 and 59/, count: 1, severity: "error" },
    { lines: [{ modifier_1: "25, 59" }], message: /holds 25 and 59/ },
    { lines: [{ modifier_1: "25-59-RT" }], message: /holds 25 and 59 and RT/ },
    { lines: [{ modifier_1: "ZQZQ" }], message: /is not two/ },
    { lines: [{ modifier_1: "L-" }], message: /is not two/ },
    {
      lines: [{ modifier_1: "", modifier_2: "25" }],
      message: /column 2 while column 1/,
      severity: "warning",
      count: 1,
    },
    { lines: [{ modifier_2: "25", modifier_3: "59" }], count: 1 },
    { lines: [{ modifier_1: "25", modifier_3: "59" }], message: /column 3 while column 2/, count: 1 },
    {
      lines: [{ modifier_1: "25", modifier_2: "59", modifier_3: "RT", modifier_4: "KX", modifier_5: "GA" }],
      message: /number 5/,
      severity: "warning",
      count: 1,
    },
  ],
});
