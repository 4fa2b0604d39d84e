import rule from "../../../src/rules/value/taxonomy-format.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { taxonomy: " 207Q00000X " },
    { taxonomy: "207q00000x" },
    { taxonomy: "1041C0700X" },
    { taxonomy: "C5" },
    { taxonomy: "316" },
    { taxonomy: "Cardiology" },
    { taxonomy: "08 Family" },
  ],
  finds: [
    { lines: [{ taxonomy: "207Q00000" }], message: /207Q00000/ },
    { taxonomy: "207Q00000Y" },
    { taxonomy: "207Q00000XX" },
    { taxonomy: "122300000" },
  ],
});
