import rule from "../../../src/rules/value/cpt-category-unknown-range.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { procedure_code: "00100" },
    { procedure_code: "01999" },
    { procedure_code: "69990" },
    { procedure_code: "70010" },
    { procedure_code: "99607" },
  ],
  finds: [
    { lines: [{ procedure_code: "09123" }], count: 1 },
    { procedure_code: "00099" },
    { procedure_code: "69995" },
    { procedure_code: "99608" },
  ],
});
