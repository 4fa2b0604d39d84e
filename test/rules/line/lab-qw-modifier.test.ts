import rule from "../../../src/rules/line/lab-qw-modifier.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { procedure_code: "87880", modifier_1: "QW", $payer: "medicare" },
    { procedure_code: "81003", modifier_1: "59", modifier_2: "QW", $payer: "medicare" },
    { procedure_code: "81015", $payer: "medicare" },
  ],
  finds: [
    { lines: [{ procedure_code: "82962", modifier_1: "QW", $payer: "medicare" }], severity: "info" },
    { lines: [{ procedure_code: "Q0111", modifier_1: "QW", $payer: "medicare" }], severity: "warning" },
    { lines: [{ procedure_code: "36415", modifier_2: "QW", $payer: "medicaid" }], message: /not a waived test/ },
    { lines: [{ procedure_code: "81015", modifier_1: "QW", $payer: "commercial" }], severity: "info" },
  ],
  skips: [{ procedure_code: "", modifier_1: "QW" }],
});

const office = { place_of_service: "11", $payer: "medicare" };

testRule(
  { ...rule, id: "lab-qw-modifier, with the list of waived tests" },
  {
    passes: [
      { ...office, procedure_code: "87880", modifier_1: "QW" },
      { ...office, procedure_code: "81002", modifier_1: "" },
      { ...office, procedure_code: "80053", modifier_1: "" },
      { ...office, procedure_code: "81015", modifier_1: "QW" },
      { ...office, procedure_code: "87880", modifier_1: "", place_of_service: "81" },
      { ...office, procedure_code: "87880", modifier_1: "", $payer: "commercial" },
      { ...office, procedure_code: "87880", modifier_1: "90" },
      { ...office, procedure_code: "87880", modifier_1: "QW59" },
    ],
    finds: [
      { lines: [{ ...office, procedure_code: "87880", modifier_1: "" }], message: /needs QW/, severity: "info" },
      { lines: [{ ...office, procedure_code: "87880", modifier_1: "59" }], severity: "info", count: 1 },
      { lines: [{ ...office, procedure_code: "82962", modifier_1: "QW" }], message: /waived as it stands/ },
    ],
  },
  { lists: { waived: ["87880QW", "81002", "81015QW"] } },
);

testRule(
  { ...rule, id: "lab-qw-modifier, without it" },
  { passes: [{ ...office, procedure_code: "87880", modifier_1: "" }] },
  {},
);
