import rule from "../../../src/rules/line/anatomic-modifier-mismatch.ts";
import { testRule } from "../harness.ts";

const line = (code: string, ...modifiers: string[]) => ({
  procedure_code: code,
  ...Object.fromEntries(modifiers.map((modifier, i) => [`modifier_${i + 1}`, modifier])),
});

testRule(rule, {
  passes: [
    ...["11730", "11042", "12001", "20600", "25111", "26055", "26989", "29130", "29901", "35207", "64450", "73140"].map(
      (code) => line(code, "F5"),
    ),
    ...["11750", "11720", "20550", "27690", "28005", "28899", "29405", "29550", "64455", "73660", "97597"].map((code) =>
      line(code, "T5"),
    ),
    ...["11440", "12011", "15820", "17000", "67800", "67904", "68761", "64612", "21390", "31239", "92285"].map((code) =>
      line(code, "E1"),
    ),
    ...["33533", "92920", "93458", "C9600", "75574", "0523T", "36556"].map((code) => line(code, "LC")),
    line("27447", "RT"),
    line("99213", "LT"),
    line("A0428", "RI"),
    line("L3925", "F1"),
  ],
  finds: [
    { lines: [line("66984", "F5")], message: /F5 \(right thumb\) does not fit 66984/, count: 1, severity: "error" },
    { lines: [line("27447", "T1")], message: /left foot 2nd toe/ },
    line("28285", "F7"),
    line("24999", "FA"),
    line("27000", "F1"),
    line("26055", "T7"),
    line("27599", "TA"),
    line("45378", "T1"),
    line("73630", "F1"),
    line("73130", "T1"),
    line("66984", "E1"),
    line("27447", "E3"),
    line("20610", "RC"),
    line("99213", "LD"),
    { lines: [line("27447", "RT", "F5", "T5")], count: 2 },
    { ...line("27447", "T1"), type_of_bill: "131" },
  ],
});
