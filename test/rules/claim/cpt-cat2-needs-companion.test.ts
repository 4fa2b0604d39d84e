import rule from "../../../src/rules/claim/cpt-cat2-needs-companion.ts";
import { testRule } from "../harness.ts";

const pair = (a: string, b: string, more = {}) => [
  { procedure_code: a },
  { procedure_code: b, line_number: "2", ...more },
];

testRule(rule, {
  passes: [
    pair("3074F", "99213"),
    pair("3074F", "9921"),
    pair("3074F", ""),
    { procedure_code: "3074F", payer: "Medicaid" },
    { procedure_code: "G8427" },
  ],
  finds: [
    { lines: pair("3074F", "3078F"), count: 1, severity: "info", message: /3074F/ },
    { lines: pair("3074F", "99213", { claim_id: "B" }), count: 1 },
  ],
  skips: [{ procedure_code: "" }],
});
