import rule from "../../../src/rules/line/hcpcs-unknown.ts";
import { testRule } from "../harness.ts";

testRule(
  rule,
  {
    passes: [
      { procedure_code: "J9271" },
      { procedure_code: "j9271" },
      // Another rule's business: not in force on the day, not the form of a code, not Level II.
      { procedure_code: "G2012", service_from: "2025-02-01" },
      { procedure_code: "J9271", service_from: "2015-12-31" },
      { procedure_code: "J110" },
      { procedure_code: "99213" },
      { procedure_code: "0001U" },
      { procedure_code: "D9999" },
    ],
    finds: [
      { lines: [{ procedure_code: "E9999" }], message: /^E9999 is not a HCPCS Level II code$/, count: 1 },
      { procedure_code: "s9999", $payer: "commercial" },
    ],
    skips: [{ procedure_code: "E9999", service_from: "" }],
  },
  {
    codes: {
      J9271: { added: "2016-01-01" },
      G2012: { added: "2019-01-01", terminated: "2024-12-31" },
    },
  },
);

testRule(rule, { skips: [{ procedure_code: "E9999" }] }, {});
