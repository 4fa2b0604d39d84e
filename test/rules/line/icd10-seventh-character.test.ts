import rule from "../../../src/rules/line/icd10-seventh-character.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { diagnosis_1: "W19A" },
    { diagnosis_1: "S72" },
    { diagnosis_1: "S72.001A" },
    { diagnosis_1: "S93.401", service_from: "2014-03-02" },
    { diagnosis_1: "V72.31" },
    { diagnosis_1: "H40.1113" },
  ],
  finds: [
    { lines: [{ diagnosis_1: "S93.401" }], message: /has no 7th character \(allowed here: A, D, S\)/, count: 1 },
    { lines: [{ diagnosis_1: "O36.819A" }], message: /cannot have A/ },
    { lines: [{ diagnosis_1: "S93.401B" }], message: /cannot have B/ },
    { lines: [{ diagnosis_1: "E11.321", service_from: "2016-10-01" }], message: /1, 2, 3, 9/ },
    { diagnosis_1: "S06.0XA" },
    { diagnosis_1: "S93.4019" },
  ],
  skips: [{ diagnosis_1: "S93.401", service_from: "" }],
});

// With the ICD-10-CM file, which knows the characters of each code.
testRule(
  rule,
  {
    passes: [
      { diagnosis_1: "S93.401A" },
      { diagnosis_1: "S93.40" },
      { diagnosis_1: "S93.499Z" },
      { diagnosis_1: "S93.402A" },
    ],
    finds: [
      { lines: [{ diagnosis_1: "S93.401" }], message: /S93\.401 has no 7th character \(allowed here: A, D\)/ },
      { lines: [{ diagnosis_1: "S93.401S" }], message: /cannot have S as its 7th character \(allowed here: A, D\)/ },
      { lines: [{ diagnosis_1: "W19" }], message: /W19 has no 7th character \(allowed here: A\)/ },
    ],
  },
  {
    codes: [
      { code: "S93.40", header: true },
      { code: "S93.401", header: true },
      { code: "S93.401A" },
      { code: "S93.401D" },
      { code: "S93.402", header: true },
      { code: "S93.402A" },
      { code: "W19", header: true },
      { code: "W19.XXXA" },
    ],
  },
);
