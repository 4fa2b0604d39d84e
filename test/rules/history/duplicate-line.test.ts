import rule from "../../../src/rules/history/duplicate-line.ts";
import { testRule } from "../harness.ts";

const twice = (first: Record<string, string>, second: Record<string, string> = {}) => [
  { claim_id: "A", ...first },
  { claim_id: "B", ...first, ...second },
];

testRule(rule, {
  passes: [
    twice({}, { patient_id: "P-200" }),
    twice({}, { service_from: "2026-03-03", service_to: "2026-03-03" }),
    twice({ procedure_code: "20610", modifier_1: "RT" }, { modifier_1: "LT" }),
    twice({ procedure_code: "71046" }, { modifier_1: "76" }),
    twice({}, { rendering_npi: "1234567893" }),
    twice({}, { place_of_service: "22" }),
    twice({ procedure_code: "97110" }, { units: "2" }),
    twice({}, { service_to: "2026-03-03" }),
    twice({ procedure_code: "J3490", ndc: "00000000101" }, { ndc: "00000000202" }),
    // A secondary payer gets the same line.
    twice({ payer: "Medicare" }, { payer: "Aetna" }),
    twice({ payer_responsibility: "P" }, { payer_responsibility: "S" }),
    twice({}, { payer_responsibility: "2" }),
    // A replacement or a void repeats what it takes the place of.
    twice({}, { frequency: "7" }),
    twice({}, { frequency: "8" }),
  ],
  finds: [
    { lines: [{}, { line_number: "2" }], message: /^99213 repeats another line of this claim/, count: 1 },
    { lines: twice({}), message: /a line of another claim/, count: 1, severity: "error" },
    {
      lines: [
        { procedure_code: "20610", modifier_1: "RT", modifier_2: "59" },
        { procedure_code: "20610", modifier_1: "59", modifier_2: "RT", line_number: "2" },
      ],
      message: /^20610-59-RT/,
      count: 1,
    },
    { lines: [{}, { line_number: "2" }, { line_number: "3" }], count: 2 },
    twice({ payer: "Aetna" }, { payer: "AETNA " }),
    twice({ payer_responsibility: "Primary" }, { payer_responsibility: "" }),
    twice({}, { service_to: "" }),
    // The charge and the diagnosis do not make it another service.
    twice({}, { charge: "130.00", diagnosis_1: "I10" }),
  ],
  skips: [{ units: "" }, { patient_id: "" }, { service_from: "13/45/2026" }],
});
