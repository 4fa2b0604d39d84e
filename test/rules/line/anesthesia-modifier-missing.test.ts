import rule from "../../../src/rules/line/anesthesia-modifier-missing.ts";
import { testRule } from "../harness.ts";

const medicare = { $payer: "medicare" };

testRule(rule, {
  passes: [
    ...["AA", "AD", "QK", "QX", "QY", "QZ"].map((modifier) => ({
      ...medicare,
      procedure_code: "00790",
      modifier_1: "P3",
      modifier_3: modifier,
    })),
    { ...medicare, procedure_code: "01953" },
    { ...medicare, procedure_code: "99100" },
    { ...medicare, procedure_code: "10004" },
    { ...medicare, procedure_code: "62320" },
    // modifier-format reports the cell.
    { ...medicare, procedure_code: "00142", modifier_1: "QZ QS" },
    { ...medicare, procedure_code: "00142", revenue_code: "0964", type_of_bill: "851" },
  ],
  finds: [
    { lines: [{ ...medicare, procedure_code: "00100" }], message: /00100 has no/, severity: "error", count: 1 },
    { ...medicare, procedure_code: "01999", modifier_1: "23" },
    { ...medicare, procedure_code: "01967", modifier_1: "GC" },
    { lines: [{ procedure_code: "00142", $payer: "commercial" }], severity: "info" },
    { lines: [{ procedure_code: "00142" }], severity: "info" },
  ],
  skips: [
    { ...medicare, procedure_code: "142" },
    {
      $payer: "medicare",
      $csv: "claim_id,service_from,procedure_code,diagnosis_1,units,charge\nA,2026-03-02,00142,K40.90,35,500.00\n",
    },
  ],
});
