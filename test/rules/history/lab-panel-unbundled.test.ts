import rule from "../../../src/rules/history/lab-panel-unbundled.ts";
import { testRule } from "../harness.ts";

const bill = (codes: string, more = {}) =>
  codes.split(" ").map((procedure_code, i) => ({ procedure_code, line_number: String(i + 1), ...more }));
const BASIC = "82310 82374 82435 82565 82947 84132 84295 84520";

testRule(rule, {
  passes: [
    bill("82374 82435 84132"),
    bill("80061 83721"),
    bill("80053 82248"),
    bill("80053 80061 85025 84443"),
    bill("80053 84443 85025", { payer: "Medicare" }),
    bill("82465 83718 84478", { modifier_1: "91" }),
    bill("82465 83718 84478", { modifier_1: "CD" }),
    bill("82465 83718 84478", { frequency: "8" }),
    [...bill("82465 83718"), { procedure_code: "84478", service_from: "2026-03-03" }],
    [...bill("82465 83718"), { procedure_code: "84478", rendering_npi: "2123456784", billing_npi: "" }],
    [...bill("80053"), { procedure_code: "82947", modifier_1: "59" }],
  ],
  finds: [
    { lines: bill("82465 83718 84478"), message: /82465 and 2 more of this day make up panel 80061/, count: 1 },
    { lines: bill(BASIC), message: /make up panel 80048/, count: 1 },
    { lines: bill(`${BASIC} 82040 82247 84075 84155 84450 84460`), message: /panel 80053/, count: 1 },
    { lines: bill("80053 82947"), message: /82947 is already in panel 80053/, count: 1, severity: "warning" },
    { lines: bill("80048 80053"), message: /80048 is already in panel 80053/, count: 1 },
    { lines: bill("80061 82465 83718 84478"), message: /82465 is already/, count: 3 },
    { lines: bill("80053 84443 85025", { payer: "Aetna" }), message: /80050/, count: 1, severity: "info" },
    { lines: [...bill("82465 83718"), { procedure_code: "84478", claim_id: "B" }], count: 1 },
    { lines: bill("86705 86709 86803 87340"), message: /80074/ },
  ],
  skips: [bill("82465 83718 84478", { service_from: "" })],
});

testRule(
  rule,
  { passes: [bill("80053 82947")], finds: [bill("80053 82040"), bill("82465 83718 84478")] },
  { edits: [["80053", "82947", 1]] },
);
