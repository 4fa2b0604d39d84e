import { resolve } from "node:path";
import type { Rule } from "../contract/rule.ts";
import { loadConfig } from "./load.ts";
import { type Configuration, type Layers, resolveConfiguration } from "./resolve.ts";
import { environmentName, parseSetting } from "./settings.ts";

export interface Wanted extends Omit<Layers, "file"> {
  /** The configuration file, absolute; none is read where left out. */
  readonly path: string | undefined;
}

/** The configuration of one call, with the waivers and the baseline it names. Throws `UsageError` for whatever is wrong. */
export async function loadConfiguration({ path, ...layers }: Wanted): Promise<Configuration> {
  const { cwd, rules } = layers;
  const file = path === undefined ? undefined : await loadConfig(path, cwd, rules, mayLoadPlugins(layers));
  const known = [...rules, ...(file?.added ?? []).map(({ rule }) => rule)];
  const resolved = resolveConfiguration({ ...layers, file, rules: known });
  const { waivers, baseline } = resolved.settings;
  return {
    ...resolved,
    waivers: waivers === undefined ? [] : await readWaivers(resolve(cwd, waivers), cwd, known),
    baseline: baseline === undefined ? undefined : await readBaseline(resolve(cwd, baseline), cwd),
  };
}

// Asked before the file is read, so never of the file itself: a configuration cannot give itself leave.
function mayLoadPlugins({ flags, environment }: Pick<Layers, "flags" | "environment">): boolean {
  const said = environment[environmentName("allowPlugins")] ?? "";
  const parsed = said === "" ? undefined : parseSetting("allowPlugins", said);
  return flags.allowPlugins === true || (parsed !== undefined && "value" in parsed && parsed.value === true);
}

async function readWaivers(path: string, cwd: string, rules: readonly Rule[]) {
  return (await import("./waivers.ts")).loadWaivers(path, cwd, rules);
}

async function readBaseline(path: string, cwd: string) {
  return (await import("./baseline.ts")).loadBaseline(path, cwd);
}
