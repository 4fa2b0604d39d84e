import rule from "../../../src/rules/history/therapy-threshold-kx.ts";
import { testRule } from "../harness.ts";

type Cells = Record<string, string>;
const therapy = (allowed: string, modifier_1: string, other: Cells = {}): Cells => ({
  procedure_code: "97110",
  $payer: "medicare",
  allowed,
  modifier_1,
  ...other,
});
const second = { claim_id: "B", service_from: "2026-04-02" };

testRule(rule, {
  passes: [
    [therapy("2000.00", "GP"), therapy("480.00", "GN", second)],
    [therapy("2000.00", "GP"), therapy("2000.00", "GO", second)],
    [therapy("2000.00", "GP", { service_from: "2025-12-31" }), therapy("2000.00", "GP", second)],
    [therapy("2000.00", "GP"), therapy("900.00", "GP", { ...second, modifier_2: "KX" })],
    [therapy("2000.00", "GP"), therapy("900.00", "GP", { ...second, patient_id: "P-2" })],
    [therapy("2000.00", "GP"), therapy("900.00", "", second)],
    therapy("9000.00", "GP", { $payer: "" }),
    therapy("9000.00", "GP", { service_from: "2017-03-02" }),
    therapy("9000.00", "GP", { frequency: "8" }),
  ],
  finds: [
    {
      lines: [therapy("2000.00", "GP"), therapy("480.01", "GN", second)],
      message: /PT and SLP of 2026 comes to \$2480.01, above \$2480.00; 97110 has no KX/,
      severity: "info",
      count: 1,
    },
    { lines: [therapy("2500.00", "GO"), therapy("10.00", "GO", second)], count: 2 },
    { lines: [therapy("2500.00", "GO", { modifier_2: "KX" }), therapy("10.00", "GO", second)], count: 1 },
    therapy("2410.01", "GP", { service_from: "2025-03-02" }),
  ],
});
