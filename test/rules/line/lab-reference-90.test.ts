import rule from "../../../src/rules/line/lab-reference-90.ts";
import { testRule } from "../harness.ts";

const test90 = (taxonomy: string, more = {}) => ({
  procedure_code: "80053",
  modifier_1: "90",
  taxonomy,
  payer: "Medicare",
  ...more,
});

testRule(rule, {
  passes: [
    test90("69"),
    test90("207ZP0102X"),
    test90("291900000X"),
    test90("Family practice"),
    test90("207Q00000X", { place_of_service: "81" }),
    test90("207Q00000X", { payer: "Medicaid" }),
    test90("207Q00000X", { procedure_code: "88305" }),
    test90("207Q00000X", { procedure_code: "36415" }),
    test90("207Q00000X", { modifier_1: "91" }),
  ],
  finds: [
    { lines: [test90("207Q00000X", { modifier_1: "QW", modifier_2: "90" })], severity: "warning", message: /80053/ },
    { lines: [test90("11")] },
    { lines: [test90("207R00000X", { procedure_code: "0001U" })] },
  ],
  skips: [test90("207Q00000X", { place_of_service: "" })],
});
