import { resolve } from "node:path";
import { findConfig, loadConfig } from "../config/load.ts";
import { type Configuration, resolveConfiguration } from "../config/resolve.ts";
import { RULES } from "../registry/rules.ts";
import type { ConfigChoice, Flags } from "./main.ts";
import type { Terminal } from "./terminal.ts";

/** The configuration of one call: file (if any), environment and flags put together. */
export async function configure(terminal: Terminal, flags: Flags, choice: ConfigChoice): Promise<Configuration> {
  const { cwd, env } = terminal;
  let path: string | undefined;
  if (choice.config !== false) {
    const named = choice.config ?? env["CLAIMLINT_CONFIG"];
    path = named === undefined ? findConfig(cwd) : resolve(cwd, named);
  }
  const file = path === undefined ? undefined : await loadConfig(path, cwd, RULES);
  return resolveConfiguration({ flags, environment: env, file, set: choice.set, rules: RULES, cwd });
}
