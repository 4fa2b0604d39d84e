import rule from "../../../src/rules/line/therapy-assistant-modifier.ts";
import { testRule } from "../harness.ts";

const line = (procedure_code: string, modifier_1: string, modifier_2 = "", modifier_3 = "") => ({
  procedure_code,
  modifier_1,
  modifier_2,
  modifier_3,
  $payer: "medicare",
});

testRule(rule, {
  passes: [
    line("97140", "CQ", "59", "GP"),
    line("97597", "GP", "CQ"),
    line("97535", "GO", "CO"),
    line("97161", "GP"),
    line("97110", "CQ"),
    line("97110", "GPCQ", "CQ"),
  ],
  finds: [
    { lines: [line("97110", "GN", "CQ")], message: /goes with GP, not GN/, count: 1, severity: "info" },
    { lines: [line("97530", "GP", "CO")], message: /CO on 97530: it goes with GO, not GP/ },
    { lines: [line("97597", "CQ")], message: /GP is missing/ },
    { lines: [line("97165", "GO", "CO")], message: /do not furnish evaluations/, count: 1 },
    { lines: [line("97168", "GP", "CO")], message: /evaluations/, count: 1 },
  ],
  skips: [line("97110", "")],
});
