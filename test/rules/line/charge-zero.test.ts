import rule from "../../../src/rules/line/charge-zero.ts";
import { testRule } from "../harness.ts";

testRule(rule, {
  passes: [
    { procedure_code: "3044F", charge: "0" },
    { procedure_code: "G8427", charge: "0" },
    { procedure_code: "M1106", charge: "0" },
    { procedure_code: "J1100", charge: "0" },
    { procedure_code: "99213", modifier_2: "Q1", charge: "0" },
    { $profile: "institutional", charge: "0" },
  ],
  finds: [
    { procedure_code: "G0439", charge: "0.00" },
    { procedure_code: "36415", charge: "0.00" },
    { procedure_code: "99213", modifier_1: "25", charge: "0.00" },
  ],
  skips: [{ charge: "free" }],
});
