import rule from "../../../src/rules/line/mental-health-time.ts";
import { testRule } from "../harness.ts";

const session = (procedure_code: string, minutes: string) => ({ procedure_code, minutes });

testRule(rule, {
  passes: [
    session("90832", "16"),
    session("90832", "37"),
    session("90834", "38"),
    session("90834", "52"),
    session("90837", "90"),
    session("90833", "5"),
    session("90791", "5"),
  ],
  finds: [
    session("90832", "38"),
    session("90834", "37"),
    session("90834", "53"),
    {
      lines: [session("90837", "52")],
      message: /53 or more minutes of psychotherapy; the line has 52/,
      severity: "info",
    },
    { lines: [session("90832", "0")], message: /16 to 37/, count: 1 },
  ],
  skips: [session("90837", "x"), session("90837", "")],
});
