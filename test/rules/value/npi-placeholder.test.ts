import rule from "../../../src/rules/value/npi-placeholder.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { rendering_npi: "1245319599", billing_npi: "1245319599" },
    { rendering_npi: "1234567894" },
    { rendering_npi: "2222222222" },
    { rendering_npi: "1000000005" },
  ],
  finds: [
    { lines: [{ rendering_npi: "1234567893", billing_npi: "1234567893" }], count: 2 },
    { referring_npi: "2000000002" },
    { facility_npi: "1234567893.0" },
  ],
});
