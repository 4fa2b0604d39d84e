import rule from "../../../src/rules/history/lab-drug-test-counts.ts";
import { testRule } from "../harness.ts";

const bill = (codes: string, more = {}) =>
  codes.split(" ").map((procedure_code, i) => ({ procedure_code, line_number: String(i + 1), ...more }));

testRule(rule, {
  passes: [
    bill("80305"),
    bill("80305 80305"),
    bill("80307 G0480", { payer: "Medicare" }),
    bill("80320 80346 80359"),
    bill("80307 80320 80346", { payer: "Aetna" }),
    bill("80307 80299", { payer: "Medicare" }),
    [...bill("80305"), { procedure_code: "80307", service_from: "2026-03-03" }],
    [...bill("80305"), { procedure_code: "80307", rendering_npi: "2123456784", billing_npi: "" }],
    bill("80305 80307", { frequency: "8" }),
  ],
  finds: [
    { lines: bill("80305 80307"), message: /80305, 80307: one presumptive/, severity: "warning", count: 1 },
    { lines: bill("80307", { units: "2" }), message: /80307 ×2/, count: 1 },
    { lines: bill("G0480 G0659"), message: /one definitive/, count: 1 },
    { lines: bill("80320 80324 G0481", { payer: "Medicare" }), message: /80320: Medicare takes G0480/, count: 1 },
    { lines: bill("80305 80306 80307"), count: 1 },
  ],
  skips: [bill("80305 80307", { units: "" })],
});

testRule(
  rule,
  { passes: [bill("80305 80307")], finds: [bill("80305 80306"), bill("80307", { units: "2" })] },
  { edits: [["80307", "80305", 0]] },
);
