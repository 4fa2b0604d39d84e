import rule from "../../../src/rules/line/dme-pos.ts";
import { testRule } from "../harness.ts";

const item = (procedure_code: string, place_of_service: string, $payer = "medicare") => ({
  procedure_code,
  place_of_service,
  $payer,
});

testRule(rule, {
  passes: [
    ...["01", "04", "11", "12", "13", "31", "32", "33", "99"].map((place) => item("E0260", place)),
    item("E0260", "21", "commercial"),
    item("E0260", "21", "medicaid"),
    item("E0749", "22"),
    item("L1832", "22"),
    item("A4253", "22"),
    item("K1005", "22"),
    { ...item("E0260", "21"), revenue_code: "0270", type_of_bill: "131" },
  ],
  finds: [
    { lines: [item("E0260", "21")], message: /in place 21 \(inpatient hospital\)/, severity: "warning", count: 1 },
    ...["19", "22", "23", "24", "41", "61"].map((place) => item("K0856", place)),
    { lines: [item("E0260", "21", "")], severity: "info" },
  ],
  skips: [item("E0260", "")],
});
