import rule from "../../../src/rules/value/npi-luhn.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { rendering_npi: "1245319599" },
    { billing_npi: "1003000126.0" },
    // All ten last digits of one number: only one holds.
    { referring_npi: "1234567893" },
    { facility_npi: "2000000002" },
    // Not ten digits that start with 1 or 2: npi-format.
    { rendering_npi: "124531959" },
    { rendering_npi: "3245319599" },
    { rendering_npi: "", ordering_npi: "" },
  ],
  finds: [
    { lines: [{ rendering_npi: "1245319598" }], message: /1245319598/, count: 1, severity: "error" },
    ...["0", "1", "2", "4", "5", "6", "7", "8", "9"].map((digit) => ({ referring_npi: `123456789${digit}` })),
    // Two digits exchanged.
    { billing_npi: "1003001026" },
    { lines: [{ supervising_npi: "1245319598" }, { line_number: "2", supervising_npi: "1245319598" }], count: 2 },
    { ordering_npi: "2000000001" },
    { facility_npi: " 1003000127 " },
  ],
});
