import rule from "../../../src/rules/line/prior-auth-missing.ts";
import { testRule } from "../harness.ts";

const list = (...codes: string[]) => ({ $options: JSON.stringify({ codes }), authorization: "" });

testRule(rule, {
  passes: [
    { ...list("70553"), procedure_code: "70552" },
    { ...list("70553"), procedure_code: "70553", place_of_service: "23" },
    { ...list("*"), procedure_code: "70553" },
    { ...list("J9*"), procedure_code: "J1885" },
  ],
  finds: [
    { lines: [{ ...list("e0601", "70553"), procedure_code: "E0601" }], message: /E0601 is on the list/, count: 1 },
    { lines: [{ ...list("7055*"), procedure_code: "70553" }], severity: "warning" },
  ],
  skips: [{ ...list("70553"), procedure_code: "" }],
});
