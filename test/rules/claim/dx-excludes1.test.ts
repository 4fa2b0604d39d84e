import rule from "../../../src/rules/claim/dx-excludes1.ts";
import { testRule } from "../harness.ts";

testRule(
  rule,
  {
    passes: [
      { diagnosis_1: "E11.9", diagnosis_2: "E78.5" },
      { diagnosis_1: "F32.A", diagnosis_2: "F32.A" },
      // The built-in pairs say which code is wrong: dx-excludes-combination.
      { diagnosis_1: "E10.9", diagnosis_2: "E11.9" },
      // Of two eyes; with the codes installed the sides are known.
      { diagnosis_1: "H25.11", diagnosis_2: "H26.02" },
      { diagnosis_1: "F32.1", diagnosis_2: "F33.1", service_from: "2014-03-02" },
      { diagnosis_1: "G56.01", diagnosis_2: "M54.16" },
    ],
    finds: [
      {
        lines: [{ diagnosis_1: "F33.1", diagnosis_2: "F32.A" }],
        message: /^F33\.1 and F32\.A are not coded together \(Excludes1 at F32\)$/,
        severity: "warning",
        count: 1,
      },
      {
        lines: [
          { diagnosis_1: "F32.1", diagnosis_2: "F33.1" },
          { diagnosis_1: "F32.1", diagnosis_2: "F33.1", line_number: "2" },
        ],
        count: 1,
      },
      { lines: [{ diagnosis_1: "H25.11", diagnosis_2: "H26.01" }], message: /Excludes1 at H25\)/ },
      { lines: [{ diagnosis_1: "Z00.00", diagnosis_2: "Z34.01" }], severity: "info" },
      { lines: [{ diagnosis_1: "F31.9", diagnosis_2: "F32.1", diagnosis_3: "F33.1" }], count: 2 },
    ],
    skips: [{ diagnosis_1: "", diagnosis_2: "" }],
  },
  {
    notes: {
      F32: { excludes1: ["bipolar disorder (F31.-)", "recurrent depressive disorder (F33.-)"] },
      E10: { excludes1: ["type 2 diabetes mellitus (E11.-)"] },
      "G50-G59": { excludes1: ["radiculitis NOS (M54.1-)"] },
      "Z00-Z13": { excludes1: ["examinations related to pregnancy and reproduction (Z30-Z36, Z39.-)"] },
      H25: { excludes1: ["presenile cataract (H26.0-)"] },
    },
    codes: [
      { code: "H25.11", title: "Age-related cataract, right eye" },
      { code: "H25.12", title: "Age-related cataract, left eye" },
      { code: "H26.01", title: "Presenile cataract, right eye" },
      { code: "H26.02", title: "Presenile cataract, left eye" },
    ],
  },
);

testRule(rule, { skips: [{ diagnosis_1: "F33.1", diagnosis_2: "F32.A" }] }, {});
