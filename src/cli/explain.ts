import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { rulePage } from "../contract/page.ts";
import { UsageError } from "../model/errors.ts";
import { didYouMean } from "../model/nearest.ts";
import type { ExitCode } from "../model/run.ts";
import { RULES } from "../registry/rules.ts";
import { configure } from "./configure.ts";
import { explainRow } from "./explain-row.ts";
import type { ConfigChoice, Flags } from "./main.ts";
import type { Terminal } from "./terminal.ts";

/** `claimlint explain RULE|FILE:ROW`. */
export async function explainCommand(
  terminal: Terminal,
  what: string,
  flags: Flags,
  choice: ConfigChoice,
): Promise<ExitCode> {
  // A rule of claimlint's own needs no configuration to be explained.
  const rule = RULES.find(({ id }) => id === what);
  if (rule !== undefined) {
    terminal.stdout.write(rulePage(rule));
    return 0;
  }
  const row = /^(.+):(\d+)$/.exec(what);
  if (row !== null && (row[1] === "-" || existsSync(resolve(terminal.cwd, row[1]!)))) {
    return explainRow(terminal, row[1]!, Number(row[2]), await configure(terminal, flags, choice));
  }
  const { rules } = await configure(terminal, flags, choice);
  const added = rules.find((configured) => configured.rule.id === what);
  if (added !== undefined) {
    terminal.stdout.write(rulePage(added.rule));
    return 0;
  }
  const near = didYouMean(
    what,
    rules.map((configured) => configured.rule.id),
  );
  throw new UsageError(
    `${what} is neither a rule nor FILE:ROW of a file that is there.`,
    near ? `Did you mean ${near}?` : "claimlint rules lists the rules.",
  );
}
