import rule from "../../../src/rules/claim/dx-ob-weeks-missing.ts";
import { testRule } from "../harness.ts";

const list = (diagnosis_1: string, diagnosis_2 = "") => ({ diagnosis_1, diagnosis_2 });

testRule(rule, {
  passes: [
    list("O24.410", "Z3A.32"),
    list("O24.410", "Z3A.00"),
    list("O03.9"),
    list("O08.1"),
    list("O90.81"),
    list("O24.430"),
    list("O99.345"),
    list("Z34.82"),
    list("Z39.2"),
    list("Z3A.32"),
  ],
  finds: [
    { lines: [list("O24.410")], message: /^O24\.410 stands without/, count: 1, severity: "info" },
    { lines: [list("O80", "Z37.0")], count: 1 },
    { lines: [list("O09.521", "O26.891")], count: 1 },
    list("E11.9", "O42.02"),
  ],
  skips: [{ ...list("O80"), service_from: "" }],
});
