import rule from "../../../src/rules/line/telehealth-pos-modifier.ts";
import { testRule } from "../harness.ts";

const medicare = { $payer: "medicare" };
const commercial = { $payer: "commercial" };

testRule(rule, {
  passes: [
    { ...medicare, place_of_service: "10" },
    { ...medicare, place_of_service: "02", modifier_1: "93" },
    { ...medicare, place_of_service: "11", modifier_1: "95", service_from: "2023-12-31" },
    // The clinician is in the hospital, the patient at home.
    { ...medicare, place_of_service: "22", modifier_1: "95" },
    { ...medicare, procedure_code: "97110", place_of_service: "11", modifier_1: "GP", modifier_2: "95" },
    { ...medicare, procedure_code: "98016", place_of_service: "11" },
    { ...medicare, procedure_code: "98005", place_of_service: "10", modifier_1: "GY" },
    { ...medicare, place_of_service: "11", modifier_1: "FR" },
    { ...commercial, place_of_service: "11", modifier_1: "95" },
    { ...commercial, place_of_service: "10", modifier_1: "GT" },
    { ...commercial, procedure_code: "98012", place_of_service: "10" },
    { ...commercial, procedure_code: "99490", place_of_service: "10" },
    { ...commercial, place_of_service: "10", modifier_1: "9 5" },
    { procedure_code: "98005", place_of_service: "10" },
    { procedure_code: "98012", modifier_1: "93", place_of_service: "02" },
    { procedure_code: "59400", place_of_service: "10" },
    { procedure_code: "99213", place_of_service: "10" },
    { procedure_code: "20610", place_of_service: "11" },
  ],
  finds: [
    {
      lines: [{ ...medicare, procedure_code: "98012", place_of_service: "10" }],
      message: /not taken by Medicare/,
      count: 1,
    },
    {
      lines: [{ ...medicare, place_of_service: "11", modifier_1: "95", service_from: "2024-01-01" }],
      message: /with 95 in place 11: Medicare wants 02 or 10/,
      severity: "warning",
    },
    { ...medicare, place_of_service: "12", modifier_2: "FQ", procedure_code: "90837" },
    { lines: [{ procedure_code: "98005", modifier_1: "93" }], message: /by video; 93 says otherwise/ },
    { lines: [{ procedure_code: "98013", modifier_1: "95" }], message: /by audio; 95/ },
    { lines: [{ procedure_code: "90471", place_of_service: "02" }], message: /present; place 02/ },
    { lines: [{ ...commercial, place_of_service: "10" }], message: /no 95 or 93/, severity: "info" },
  ],
  skips: [{ procedure_code: "" }],
});

// Where Medicare's list is installed, telehealth-code-not-on-list has the last word on what can be done from afar.
testRule(
  { ...rule, id: "telehealth-pos-modifier, with the list" },
  {
    passes: [{ procedure_code: "20610", place_of_service: "10", $payer: "medicare" }],
    finds: [
      { procedure_code: "20610", place_of_service: "10", $payer: "commercial" },
      { procedure_code: "98005", place_of_service: "10", $payer: "medicare" },
    ],
  },
  { list: ["99213"] },
);
