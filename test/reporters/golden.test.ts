import { expect, it } from "vitest";
import { REPORTERS } from "../../src/registry/reporters.ts";
import { makeRule, makeRun, printAll, write } from "./sample.ts";

const charged = makeRun({
  rules: makeRun().rules.map((rule) =>
    rule.id === "npi-check-digit" ? makeRule(rule.id, { findings: 1, chargeAtRiskCents: 12_500 }) : rule,
  ),
});

/** Whole reports as files, for people to look at and to see what a change does: `vitest -u` writes them anew. */
it.each(REPORTERS.map((reporter) => [reporter.id, reporter] as const))(
  "%s is written as ever",
  async (id, reporter) => {
    const text = write(reporter, { run: charged, findings: printAll("direct+quasi") });
    await expect(text).toMatchFileSnapshot(`golden/${id}.txt`);
  },
);
