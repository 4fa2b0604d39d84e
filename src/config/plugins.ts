import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import type { Rule } from "../contract/rule.ts";
import { LINE_KEYS } from "../model/columns.ts";
import { UsageError } from "../model/errors.ts";
import { RULE_ID } from "./custom-rules.ts";

export interface Plugin {
  readonly name: string;
  readonly rules: readonly Rule[];
  /** Text of the module, for the digest of the configuration. */
  readonly source: string;
}

const keys = z.array(z.enum(LINE_KEYS as [string, ...string[]]));
const call = z.custom<(...given: never[]) => unknown>((value) => typeof value === "function", "must be a function");
const example = z.union([z.record(z.string(), z.string()), z.array(z.record(z.string(), z.string())).min(1)]);

const about = {
  id: z.string().regex(RULE_ID, "is no rule id"),
  severity: z.enum(["error", "warning", "info"]),
  tier: z.enum(["T1", "T2", "T3"]),
  since: z.string(),
  summary: z.string().min(1),
  why: z.string().min(1),
  fix: z.string().min(1),
  repair: z.enum(["safe", "suggest", "never"]),
  sources: z.array(z.string()),
  message: z.string().min(1),
  examples: z.looseObject({ passes: z.array(example).min(1), finds: z.array(example).min(1) }),
};
const inputs = { needs: keys, reads: keys.optional(), columns: keys.optional() };

const RULE = z.discriminatedUnion("scope", [
  z.looseObject({ ...about, scope: z.literal("file"), check: call }),
  z.looseObject({ ...about, scope: z.literal("value"), on: keys.min(1), check: call }),
  z.looseObject({ ...about, ...inputs, scope: z.literal("line"), check: call }),
  z.looseObject({ ...about, ...inputs, scope: z.literal("claim"), check: call }),
  z.looseObject({
    ...about,
    ...inputs,
    scope: z.literal("history"),
    per: z.enum(["patient", "patient+date"]),
    start: call,
    step: call,
  }),
]);

const PLUGIN = z.object({ rules: z.array(RULE).min(1) });

/**
 * Loads a plugin: an ES module (a package, or a file beside the configuration) whose default export is `{ rules: [...] }`,
 * each made by `lineRule`, `claimRule` or `historyRule`. Runs its code: only with the user's word.
 */
export async function loadPlugin(name: string, folder: string, where: string): Promise<Plugin> {
  const path = entryOf(name, folder);
  if (path === undefined) {
    throw new UsageError(
      `${where}: there is no plugin ${name}.`,
      "A file begins with ./; a package must be installed.",
    );
  }
  let module: { readonly default?: unknown };
  try {
    module = (await import(pathToFileURL(path).href)) as typeof module;
  } catch (error) {
    throw new UsageError(
      `${where}: the plugin ${name} cannot be loaded (${error instanceof Error ? error.message : "it threw"}).`,
    );
  }
  const parsed = PLUGIN.safeParse(module.default);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const at = issue?.path.join(".");
    throw new UsageError(
      `${where}: the plugin ${name} ${at ? `is wrong at ${at}` : "is wrong"}: ${issue?.message ?? "?"}.`,
      "Its default export is { rules: [ … ] }.",
    );
  }
  return { name, rules: (module.default as { rules: Rule[] }).rules, source: readFileSync(path, "utf8") };
}

function entryOf(name: string, folder: string): string | undefined {
  if (/^\.{0,2}\//.test(name) || /^[a-z]:[\\/]/i.test(name)) {
    const path = resolve(folder, name);
    return existsSync(path) ? path : undefined;
  }
  const { resolve: find } = createRequire(join(folder, "claimlint.config.js"));
  try {
    return find(name);
  } catch {
    // A package for `import` alone is not found that way: its folder is, and its package.json names the entry.
    const home = find
      .paths(name)
      ?.map((place) => join(place, name))
      .find((place) => existsSync(join(place, "package.json")));
    if (home === undefined) return undefined;
    const entry = importEntry(JSON.parse(readFileSync(join(home, "package.json"), "utf8")) as Record<string, unknown>);
    return entry === undefined ? undefined : join(home, entry);
  }
}

/** The file that `import "package"` gives: `exports["."]` under `import`, `node` or `default`, else `main`. */
function importEntry({ exports, main }: Record<string, unknown>): string | undefined {
  let target: unknown = exports;
  while (typeof target === "object" && target !== null) {
    const choices = target as Record<string, unknown>;
    target = choices["."] ?? choices["import"] ?? choices["node"] ?? choices["default"];
  }
  return typeof target === "string" ? target : typeof main === "string" ? main : undefined;
}
