import rule from "../../../src/rules/value/npi-format.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { rendering_npi: "1245319599" },
    { rendering_npi: " 1245319599 " },
    { rendering_npi: "1234567890" },
    { ordering_npi: "2123456784" },
    { supervising_npi: "NULL" },
    { facility_npi: "1.24532E+09" },
  ],
  finds: [
    { lines: [{ rendering_npi: "124531959" }], message: /ten digits/, count: 1 },
    { rendering_npi: "12453195991" },
    { billing_npi: "0245319599" },
    { billing_npi: "3245319599" },
    { ordering_npi: "A12345" },
    { facility_npi: "9990000000" },
  ],
});
