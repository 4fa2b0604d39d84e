import rule from "../../../src/rules/line/newborn-mother-mixup.ts";
import { testRule } from "../harness.ts";

const line = (procedure_code: string, diagnosis_1: string, diagnosis_2 = "", dx_pointer = "1,2") => ({
  procedure_code,
  diagnosis_1,
  diagnosis_2,
  dx_pointer,
});

testRule(rule, {
  passes: [
    line("99460", "Z38.00", "O80"),
    line("99468", "P07.18", "Z38.01"),
    line("99463", "Q21.0"),
    line("59510", "O82", "Z38.00"),
    line("59409", "O80", "Z3A.39"),
    line("59400", "E11.9"),
    line("99213", "O80"),
    // The newborn's attendance at delivery may carry the mother's problem.
    line("99464", "O80"),
  ],
  finds: [
    {
      lines: [line("99462", "O80", "Z37.0")],
      message: /for the newborn; the diagnoses of the line are the mother's \(O80\)/,
    },
    { lines: [line("99477", "O60.14X0", "", "")], message: /of the claim/, severity: "info", count: 1 },
    { lines: [line("59409", "P07.18", "Z38.00")], message: /for the mother.*newborn's \(P07.18\)/ },
    line("59622", "Z38.30", "E11.9", "1"),
  ],
  skips: [line("99460", "")],
});
