import rule from "../../../src/rules/line/dx-laterality-vs-modifier.ts";
import { testRule } from "../harness.ts";

const knee = { procedure_code: "20610", diagnosis_1: "M25.561", diagnosis_2: "M25.562" };

testRule(
  rule,
  {
    passes: [
      { ...knee, modifier_1: "RT" },
      { ...knee, modifier_1: "LT", dx_pointer: "2" },
      { ...knee, modifier_1: "LT", dx_pointer: "1,2" },
      { ...knee, modifier_1: "50", dx_pointer: "1,2" },
      { ...knee, modifier_1: "RT", modifier_2: "LT" },
      { ...knee, modifier_1: "50", diagnosis_1: "M17.0", diagnosis_2: "" },
      // The side is open, or the first diagnosis has none.
      { procedure_code: "20610", modifier_1: "LT", diagnosis_1: "M25.569" },
      { procedure_code: "20610", modifier_1: "LT", diagnosis_1: "E11.9", diagnosis_2: "M25.561", dx_pointer: "1,2" },
      // A stroke of the right brain weakens the left arm.
      { procedure_code: "64642", modifier_1: "LT", diagnosis_1: "I63.511" },
      // Prophylactic mastectomy of the healthy side; a graft from the other leg; shoes come in pairs.
      { procedure_code: "19303", modifier_1: "LT", diagnosis_1: "C50.911", diagnosis_2: "Z40.01", dx_pointer: "1,2" },
      { procedure_code: "20902", modifier_1: "LT", diagnosis_1: "M25.561" },
      { procedure_code: "A5500", modifier_1: "LT", diagnosis_1: "M25.561" },
      { procedure_code: "73562", modifier_1: "50", diagnosis_1: "M25.561" },
      { procedure_code: "99213", modifier_1: "25", diagnosis_1: "M25.561" },
    ],
    finds: [
      {
        lines: [{ ...knee, modifier_1: "LT" }],
        message: /^Modifier LT \(left side\) does not agree with M25\.561 \(right\): the line points to M25\.561$/,
        severity: "warning",
        count: 1,
      },
      {
        lines: [{ ...knee, modifier_1: "59", modifier_2: "RT", dx_pointer: "2" }],
        message: /^Modifier RT \(right side\)/,
      },
      { lines: [{ ...knee, modifier_1: "50" }], message: /^Modifier 50 \(both sides\)/ },
      // Second toe of the left foot; the diagnosis is of the right.
      {
        lines: [{ procedure_code: "28285", modifier_1: "T1", diagnosis_1: "M20.41" }],
        message: /^Modifier T1 \(left side\)/,
      },
      { lines: [{ procedure_code: "73562", modifier_1: "LT", diagnosis_1: "M25.561" }], severity: "info" },
      { procedure_code: "20610", modifier_1: "LT", diagnosis_1: "M25.561", diagnosis_2: "I10", dx_pointer: "1,2" },
    ],
    skips: [{ ...knee, modifier_1: "" }],
  },
  {
    codes: [
      { code: "M25.561", title: "Pain in right knee" },
      { code: "M25.562", title: "Pain in left knee" },
      { code: "M25.569", title: "Pain in unspecified knee" },
      { code: "M17.0", title: "Bilateral primary osteoarthritis of knee" },
      { code: "M17.11", title: "Unilateral primary osteoarthritis, right knee" },
      { code: "M17.12", title: "Unilateral primary osteoarthritis, left knee" },
      { code: "M20.41", title: "Other hammer toe(s) (acquired), right foot" },
      { code: "M20.42", title: "Other hammer toe(s) (acquired), left foot" },
      { code: "I63.511", title: "Cerebral infarction of right middle cerebral artery" },
      { code: "I63.512", title: "Cerebral infarction of left middle cerebral artery" },
      { code: "C50.911", title: "Malignant neoplasm of right female breast" },
      { code: "C50.912", title: "Malignant neoplasm of left female breast" },
    ],
  },
);

testRule(rule, { skips: [{ ...knee, modifier_1: "LT" }] }, {});
