import { readdirSync } from "node:fs";
import { testRule } from "./harness.ts";
const mine = process.env["MINE"]?.split(" ") ?? [];
for (const scope of ["value", "line", "claim", "history"]) {
  for (const f of readdirSync(`src/rules/${scope}`)) {
    if (!mine.includes(f.slice(0, -3))) continue;
    const { default: rule } = await import(`../../src/rules/${scope}/${f}`);
    testRule(rule, rule.examples);
  }
}
