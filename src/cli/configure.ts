import { resolve } from "node:path";
import { loadConfiguration } from "../config/configuration.ts";
import { findConfig } from "../config/load.ts";
import type { Configuration } from "../config/resolve.ts";
import { RULES } from "../registry/rules.ts";
import type { ConfigChoice, Flags } from "./main.ts";
import type { Terminal } from "./terminal.ts";

/** The configuration of one call: file (if any), environment and flags put together. */
export async function configure(terminal: Terminal, flags: Flags, choice: ConfigChoice): Promise<Configuration> {
  const { cwd, env, today } = terminal;
  let path: string | undefined;
  if (choice.config !== false) {
    const named = choice.config ?? env["CLAIMLINT_CONFIG"];
    path = named === undefined ? findConfig(cwd) : resolve(cwd, named);
  }
  const configuration = await loadConfiguration({
    path,
    flags,
    environment: env,
    set: choice.set,
    rules: RULES,
    cwd,
    today,
  });
  // Loaded only where there is a rule to try: most configurations have none.
  if (configuration.added.length > 0) await (await import("../run/examples.ts")).checkExamples(configuration.added);
  return configuration;
}
