import rule from "../../../src/rules/line/cpt-leading-zero-lost.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { procedure_code: "0142T" },
    { procedure_code: "450", type_of_bill: "131" },
    { procedure_code: "0450" },
    { procedure_code: "99213" },
    { procedure_code: "" },
  ],
  finds: [
    {
      lines: [{ procedure_code: "142" }],
      message: /always has five characters, never three or four; probably 00142/,
      count: 1,
    },
    { lines: [{ procedure_code: "54T" }], message: /0054T/ },
    { lines: [{ procedure_code: "142.0" }], message: /00142/ },
    { lines: [{ procedure_code: "1402" }], message: /01402/ },
    { procedure_code: "142", type_of_bill: "131", revenue_code: "0370" },
  ],
});
