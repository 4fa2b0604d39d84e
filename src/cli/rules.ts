import { neededTables } from "../contract/dataset.ts";
import type { ExitCode } from "../model/run.ts";
import { configure } from "./configure.ts";
import { openData } from "./data-sets.ts";
import type { ConfigChoice, Flags } from "./main.ts";
import type { Terminal } from "./terminal.ts";

/** `claimlint rules`: every rule and whether it would run. */
export async function rulesCommand(
  terminal: Terminal,
  format: string,
  flags: Flags,
  choice: ConfigChoice,
): Promise<ExitCode> {
  const configuration = await configure(terminal, flags, choice);
  const { data } = await openData(configuration, terminal);
  const rows = configuration.rules.map(({ rule, severity }) => {
    const missing = neededTables(rule).flatMap((tables) => (tables.some(({ id }) => data.has(id)) ? [] : tables));
    const state = severity === "off" ? "off" : missing.length > 0 ? "cannot run" : "on";
    return {
      id: rule.id,
      severity,
      scope: rule.scope,
      tier: rule.tier,
      state,
      ...(state === "cannot run" && { reason: `needs ${missing.map((d) => `${d.title}: ${d.install}`).join("; ")}` }),
      summary: rule.summary,
    };
  });
  const { stdout } = terminal;
  if (format === "json") stdout.write(`${JSON.stringify(rows, undefined, 2)}\n`);
  else if (format === "markdown") {
    stdout.write("| rule | severity | scope | state | summary |\n|---|---|---|---|---|\n");
    for (const row of rows)
      stdout.write(`| \`${row.id}\` | ${row.severity} | ${row.scope} | ${row.state} | ${row.summary} |\n`);
  } else {
    const width = Math.max(...rows.map((row) => row.id.length));
    for (const row of rows) {
      stdout.write(
        `${row.id.padEnd(width)}  ${row.severity.padEnd(7)}  ${row.scope.padEnd(7)}  ${row.state.padEnd(10)}  ${row.summary}\n`,
      );
    }
    const on = rows.filter((row) => row.state === "on").length;
    const cannot = rows.filter((row) => row.state === "cannot run");
    stdout.write(`\n${on} of ${rows.length} rules on`);
    stdout.write(
      cannot.length > 0
        ? `, ${cannot.length} cannot run for want of a data set (claimlint rules --format json says which)\n`
        : "\n",
    );
  }
  return 0;
}
