import { homedir } from "node:os";
import { resolve } from "node:path";
import type { Configuration } from "../config/resolve.ts";
import { storeFolder } from "../reference/store.ts";
import { type OpenedData, openDataSets } from "../run/data.ts";
import type { Terminal } from "./terminal.ts";

/** The folder of the installed tables: `--data` or the configuration, else the user's data folder. */
export function dataFolder(configured: string | undefined, { cwd, env }: Terminal): string {
  const data = configured === undefined ? undefined : resolve(cwd, configured);
  const home = env["HOME"] ?? env["USERPROFILE"] ?? homedir();
  return resolve(cwd, storeFolder({ data, env, home, windows: process.platform === "win32" }));
}

/** Opens the installed tables that the rules of this run use. */
export async function openData({ rules, settings }: Configuration, terminal: Terminal): Promise<OpenedData> {
  const on = rules.flatMap(({ rule, severity }) => (severity === "off" ? [] : [rule]));
  return openDataSets(on, dataFolder(settings.data, terminal));
}
