import rule from "../../../src/rules/claim/dx-code-first-missing.ts";
import { testRule } from "../harness.ts";

testRule(
  rule,
  {
    passes: [
      { diagnosis_1: "N18.4", diagnosis_2: "D63.1" },
      { diagnosis_1: "N18.4", diagnosis_2: "I10", diagnosis_3: "D63.1" },
      // First-listed ones are the business of dx-manifestation-first.
      { diagnosis_1: "D63.1", diagnosis_2: "" },
      // The note gives examples: another disease may be the underlying one.
      { diagnosis_1: "B20", diagnosis_2: "F02.80" },
      // Only where the patient has it.
      { diagnosis_1: "K31.84", diagnosis_2: "" },
      { diagnosis_1: "I50.9", diagnosis_2: "" },
      { diagnosis_1: "J91.0", diagnosis_2: "" },
      { diagnosis_1: "E11.621", diagnosis_2: "L97.419" },
      { diagnosis_1: "I10", diagnosis_2: "D63.1", service_from: "2014-03-02" },
    ],
    finds: [
      {
        lines: [{ diagnosis_1: "I10", diagnosis_2: "D63.1" }],
        message:
          /^D63\.1 has a note at D63\.1 to code first "underlying chronic kidney disease \(CKD\) \(N18\.-\)"; none is before it$/,
        severity: "warning",
        count: 1,
      },
      {
        lines: [{ diagnosis_1: "I10", diagnosis_2: "D63.1", diagnosis_3: "N18.6" }],
        message: /N18\.6 stands after it$/,
      },
      {
        lines: [{ diagnosis_1: "L97.419", diagnosis_2: "E11.621" }],
        message: /E11\.621 stands after it/,
        severity: "info",
      },
      { lines: [{ diagnosis_1: "H26.231", diagnosis_2: "" }], message: /underlying glaucoma/ },
    ],
    skips: [{ diagnosis_1: "", diagnosis_2: "" }],
  },
  {
    notes: {
      "D63.1": { codeFirst: ["underlying chronic kidney disease (CKD) (N18.-)"] },
      F02: { codeFirst: ["the underlying physiological condition, such as:", "Alzheimer's (G30.-)"] },
      "K31.84": { codeFirst: ["underlying disease, if known, such as:", "scleroderma (M34.-)"] },
      I50: { codeFirst: ["heart failure due to hypertension (I11.0)"] },
      "J91.0": { codeFirst: ["underlying neoplasm"] },
      L97: { codeFirst: ["any associated underlying condition, such as:", "diabetic ulcers (E11.621, E11.622)"] },
      "H26.23": { codeFirst: ["underlying glaucoma (H40-H42)"] },
    },
  },
);

testRule(rule, { skips: [{ diagnosis_1: "I10", diagnosis_2: "D63.1" }] }, {});
