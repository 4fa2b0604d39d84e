import rule from "../../../src/rules/line/proc-age-conflict.ts";
import { testRule } from "../harness.ts";

/** A service on 2026-03-02 for a patient born on a day. */
const born = (dob: string, procedure_code: string) => ({ dob, procedure_code, service_from: "2026-03-02" });

testRule(rule, {
  passes: [
    born("2026-02-02", "54160"),
    born("2026-02-01", "54161"),
    born("2021-03-03", "49501"),
    born("2021-03-02", "49505"),
    born("2021-03-03", "36568"),
    born("2021-03-02", "36569"),
    born("2023-03-03", "36406"),
    born("2023-03-02", "36410"),
    born("2026-03-02", "99460"),
    born("2026-02-02", "99469"),
    // 24 months are completed until the day before the 25th month.
    born("2024-02-03", "99472"),
    born("2024-03-02", "99475"),
    born("2020-03-03", "99476"),
    born("1991-03-02", "77067"),
    born("1960-03-02", "45378"),
    born("2026-03-03", "36556"),
  ],
  finds: [
    {
      lines: [born("2026-02-01", "54160")],
      message: /54160 is for up to 28 days; the patient was 29 days old on/,
      count: 1,
    },
    born("2026-02-02", "54161"),
    {
      lines: [born("2021-03-02", "49500")],
      message: /up to 4 years; the patient was 5 years old/,
      severity: "warning",
    },
    born("2021-03-03", "49507"),
    born("2021-03-02", "36570"),
    born("2023-03-02", "36400"),
    born("2023-03-03", "36410"),
    born("2024-02-02", "99471"),
    born("2024-03-03", "99475"),
    born("2020-03-02", "99475"),
    born("2006-03-02", "90744"),
    born("2008-03-03", "90746"),
    { lines: [born("1991-03-03", "77067")], message: /usually for 35 years and older/, severity: "info" },
  ],
  skips: [{ procedure_code: "42820", dob: "x" }],
});
