import rule from "../../../src/rules/history/em-new-vs-established.ts";
import { testRule } from "../harness.ts";

const NEW = { claim_id: "B", procedure_code: "99204", service_from: "2026-03-02" };
const OTHER = { rendering_npi: "2123456784" };

testRule(rule, {
  passes: [
    [{ procedure_code: "99213", service_from: "2023-03-02" }, NEW],
    [{ procedure_code: "99213", service_from: "2026-03-02" }, NEW],
    [{ procedure_code: "99213", service_from: "2026-06-02" }, NEW],
    [{ procedure_code: "71046", modifier_1: "26", service_from: "2025-03-02" }, NEW],
    [{ procedure_code: "20610", modifier_1: "80", service_from: "2025-03-02" }, NEW],
    [{ procedure_code: "36415", service_from: "2025-03-02" }, NEW],
    [{ procedure_code: "99490", service_from: "2025-03-02" }, NEW],
    [{ procedure_code: "99213", modifier_1: "93", service_from: "2025-03-02" }, NEW],
    [
      { procedure_code: "99213", service_from: "2025-03-02", frequency: "8" },
      { ...NEW, frequency: "1" },
    ],
    [{ procedure_code: "99213", service_from: "2025-03-02", patient_id: "P-200" }, NEW],
    // Another person of the group: the specialty is not known, is another one, or is that of the organization.
    [{ procedure_code: "99213", service_from: "2025-03-02", ...OTHER }, NEW],
    [
      { procedure_code: "99213", service_from: "2025-03-02", ...OTHER, taxonomy: "207R00000X" },
      { ...NEW, taxonomy: "207RC0000X" },
    ],
    [
      { procedure_code: "99213", service_from: "2025-03-02", ...OTHER, taxonomy: "193200000X" },
      { ...NEW, taxonomy: "193200000X" },
    ],
  ],
  finds: [
    {
      lines: [{ procedure_code: "99213", service_from: "2023-03-03" }, NEW],
      message: /99213 on 2023-03-03, which makes it 99214/,
    },
    { lines: [{ procedure_code: "20610", service_from: "2025-03-02" }, NEW], message: /seen from 2025-03-02/ },
    {
      lines: [
        { procedure_code: "99213", service_from: "2025-03-02", ...OTHER, taxonomy: "207R00000X" },
        { ...NEW, taxonomy: "207r00000x" },
      ],
    },
    {
      lines: [
        { procedure_code: "92014", service_from: "2025-03-02" },
        { ...NEW, procedure_code: "92004" },
      ],
      message: /92014/,
    },
    { lines: [NEW, { ...NEW, claim_id: "C", service_from: "2026-04-02" }], count: 1 },
  ],
  skips: [[{ procedure_code: "99204", patient_id: "" }]],
});
