import rule from "../../../src/rules/line/anesthesia-time.ts";
import { testRule } from "../harness.ts";

const medicare = { $payer: "medicare", procedure_code: "00142" };

testRule(rule, {
  passes: [
    { ...medicare, units: "1440", unit_type: "mj" },
    { ...medicare, units: "2000", unit_type: "MJ", service_from: "2026-03-02", service_to: "2026-03-03" },
    { ...medicare, units: "1", minutes: "12" },
    { ...medicare, units: "4" },
    { ...medicare, units: "35", unit_type: "F2" },
    { ...medicare, units: "0", unit_type: "MJ" },
    { ...medicare, units: "3", unit_type: "UN", $payer: "" },
    { ...medicare, units: "1", $payer: "commercial" },
    { ...medicare, units: "35", unit_type: "MJ", minutes: "0" },
    { $payer: "medicare", procedure_code: "99213", units: "1", unit_type: "UN" },
    { $payer: "medicare", procedure_code: "99100", units: "1", unit_type: "UN" },
    { $payer: "medicare", procedure_code: "01953", units: "1", unit_type: "UN" },
  ],
  finds: [
    { lines: [{ ...medicare, units: "1441", unit_type: "MJ" }], message: /1441 minutes/, severity: "error", count: 1 },
    { lines: [{ ...medicare, units: "2", minutes: "1500" }], message: /1500 minutes/ },
    { lines: [{ ...medicare, units: "3", minutes: "0" }], message: /no minutes/, count: 1 },
    { lines: [{ ...medicare, units: "3", unit_type: "UN" }], message: /Medicare wants minutes \(MJ\)$/ },
    { lines: [{ ...medicare, units: "1" }], message: /1 unit and no minutes.* minute$/ },
    { procedure_code: "00142", units: "3", minutes: "0", $payer: "commercial" },
  ],
  skips: [{ ...medicare, service_from: "x" }],
});
