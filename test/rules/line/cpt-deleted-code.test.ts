import rule from "../../../src/rules/line/cpt-deleted-code.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { procedure_code: "97001", service_from: "2016-12-31" },
    { procedure_code: "11100", service_from: "2018-12-31" },
    { procedure_code: "99201", service_from: "2020-12-31" },
    { procedure_code: "80502", service_from: "2021-12-31" },
    { procedure_code: "99217", service_from: "2022-12-31" },
    { procedure_code: "49560", service_from: "2022-12-31" },
    { procedure_code: "0174A", service_from: "2023-10-31" },
    { procedure_code: "99443", service_from: "2024-12-31" },
    { procedure_code: "G2012", service_from: "2024-12-31" },
    { procedure_code: "37235", service_from: "2025-12-31" },
    { procedure_code: "55700", service_from: "2025-12-31" },
    { procedure_code: "99202" },
    { procedure_code: "37236" },
    { procedure_code: "99244" },
  ],
  finds: [
    { lines: [{ procedure_code: "97001", service_from: "2017-01-01" }], count: 1 },
    { lines: [{ procedure_code: "11100", service_from: "2019-01-01" }], count: 1 },
    { lines: [{ procedure_code: "99201", service_from: "2021-01-01" }], count: 1 },
    { lines: [{ procedure_code: "80502", service_from: "2022-01-01" }], count: 1 },
    { lines: [{ procedure_code: "99217", service_from: "2023-01-01" }], count: 1 },
    { lines: [{ procedure_code: "49560", service_from: "2023-01-01" }], count: 1 },
    { lines: [{ procedure_code: "0174A", service_from: "2023-11-01" }], count: 1 },
    { lines: [{ procedure_code: "99443", service_from: "2025-01-01" }], count: 1 },
    { lines: [{ procedure_code: "G2012", service_from: "2025-01-01" }], count: 1 },
    { lines: [{ procedure_code: "37235", service_from: "2026-01-01" }], count: 1 },
    { lines: [{ procedure_code: "55700", service_from: "2026-01-01" }], count: 1 },
    { lines: [{ procedure_code: "99441" }], message: /deleted after 2024-12-31; for 2026-03-02 see 98008/ },
  ],
  skips: [{ procedure_code: "99201", service_from: "" }],
});
