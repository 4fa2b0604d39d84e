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

const line = { procedure_code: "E0601", authorization: "", payer: "Acme Health", service_from: "2026-03-02" };

testRule(
  { ...rule, id: "prior-auth-missing, with lists of one's own" },
  {
    passes: [
      { ...line, authorization: "A1" },
      { ...line, place_of_service: "23" },
      { ...line, payer: "Other" },
      { ...line, service_from: "2025-12-31" },
      { ...line, procedure_code: "99397" },
    ],
    finds: [
      {
        lines: [line],
        message: /E0601 is on your list example \(Acme Health\) of services .*, and the line has none: form 3$/,
        severity: "warning",
        count: 1,
      },
      { lines: [{ ...line, procedure_code: "J9271", payer: "" }], message: /authorization, and the line has none/ },
      // Once, where the option and a list name it.
      { lines: [{ ...line, ...list("E0601") }], message: /is on the list/, count: 1 },
    ],
  },
  {
    lists: [
      ["prior-authorization", "Acme Health", "E0601", "", "2026-01-01", "", "form 3"],
      ["prior-authorization", "*", "J9*"],
      ["not-covered", "*", "99397"],
    ],
  },
);
