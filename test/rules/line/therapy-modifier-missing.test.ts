import rule from "../../../src/rules/line/therapy-modifier-missing.ts";
import { testRule } from "../harness.ts";

const medicare = { $payer: "medicare" };

testRule(rule, {
  passes: [
    { ...medicare, procedure_code: "97140", modifier_1: "59", modifier_2: "GP" },
    { ...medicare, procedure_code: "92507", modifier_1: "GN" },
    { ...medicare, procedure_code: "92526", modifier_1: "GO" },
    { ...medicare, procedure_code: "G0283", modifier_1: "GP" },
    // Sometimes therapy, behaviour analysis, athletic training: no plan of care needed.
    ...["97597", "97129", "97153", "97169", "97545", "92610", "98940", "99213"].map((procedure_code) => ({
      ...medicare,
      procedure_code,
    })),
    { ...medicare, procedure_code: "97110", modifier_1: "GY" },
    { ...medicare, procedure_code: "97110", modifier_1: "GP59" },
    { $payer: "commercial", procedure_code: "97110", taxonomy: "111N00000X" },
    { ...medicare, procedure_code: "97110", revenue_code: "0420", type_of_bill: "111" },
    { ...medicare, procedure_code: "97110", revenue_code: "0421", type_of_bill: "329" },
    { ...medicare, procedure_code: "97161", modifier_1: "GP", modifier_2: "GO" },
  ],
  finds: [
    { lines: [{ ...medicare, procedure_code: "97010" }], message: /GP, GO or GN/, severity: "error", count: 1 },
    { lines: [{ ...medicare, procedure_code: "97799", modifier_1: "KX" }], severity: "error" },
    { lines: [{ ...medicare, procedure_code: "92521" }], message: /modifier \(GN\)/ },
    { lines: [{ ...medicare, procedure_code: "97161", modifier_1: "GO" }], message: /with GP, not GO/, count: 1 },
    { lines: [{ procedure_code: "97161", modifier_1: "GN" }], severity: "error" },
    { lines: [{ $payer: "commercial", procedure_code: "97110" }], severity: "info" },
    { lines: [{ $payer: "medicaid", procedure_code: "97110" }], severity: "warning" },
    { lines: [{ procedure_code: "97110" }], severity: "info" },
    { ...medicare, procedure_code: "97110", taxonomy: "111N00000X" },
    { ...medicare, procedure_code: "97110", revenue_code: "0420", type_of_bill: "131" },
    { ...medicare, procedure_code: "97110", revenue_code: "0420", type_of_bill: "0851" },
  ],
});

testRule(
  { ...rule, id: "therapy-modifier-missing, with CMS's list" },
  {
    passes: [
      { ...medicare, procedure_code: "97110" },
      { ...medicare, procedure_code: "97597" },
      { ...medicare, procedure_code: "97037", modifier_1: "GP" },
      { ...medicare, procedure_code: "99213" },
    ],
    finds: [
      { lines: [{ ...medicare, procedure_code: "97037" }], message: /GP, GO or GN/, severity: "error", count: 1 },
      { lines: [{ ...medicare, procedure_code: "0791T" }], severity: "error" },
      // Without a date no list is of the right year.
      { ...medicare, procedure_code: "97110", service_from: "" },
    ],
  },
  { list: { "97037": "always", "0791T": "always", "97597": "sometimes" } },
);
