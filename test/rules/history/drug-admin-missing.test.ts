import rule from "../../../src/rules/history/drug-admin-missing.ts";
import { testRule } from "../harness.ts";

const bill = (codes: string, more = {}) =>
  codes.split(" ").map((procedure_code, i) => ({ procedure_code, line_number: String(i + 1), ...more }));

testRule(rule, {
  passes: [
    bill("J1885 96372 99213"),
    bill("J0585 64612"),
    bill("J2778 67028"),
    bill("J9271 96413"),
    bill("J1100 97033"),
    bill("J1885 G0463 G0008"),
    bill("J1885 9637"),
    bill("J7030"),
    bill("J8540"),
    bill("J1885", { place_of_service: "12" }),
    bill("J1885", { modifier_1: "RD" }),
    bill("J1885", { frequency: "8" }),
    [...bill("J1885"), { procedure_code: "96372", claim_id: "B", rendering_npi: "2123456784" }],
    [...bill("J1885"), { procedure_code: "", line_number: "2" }],
  ],
  finds: [
    { lines: bill("J1885"), message: /J1885/, severity: "info", count: 1 },
    { lines: bill("J1885 J3301 99213 80053 3044F"), count: 1 },
    { lines: bill("Q5103 36415") },
  ],
  skips: [bill("J1885", { service_from: "" })],
});
