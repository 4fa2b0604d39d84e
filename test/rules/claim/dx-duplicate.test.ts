import rule from "../../../src/rules/claim/dx-duplicate.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { diagnosis_1: "S52.501A", diagnosis_2: "S52.502A" },
    { diagnosis_1: "S52.501A", diagnosis_2: "S52.501D" },
    { diagnosis_1: "E11.9", diagnosis_2: "E11.65" },
    // The list is repeated on every line of the claim; that is no repeat.
    [{}, { line_number: "2" }],
    [{ claim_id: "A" }, { claim_id: "B" }],
    // Two cells that are no codes: their own rules report them.
    { diagnosis_1: "99213", diagnosis_2: "99213", diagnosis_3: "I10" },
  ],
  finds: [
    {
      lines: [{ diagnosis_1: "E11.9", diagnosis_2: "I10", diagnosis_3: "E119" }],
      message: /^E11\.9 stands in positions 1 and 3$/,
      count: 1,
      severity: "warning",
    },
    { lines: [{ diagnosis_1: "I10", diagnosis_2: " i10" }], count: 1 },
    // Once for a list, however many lines repeat it.
    { lines: [{ diagnosis_2: "E11.9" }, { line_number: "2", diagnosis_2: "E11.9" }], count: 1 },
    { lines: [{ diagnosis_2: "E11.9", diagnosis_3: "E11.9" }], count: 2 },
    { diagnosis_1: "250.00", diagnosis_2: "25000", diagnosis_3: "250.00", service_from: "2014-03-02" },
  ],
  skips: [{ diagnosis_1: "", diagnosis_2: "" }],
});
