import rule from "../../../src/rules/line/ambulance-modifier-missing.ts";
import { testRule } from "../harness.ts";

const ride = (procedure_code: string, modifier_1 = "", modifier_2 = "") => ({
  procedure_code,
  modifier_1,
  modifier_2,
  place_of_service: "41",
  $payer: "medicare",
});

testRule(rule, {
  passes: [
    ride("A0425", "HX"),
    ride("A0436", "GY", "IH"),
    // Also a modifier of its own: dialysis facility to physician's office.
    ride("A0428", "GP"),
    ride("A0433", "QL"),
    ride("A0429", "RXX"),
    ride("A0424"),
    ride("A0998"),
    ride("99213"),
    { ...ride("A0425", "RH"), revenue_code: "0540", type_of_bill: "131" },
  ],
  finds: [
    { lines: [ride("A0425")], message: /A0425 has no origin/, severity: "error", count: 1 },
    ride("A0436"),
    { lines: [ride("A0428", "XH")], severity: "error" },
    { lines: [ride("A0428", "QN", "76")], severity: "error" },
    { lines: [{ ...ride("A0429"), $payer: "commercial" }], severity: "warning" },
    { lines: [{ ...ride("A0429"), $payer: "" }], severity: "warning" },
    { ...ride("A0427", "QM"), revenue_code: "0540", type_of_bill: "131" },
  ],
});
