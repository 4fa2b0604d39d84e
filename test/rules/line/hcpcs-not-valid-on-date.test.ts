import rule from "../../../src/rules/line/hcpcs-not-valid-on-date.ts";
import { testRule } from "../harness.ts";

testRule(
  rule,
  {
    passes: [
      { procedure_code: "K0901", service_from: "2024-12-31" },
      { procedure_code: "K0901", service_from: "2010-01-01" },
      { procedure_code: "Q5199", service_from: "2026-04-01" },
      { procedure_code: "E9999" },
      // Its end is built in: cpt-deleted-code.
      { procedure_code: "G2012", service_from: "2025-02-01" },
    ],
    finds: [
      {
        lines: [{ procedure_code: "K0901", service_from: "2025-01-01" }],
        message: /^K0901 was valid until 2024-12-31, not on 2025-01-01; see L1851$/,
        count: 1,
      },
      {
        lines: [{ procedure_code: "Q5199", service_from: "2026-03-31" }],
        message: /^Q5199 is valid from 2026-04-01, not on 2026-03-31$/,
      },
      { procedure_code: "K0901", service_from: "2009-12-31" },
    ],
    skips: [{ procedure_code: "K0901", service_from: "" }],
  },
  {
    codes: {
      K0901: { added: "2010-01-01", terminated: "2024-12-31", successors: ["L1851"] },
      Q5199: { added: "2026-04-01" },
      G2012: { added: "2019-01-01", terminated: "2024-12-31" },
    },
  },
);

testRule(rule, { skips: [{ procedure_code: "K0901", service_from: "2025-01-01" }] }, {});
