import rule from "../../../src/rules/line/date-span-service.ts";
import { testRule } from "../harness.ts";

const MARCH = { service_from: "2026-03-01", service_to: "2026-03-31" };

testRule(rule, {
  passes: [
    { procedure_code: "99213", service_from: "2026-03-02", service_to: "2026-03-01" },
    ...["99424", "99439", "99454", "99458", "99484", "99487", "99495", "99421", "99375", "98976", "90960"].map(
      (code) => ({
        ...MARCH,
        procedure_code: code,
      }),
    ),
    ...["59400", "59426", "59510", "59618", "77427", "78804", "99232", "99309", "99469", "H0019", "A4253"].map(
      (code) => ({
        ...MARCH,
        procedure_code: code,
      }),
    ),
    { ...MARCH, procedure_code: "99213", type_of_bill: "0131" },
  ],
  finds: [
    ...["99213", "99223", "99285", "99397", "45378", "71046", "80053", "90471", "90837", "97110", "98941"].map(
      (code) => ({
        lines: [{ ...MARCH, procedure_code: code }],
        severity: "warning",
        count: 1,
      }),
    ),
    {
      lines: [{ procedure_code: "99284", service_from: "2026-03-01", service_to: "2026-03-02" }],
      severity: "info",
    },
    {
      lines: [{ procedure_code: "99284", service_from: "2026-03-01", service_to: "2026-03-02", units: "2" }],
      severity: "warning",
      message: /99284 .* 2 units/,
    },
    { lines: [{ procedure_code: "99284", service_from: "2026-03-01", service_to: "2026-03-03" }], severity: "warning" },
  ],
  skips: [{ service_to: "" }],
});
