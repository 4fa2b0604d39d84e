import rule from "../../../src/rules/history/therapy-timed-units.ts";
import { testRule } from "../harness.ts";

type Cells = Record<string, string>;
const timed = (procedure_code: string, minutes: string, units: string, other: Cells = {}): Cells => ({
  procedure_code,
  minutes,
  units,
  modifier_1: "GP",
  $payer: "medicare",
  ...other,
});

testRule(rule, {
  passes: [
    timed("97110", "8", "1"),
    timed("97110", "37", "2"),
    timed("97110", "38", "3"),
    timed("97110", "53", "1"),
    [timed("97110", "7", "0"), timed("97140", "8", "1", { line_number: "2" })],
    [timed("97110", "33", "2"), timed("97140", "7", "1", { line_number: "2" })],
    // Not timed, or not judged: the minutes of one line are not known.
    timed("97161", "5", "1"),
    [timed("97110", "7", "1"), timed("97140", "", "1", { line_number: "2" })],
    timed("97110", "20", "4", { service_to: "2026-03-03" }),
    // By CPT each service of eight minutes is a unit.
    [timed("97110", "8", "1", { $payer: "" }), timed("97140", "8", "1", { line_number: "2" })],
  ],
  finds: [
    {
      lines: [timed("97110", "7", "1")],
      message: /7 minutes of timed therapy support 0 units; 1 are billed/,
      count: 1,
    },
    { lines: [timed("97110", "22", "2")], severity: "warning" },
    { lines: [timed("97110", "8", "1"), timed("97140", "8", "1", { line_number: "2" })], count: 1 },
    // Each plan of care has its own total.
    [timed("97110", "30", "2"), timed("97530", "7", "1", { line_number: "2", modifier_1: "GO" })],
    { lines: [timed("97110", "7", "1", { $payer: "commercial" })], severity: "info" },
  ],
  skips: [timed("97110", "7", "x"), { procedure_code: "97110" }],
});
