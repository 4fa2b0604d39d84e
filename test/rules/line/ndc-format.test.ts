import rule from "../../../src/rules/line/ndc-format.ts";
import { testRule } from "../harness.ts";

const drug = (ndc: string, more = {}) => ({ procedure_code: "J9035", ndc, ...more });

testRule(rule, {
  passes: [
    drug(" 50242004062 "),
    drug("N4 50242004062"),
    drug("50242004062", { ndc_unit: "UN1", ndc_quantity: "0.001" }),
    drug("50242004062", { ndc_unit: "F2", ndc_quantity: "" }),
    drug("500242004062", { service_from: "2033-03-07" }),
    { procedure_code: "A4253", ndc: "012345678905", ndc_unit: "UN" },
  ],
  finds: [
    {
      lines: [drug("5024204062")],
      message: /a zero is missing: 05024204062, 50242004062, 50242040602$/,
      severity: "error",
    },
    { lines: [drug("0002-8215-01")], message: /00002821501/, severity: "warning" },
    { lines: [drug("50242-040-62")], message: /50242004062/, severity: "warning" },
    { lines: [drug("60574-4114-1")], message: /60574411401/, severity: "warning" },
    { lines: [drug("50242-0040-62")], message: /without hyphens/, severity: "info", count: 1 },
    { lines: [drug("500242004062")], message: /twelve/ },
    { lines: [drug("500242004062", { service_from: "2033-03-06" })], message: /twelve/ },
    { lines: [drug("502420406")], message: /not eleven digits/ },
    { lines: [drug("AVASTIN")], message: /not eleven digits/ },
    { lines: [drug("00000000000")], message: /zeros/ },
    { lines: [drug("99999999911")], message: /filler/ },
    { lines: [drug("50242004062", { ndc_unit: "EA" })], message: /NDC unit "EA"/, count: 1 },
    { lines: [drug("50242004062", { ndc_quantity: "-1" })], message: /above zero/, count: 1 },
  ],
  skips: [drug(""), drug("50242004062", { service_from: "" })],
});
