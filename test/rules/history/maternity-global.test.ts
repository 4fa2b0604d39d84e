import rule from "../../../src/rules/history/maternity-global.ts";
import { testRule } from "../harness.ts";

type Cells = Record<string, string>;
/** A package delivered on 2026-03-02 and another service. */
const beside = (code: string, other: Cells = {}, whole: Cells = {}) => [
  { procedure_code: "59400", ...whole },
  { procedure_code: code, claim_id: "B", ...other },
];

testRule(rule, {
  passes: [
    beside("99213", { service_from: "2025-11-02" }),
    beside("59425", { service_from: "2025-08-23" }),
    // The next pregnancy.
    beside("59425", { service_from: "2026-12-02" }),
    beside("59430", { service_from: "2026-06-01" }),
    beside("59430", { service_from: "2026-03-01" }),
    beside("59409", { service_from: "2026-03-06" }),
    beside("59409", { modifier_1: "51" }),
    beside("59409", { diagnosis_1: "O30.043" }),
    beside("59409", { diagnosis_2: "Z37.2" }),
    beside("59426", { rendering_npi: "2123456784", billing_npi: "1457398765" }),
    beside("59426", { payer: "Plan B" }, { payer: "Plan A" }),
    beside("59426", {}, { frequency: "8" }),
    beside("59426", {}, { procedure_code: "59410" }),
    beside("59400"),
  ],
  finds: [
    {
      lines: beside("59425", { service_from: "2025-08-24" }),
      message: /59425 on 2025-08-24 is part of 59400/,
      count: 1,
    },
    { lines: beside("59430", { service_from: "2026-05-31" }), severity: "warning" },
    beside("59410"),
    beside("59514", { service_from: "2026-03-05" }, { procedure_code: "59510" }),
    beside("59426", { service_from: "2026-03-01" }, { service_from: "2025-09-01", service_to: "2026-03-02" }),
    beside("59612", {}, { procedure_code: "59610" }),
    beside("59426", { rendering_npi: "2123456784" }),
  ],
});
