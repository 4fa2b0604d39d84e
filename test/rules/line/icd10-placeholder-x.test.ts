import rule from "../../../src/rules/line/icd10-placeholder-x.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { diagnosis_1: "S06.0XA" },
    { diagnosis_1: "W19" },
    { diagnosis_1: "C4A" },
    { diagnosis_1: "T78.2XXA" },
    { diagnosis_1: "W19A", service_from: "2014-03-02" },
    { diagnosis_1: "W19X" },
  ],
  finds: [
    { lines: [{ diagnosis_1: "W19A" }], message: /position 4; with the placeholder X it reads W19\.XXXA/, count: 1 },
    { lines: [{ diagnosis_1: "T78.2A" }], message: /T78\.2XXA/ },
    { lines: [{ diagnosis_1: "T81.4D" }], message: /T81\.4XXD/ },
    { lines: [{ diagnosis_1: "T15.01A" }], message: /T15\.01XA/ },
  ],
  skips: [{ diagnosis_1: "W19A", service_from: "" }],
});

// With the ICD-10-CM file: only where the reading with X is a code.
testRule(
  rule,
  {
    passes: [{ diagnosis_1: "T78.2A" }, { diagnosis_1: "W19.XXXA" }],
    finds: [{ lines: [{ diagnosis_1: "W19A" }], message: /with the placeholder X it reads W19\.XXXA/ }],
  },
  { codes: [{ code: "W19.XXXA" }] },
);
