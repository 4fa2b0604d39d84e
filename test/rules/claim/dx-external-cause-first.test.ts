import rule from "../../../src/rules/claim/dx-external-cause-first.ts";
import { testRule } from "../harness.ts";

const right = { diagnosis_1: "S61.412A", diagnosis_2: "W26.0XXA" };
const wrong = { diagnosis_1: "W26.0XXA", diagnosis_2: "S61.412A" };

testRule(rule, {
  passes: [
    right,
    { ...right, dx_pointer: "1,2" },
    { ...right, dx_pointer: "2,1" },
    { ...right, dx_pointer: "" },
    { diagnosis_1: "T88.9XXA", diagnosis_2: "Y92.009" },
    { diagnosis_1: "U07.1", diagnosis_2: "" },
    { diagnosis_1: "Z00.00", diagnosis_2: "" },
    // ICD-9-CM's V codes, on their dates and after them (icd9-after-cutover).
    { diagnosis_1: "V70.0", diagnosis_2: "", service_from: "2014-03-02" },
    { diagnosis_1: "V70.0", diagnosis_2: "" },
    { diagnosis_1: "W19XXXB2", diagnosis_2: "" },
  ],
  finds: [
    {
      lines: [{ ...wrong, dx_pointer: "2" }],
      message: /^External-cause code W26\.0XXA cannot be first-listed; S61\.412A stands after it$/,
      count: 1,
      severity: "error",
    },
    // The line that points to it alone is the same fault.
    { lines: [{ ...wrong, dx_pointer: "1" }], count: 1 },
    { lines: [wrong, { ...wrong, line_number: "2" }], count: 1 },
    { lines: [{ diagnosis_1: "Y92.009", diagnosis_2: "" }], message: /first-listed$/ },
    { lines: [{ diagnosis_1: "", diagnosis_2: "V00.831A", dx_pointer: "2" }], count: 1 },
    {
      lines: [{ ...right, dx_pointer: "2" }],
      message: /all the line has for a reason: the line points to W26\.0XXA$/,
      count: 1,
    },
    { lines: [{ ...right, diagnosis_3: "Y92.009", dx_pointer: "2,3" }], message: /W26\.0XXA and Y92\.009/, count: 1 },
    {
      lines: [{ ...right, line_diagnosis: "W26.0XXA", dx_pointer: "" }],
      message: /diagnosis of the line is/,
      count: 1,
    },
  ],
  skips: [
    { ...wrong, service_from: "" },
    { diagnosis_1: "", diagnosis_2: "" },
  ],
});
