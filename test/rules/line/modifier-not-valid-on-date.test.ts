import rule from "../../../src/rules/line/modifier-not-valid-on-date.ts";
import { testRule } from "../harness.ts";

const on = (modifier: string, from: string, to = from, code = "99213") => ({
  procedure_code: code,
  modifier_1: modifier,
  service_from: from,
  service_to: to,
});

testRule(
  rule,
  {
    passes: [
      on("AC", "2026-07-01"),
      on("CP", "2017-12-31"),
      on("GD", "2019-12-31"),
      on("JF", "2015-06-30"),
      on("L1", "2016-12-31"),
      on("JZ", "2023-01-01"),
      on("FQ", "2022-01-01"),
      on("XS", "2015-01-01"),
      on("25", "1999-01-01"),
      on("MA", "2026-03-02"),
      on("ZZ", "2026-03-02"),
      // The line reaches into the time of the modifier.
      on("JZ", "2022-12-31", "2023-01-01"),
      on("JG", "2024-12-31", "2025-01-02"),
      on("PN", "2015-05-01", "2015-05-01", "A0428"),
    ],
    finds: [
      { lines: [on("AC", "2026-06-30")], message: /AC begins on 2026-07-01; the service was on 2026-06-30$/, count: 1 },
      { lines: [on("JG", "2025-01-01")], message: /JG ended on 2024-12-31.*; TB took its place/, severity: "error" },
      on("CP", "2018-01-01"),
      on("GD", "2020-01-01"),
      on("JF", "2015-07-01"),
      on("L1", "2017-01-01"),
      on("JZ", "2022-12-31"),
      on("AB", "2022-12-31"),
      on("93", "2021-12-31"),
      on("FT", "2021-12-31"),
      on("XU", "2014-12-31"),
      on("ZA", "2018-04-01"),
      on("PN", "2015-05-01"),
    ],
    skips: [on("25", "")],
  },
  {},
);

// The publisher's dates go before the built-in ones.
testRule(
  rule,
  {
    passes: [on("GD", "2020-06-01"), on("25", "2026-03-02")],
    finds: [{ lines: [on("QW", "2026-03-02")], message: /QW ended on 2025-12-31/ }],
  },
  { hcpcs: { GD: { terminated: "2020-12-31" }, QW: { terminated: "2025-12-31" } } },
);
