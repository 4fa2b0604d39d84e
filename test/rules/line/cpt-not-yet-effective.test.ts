import rule from "../../../src/rules/line/cpt-not-yet-effective.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { procedure_code: "97161", service_from: "2017-01-01" },
    { procedure_code: "11102", service_from: "2019-01-01" },
    { procedure_code: "99417", service_from: "2021-01-01" },
    { procedure_code: "80503", service_from: "2022-01-01" },
    { procedure_code: "99418", service_from: "2023-01-01" },
    { procedure_code: "90480", service_from: "2023-09-11" },
    { procedure_code: "98016", service_from: "2025-01-01" },
    { procedure_code: "37254", service_from: "2026-01-01" },
    { procedure_code: "90482", service_from: "2026-01-01" },
    { procedure_code: "99445", service_from: "2026-01-01" },
    { procedure_code: "99213", service_from: "2010-01-04" },
  ],
  finds: [
    { lines: [{ procedure_code: "97161", service_from: "2016-12-31" }], count: 1 },
    { lines: [{ procedure_code: "11102", service_from: "2018-12-31" }], count: 1 },
    { lines: [{ procedure_code: "99417", service_from: "2020-12-31" }], count: 1 },
    { lines: [{ procedure_code: "80503", service_from: "2021-12-31" }], count: 1 },
    { lines: [{ procedure_code: "99418", service_from: "2022-12-31" }], count: 1 },
    { lines: [{ procedure_code: "90480", service_from: "2023-09-10" }], count: 1 },
    { lines: [{ procedure_code: "98016", service_from: "2024-12-31" }], count: 1 },
    { lines: [{ procedure_code: "37254", service_from: "2025-12-31" }], count: 1 },
    { lines: [{ procedure_code: "90482", service_from: "2025-12-31" }], count: 1 },
    { lines: [{ procedure_code: "99445", service_from: "2025-12-31" }], count: 1 },
  ],
  skips: [{ procedure_code: "99470", service_from: "" }],
});
