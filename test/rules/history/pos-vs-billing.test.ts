import rule from "../../../src/rules/history/pos-vs-billing.ts";
import { testRule } from "../harness.ts";

type Cells = Record<string, string>;
const stay = (cells: Cells = {}) => ({
  claim_id: "H",
  type_of_bill: "0111",
  service_from: "2026-03-01",
  service_to: "2026-03-05",
  admission_date: "",
  discharge_date: "",
  ...cells,
});
const visit = (day: string, place = "11", cells: Cells = {}) => ({
  claim_id: "P",
  type_of_bill: "",
  service_from: `2026-03-${day}`,
  place_of_service: place,
  ...cells,
});

testRule(rule, {
  passes: [
    [stay(), visit("01")],
    [stay(), visit("05")],
    [stay(), visit("03", "21")],
    [stay(), visit("03", "81")],
    [stay(), visit("03", "11", { patient_id: "P-2" })],
    [stay({ type_of_bill: "0131" }), visit("03")],
    [stay({ frequency: "8" }), visit("03")],
    // An interim bill: the service dates of the line are within the stay, the stay decides.
    [stay({ admission_date: "2026-03-03", discharge_date: "2026-03-05" }), visit("02")],
    [stay({ service_to: "" }), visit("03")],
    [visit("03")],
  ],
  finds: [
    { lines: [stay({ $payer: "medicare" }), visit("02")], message: /Place of service 11 on 2026-03-02/, count: 1 },
    { lines: [stay(), visit("04", "22")], severity: "info" },
    [stay({ admission_date: "2026-02-20", discharge_date: "2026-03-10" }), visit("08")],
    [visit("03"), stay()],
  ],
});
