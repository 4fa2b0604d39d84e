import rule from "../../../src/rules/claim/date-cutover-span.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { service_from: "2015-09-01", service_to: "2015-09-30" },
    { service_from: "2015-10-01", service_to: "2015-10-31" },
    { service_from: "2015-09-30", service_to: "2015-10-01", procedure_code: "99284" },
    { service_from: "2015-09-29", service_to: "2015-10-02", type_of_bill: "111" },
    [{ service_from: "2015-09-30" }, { claim_id: "CLM-2", service_from: "2015-10-01" }],
    { service_from: "2026-09-29", service_to: "2026-10-02" },
  ],
  finds: [
    { lines: [{ service_from: "2015-09-30", service_to: "2015-10-01" }], message: /The line .* 2015-10-01/, count: 1 },
    { service_from: "2015-09-29", service_to: "2015-10-01", procedure_code: "99284" },
    { service_from: "2015-09-29", service_to: "2015-10-02", type_of_bill: "0131" },
    {
      lines: [{ service_from: "2015-10-02" }, { line_number: "2", service_from: "2015-09-30" }],
      message: /The claim/,
      count: 1,
    },
    {
      lines: [
        { service_from: "2015-09-28", service_to: "2015-10-03" },
        { line_number: "2", service_from: "2015-10-04" },
      ],
      message: /The line/,
      count: 1,
    },
  ],
  skips: [{ service_from: "" }],
});
