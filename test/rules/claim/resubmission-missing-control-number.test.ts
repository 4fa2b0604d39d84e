import rule from "../../../src/rules/claim/resubmission-missing-control-number.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { frequency: "7", payer_control_number: "2026123456789" },
    { frequency: "1", payer_control_number: "" },
    { frequency: "6", payer_control_number: "" },
    { frequency: "17", payer_control_number: "" },
    { type_of_bill: "0137", payer_control_number: "ABC123" },
    { type_of_bill: "0171", payer_control_number: "" },
    [
      { frequency: "8", payer_control_number: "" },
      { line_number: "2", frequency: "8", payer_control_number: "ABC123" },
    ],
  ],
  finds: [
    { lines: [{ frequency: "7", payer_control_number: "" }], message: /Frequency 7 \(replacement\)/, count: 1 },
    { lines: [{ frequency: "8 - Void", payer_control_number: "N/A" }], message: /void/ },
    { frequency: "07", payer_control_number: "000" },
    { type_of_bill: "138", payer_control_number: "" },
    {
      lines: [
        { frequency: "7", payer_control_number: "" },
        { line_number: "2", frequency: "7", payer_control_number: "" },
      ],
      count: 1,
    },
  ],
  skips: [{ frequency: "7" }],
});
