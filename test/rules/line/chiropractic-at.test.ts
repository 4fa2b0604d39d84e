import rule from "../../../src/rules/line/chiropractic-at.ts";
import { testRule } from "../harness.ts";

const visit = { procedure_code: "98941", diagnosis_1: "M99.03", diagnosis_2: "M54.50", $payer: "medicare" };

testRule(rule, {
  passes: [
    { ...visit, modifier_2: "AT" },
    ...["GA", "GX", "GY", "GZ"].map((modifier_1) => ({ ...visit, modifier_1 })),
    { ...visit, modifier_1: "A T" },
    { ...visit, procedure_code: "98943" },
    { ...visit, procedure_code: "98925" },
    { ...visit, $payer: "medicaid" },
    { ...visit, modifier_1: "AT", diagnosis_1: "M54.50", diagnosis_2: "M99.05", dx_pointer: "1,2" },
    { ...visit, modifier_1: "AT", diagnosis_1: "M99.10" },
    { ...visit, modifier_1: "AT", diagnosis_1: "M99,01x9" },
  ],
  finds: [
    { lines: [visit], message: /98941 has no AT/, severity: "error", count: 1 },
    { lines: [{ ...visit, modifier_1: "GP" }], severity: "error" },
    { lines: [{ ...visit, $payer: "" }], severity: "info" },
    { lines: [{ ...visit, modifier_1: "AT", dx_pointer: "2" }], message: /on the line, which/, severity: "warning" },
    { lines: [{ ...visit, modifier_1: "AT", diagnosis_1: "M99.06", dx_pointer: "" }], message: /on the claim, which/ },
  ],
  skips: [{ ...visit, diagnosis_1: "", diagnosis_2: "" }],
});
