import rule from "../../../src/rules/line/dme-modifier-missing.ts";
import { testRule } from "../harness.ts";

const medicare = { $payer: "medicare" };

testRule(rule, {
  passes: [
    ...["NU", "UE", "RR", "NR", "LL", "KR", "MS", "RA", "RB", "GY"].map((modifier) => ({
      procedure_code: "E0601",
      modifier_1: "KX",
      modifier_2: modifier,
      ...medicare,
    })),
    // Oxygen contents, bath seat, cushion cover, repair work, CGM supplies, drug: no purchase or rental.
    ...["E0441", "E0240", "E2619", "K0739", "A4239", "J7613"].map((code) => ({ procedure_code: code, ...medicare })),
    { procedure_code: "E0601", type_of_bill: "321", revenue_code: "0292", ...medicare },
  ],
  finds: [
    { lines: [{ procedure_code: "E0601", ...medicare }], message: /E0601 needs NU/, severity: "error", count: 1 },
    { lines: [{ procedure_code: "K0001", modifier_1: "KX", ...medicare }], severity: "error" },
    { lines: [{ procedure_code: "E1390", $payer: "commercial" }], severity: "info" },
  ],
});
