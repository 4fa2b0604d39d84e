import rule from "../../../src/rules/claim/dx-z-first-only.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { diagnosis_1: "Z51.11", diagnosis_2: "C50.911" },
    { diagnosis_1: "Z51.11", diagnosis_2: "Z51.12" },
    { diagnosis_1: "Z00.00", diagnosis_2: "Z01.419" },
    { diagnosis_1: "E11.9", diagnosis_2: "Z00.6" },
    { diagnosis_1: "E11.9", diagnosis_2: "Z52.9" },
    { diagnosis_1: "E11.9", diagnosis_2: "Z79.4" },
    { diagnosis_1: "", diagnosis_2: "Z00.00" },
    // First-listed for the service that points to it first.
    { diagnosis_1: "C50.911", diagnosis_2: "Z51.11", dx_pointer: "2,1" },
    [
      { diagnosis_1: "E11.9", diagnosis_2: "Z00.00" },
      { line_number: "2", diagnosis_1: "E11.9", diagnosis_2: "Z00.00", procedure_code: "99396", dx_pointer: "2" },
    ],
    { diagnosis_1: "C50.911", diagnosis_2: "Z51.11", dx_pointer: "", line_diagnosis: "Z51.11" },
    { diagnosis_1: "V58.11", diagnosis_2: "162.9", service_from: "2014-03-02" },
    // dx-excludes-combination's.
    { diagnosis_1: "O24.410", diagnosis_2: "Z34.82" },
    // What stands first cannot be read.
    { diagnosis_1: "99213", diagnosis_2: "Z00.00", dx_pointer: "1" },
  ],
  finds: [
    {
      lines: [{ diagnosis_1: "I10", diagnosis_2: "Z51.11" }],
      message: /^Z51\.11 may only be first-listed; it stands in position 2, after I10$/,
      count: 1,
      severity: "warning",
    },
    { lines: [{ diagnosis_1: "E11.9", diagnosis_2: "I10", diagnosis_3: "Z34.80" }], message: /position 3/ },
    { lines: [{ diagnosis_1: "C50.911", diagnosis_2: "Z51.11", dx_pointer: "1,2" }], severity: "warning" },
    {
      lines: [
        { diagnosis_1: "I10", diagnosis_2: "Z00.00" },
        { line_number: "2", diagnosis_1: "I10", diagnosis_2: "Z00.00" },
      ],
      count: 1,
      severity: "info",
    },
    { diagnosis_1: "I10", diagnosis_2: "Z00.00", dx_pointer: "" },
  ],
  skips: [{ diagnosis_1: "I10", diagnosis_2: "Z00.00", service_from: "" }],
});
