import rule from "../../../src/rules/claim/bundled-status-code.ts";
import { testRule } from "../harness.ts";

const medicare = (procedure_code: string, more = {}) => ({ procedure_code, $payer: "medicare", ...more });

testRule(
  rule,
  {
    passes: [
      ...["20610", "80053", "J1100", "A4253", "94760", "12345"].map((code) => medicare(code)),
      ...["GY", "GX", "GA", "GZ"].map((modifier_1) => medicare("92015", { modifier_1 })),
      medicare("99024", { charge: "0.00" }),
      medicare("99397"),
      medicare("99243"),
      medicare("0001F"),
      { procedure_code: "99080" },
      { procedure_code: "99080", $payer: "medicaid" },
      [medicare("94760"), { procedure_code: "20610", line_number: "2", service_from: "2026-03-03" }],
      [medicare("94760"), { procedure_code: "80053", line_number: "2" }],
    ],
    finds: [
      { lines: [medicare("99080")], message: /^99080 has status B/, severity: "warning" },
      { lines: [medicare("92015")], message: /does not cover/ },
      { lines: [medicare("97014")], message: /wants another code/ },
      {
        lines: [medicare("94760"), { procedure_code: "20610", line_number: "2" }],
        message: /^94760 has status T/,
        count: 1,
      },
    ],
  },
  {
    fees: {
      "20610": {},
      "99213": {},
      "80053": { status: "X" },
      J1100: { status: "E" },
      A4253: { status: "P" },
      "94760": { status: "T" },
      "92015": { status: "N" },
      "97014": { status: "I" },
      "99080": { status: "B" },
      "99024": { status: "B" },
      "99397": { status: "N" },
      "99243": { status: "I" },
      "0001F": { status: "I" },
    },
  },
);
