import rule from "../../../src/rules/claim/dx-sex-conflict.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { diagnosis_1: "N40.1", sex: "M" },
    { diagnosis_1: "O80", sex: "F" },
    { diagnosis_1: "N40.1", sex: "U" },
    { diagnosis_1: "C50.921", sex: "M" },
    { diagnosis_1: "C50.A1", sex: "M" },
    { diagnosis_1: "N39.3", sex: "M" },
    { diagnosis_1: "Z85.46", sex: "F" },
    { diagnosis_1: "Z32.3", sex: "M" },
    { diagnosis_1: "N40.1", sex: "F", modifier_2: "KX" },
    [
      { diagnosis_1: "N40.1", sex: "F" },
      { diagnosis_1: "N40.1", sex: "F", line_number: "2", modifier_1: "KX" },
    ],
    { diagnosis_1: "N40.1", diagnosis_2: "F64.0", sex: "F" },
    { diagnosis_1: "N40.1", diagnosis_2: "Z87.890", sex: "F" },
    // Two sexes on one claim: claim-header-conflict.
    [
      { diagnosis_1: "N40.1", sex: "F" },
      { diagnosis_1: "N40.1", sex: "M", line_number: "2" },
    ],
  ],
  finds: [
    {
      lines: [{ diagnosis_1: "N40.1", sex: "F" }],
      message: /^N40\.1 is normally for male patients; the patient's sex is F$/,
      count: 1,
      severity: "warning",
    },
    { lines: [{ diagnosis_1: "I10", diagnosis_2: "C50.911", sex: "male" }], message: /female patients/, count: 1 },
    // One wrong sex, one finding.
    { lines: [{ diagnosis_1: "O80", diagnosis_2: "Z37.0", diagnosis_3: "Z3A.39", sex: "M" }], count: 1 },
    { lines: [{ diagnosis_1: "N40.1", $payer: "medicare", service_from: "2024-10-01" }], severity: "info" },
    { lines: [{ diagnosis_1: "N40.1", $payer: "medicare", service_from: "2024-09-30" }], severity: "warning" },
    { lines: [{ diagnosis_1: "N40.1", $payer: "medicaid", service_from: "2024-10-01" }], severity: "warning" },
  ],
  skips: [
    { diagnosis_1: "N40.1", sex: "" },
    { diagnosis_1: "N40.1", sex: "Q" },
  ],
});
