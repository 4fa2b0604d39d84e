import rule from "../../../src/rules/line/cpt-unlisted-description.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { procedure_code: "64998", line_note: "" },
    { procedure_code: "01999", line_note: "Anesthesia for a procedure without a code" },
  ],
  finds: [
    { lines: [{ procedure_code: "99499", line_note: "" }], count: 1 },
    { procedure_code: "01999", line_note: "" },
  ],
  skips: [{ procedure_code: "64999" }],
});
