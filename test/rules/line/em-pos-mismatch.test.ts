import rule from "../../../src/rules/line/em-pos-mismatch.ts";
import { testRule } from "../harness.ts";

const at = (procedure_code: string, place_of_service: string, more = {}) => ({
  procedure_code,
  place_of_service,
  ...more,
});

testRule(rule, {
  passes: [
    at("99213", "23"),
    at("99213", "20"),
    at("99213", "02"),
    at("99213", "26"),
    at("99213", "28"),
    at("99223", "21"),
    at("99238", "51"),
    at("99285", "10", { modifier_1: "95" }),
    at("99291", "23"),
    at("99292", "41"),
    at("99309", "31"),
    at("99309", "32"),
    at("99349", "12"),
    at("99349", "13"),
    at("99392", "11"),
    at("99254", "22"),
    at("99460", "25"),
    at("99461", "12"),
    at("98006", "10"),
    at("99490", "21"),
    at("20610", "21"),
    at("90834", "21"),
    at("99213", "21", { type_of_bill: "131" }),
  ],
  finds: [
    { lines: [at("99204", "51")], severity: "warning", message: /not normally reported in place of service 51/ },
    { lines: [at("99223", "11")], severity: "warning" },
    { lines: [at("99349", "32")], severity: "warning" },
    { lines: [at("99396", "31")], severity: "warning" },
    { lines: [at("99254", "11")], severity: "warning" },
    { lines: [at("99243", "21")], severity: "warning" },
    { lines: [at("99460", "11")], severity: "warning" },
    { lines: [at("99213", "31")], severity: "info", message: /some payers/ },
    { lines: [at("99285", "22")], severity: "info" },
    { lines: [at("99291", "11")], severity: "info" },
    { lines: [at("99232", "12")], severity: "info" },
    { lines: [at("98006", "11")], severity: "info" },
  ],
  skips: [at("99213", ""), at("99213", "Office")],
});
