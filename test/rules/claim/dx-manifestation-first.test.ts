import rule from "../../../src/rules/claim/dx-manifestation-first.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { diagnosis_1: "G30.9", diagnosis_2: "F02.80" },
    { diagnosis_1: "G30.9", diagnosis_2: "F02.80", dx_pointer: "1,2" },
    { diagnosis_1: "G30.9", diagnosis_2: "F02.80", dx_pointer: "" },
    { diagnosis_1: "F03.90", diagnosis_2: "" },
    { diagnosis_1: "D64.9", diagnosis_2: "" },
    { diagnosis_1: "B96.20", diagnosis_2: "" },
    { diagnosis_1: "I43", diagnosis_2: "", service_from: "2014-03-02" },
    { diagnosis_1: "G30.9", diagnosis_2: "F02.80", dx_pointer: "", line_diagnosis: "F02.80" },
  ],
  finds: [
    {
      lines: [{ diagnosis_1: "F02.80", diagnosis_2: "G30.9" }],
      message: /^F02\.80 is a manifestation; the underlying disease comes before it$/,
      count: 1,
      severity: "error",
    },
    // The line repeats the fault of the list.
    {
      lines: [
        { diagnosis_1: "F02.80", diagnosis_2: "G30.9" },
        { diagnosis_1: "F02.80", diagnosis_2: "G30.9", line_number: "2" },
      ],
      count: 1,
    },
    {
      lines: [{ diagnosis_1: "N18.4", diagnosis_2: "D63.1", dx_pointer: "2,1" }],
      message: /before it: the line points to D63\.1 and N18\.4$/,
      count: 1,
      severity: "warning",
    },
    { diagnosis_1: "E08.9", diagnosis_2: "K86.1" },
    { diagnosis_1: "G46.3", diagnosis_2: "" },
  ],
  skips: [{ diagnosis_1: "F02.80", service_from: "" }],
});
