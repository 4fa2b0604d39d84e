import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import type { Rule } from "../contract/rule.ts";
import type { PayerKind } from "../model/claim.ts";
import { UsageError } from "../model/errors.ts";
import type { Severity } from "../model/finding.ts";
import type { Document } from "./document.ts";
import { SETTINGS, type SettingName } from "./settings.ts";

export const CONFIG_NAMES = [
  "claimlint.config.jsonc",
  "claimlint.config.json",
  "claimlint.config.yaml",
  "claimlint.config.yml",
] as const;

export type RuleEntry = Readonly<Record<string, unknown>>;

/** What is different for some files. */
export interface Override {
  /** The patterns, as they are written. */
  readonly files: readonly string[];
  readonly matches: (name: string) => boolean;
  /** Among them only what `READING_SETTINGS` names. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly columns: Readonly<Record<string, string>>;
  readonly payers: Readonly<Record<string, PayerKind>>;
  readonly rules: Readonly<Record<string, Severity | "off">>;
}

/** A rule that is not claimlint's own. */
export interface AddedRule {
  readonly rule: Rule;
  /** Where it is written, or the name of its plugin. */
  readonly where: string;
}

/** What a configuration file says, with what it extends; checked. */
export interface ConfigFile {
  /** Relative to the working directory. */
  readonly path: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly columns: Readonly<Record<string, string>>;
  readonly payers: Readonly<Record<string, PayerKind>>;
  readonly rules: Readonly<Record<string, RuleEntry>>;
  readonly overrides: readonly Override[];
  readonly added: readonly AddedRule[];
  /** Digests of what decides findings and is in no other field: overrides, added rules. */
  readonly digests: readonly string[];
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** The nearest configuration file, from the working directory upwards (never from where the data lies). */
export function findConfig(cwd: string): string | undefined {
  for (let folder = cwd; ; folder = dirname(folder)) {
    for (const name of CONFIG_NAMES) if (isFile(join(folder, name))) return join(folder, name);
    if (dirname(folder) === folder) return undefined;
  }
}

const NOTHING: Omit<ConfigFile, "path"> = {
  settings: {},
  columns: {},
  payers: {},
  rules: {},
  overrides: [],
  added: [],
  digests: [],
};

interface Loading {
  readonly cwd: string;
  readonly rules: readonly Rule[];
  readonly allowPlugins: boolean;
}

/** Reads a configuration file and what it extends. Throws `UsageError` with the place of whatever is wrong. */
export function loadConfig(
  path: string,
  cwd: string,
  rules: readonly Rule[],
  allowPlugins = false,
): Promise<ConfigFile> {
  return load(path, { cwd, rules, allowPlugins }, []);
}

async function load(path: string, loading: Loading, from: readonly string[]): Promise<ConfigFile> {
  // Loaded only where there is a file to read: a run without one starts without zod.
  const { checked, readDocument } = await import("./document.ts");
  const { configSchema, FIRST_KEYS } = await import("./schema.ts");
  const { cwd } = loading;
  const remedy = "Check the path, or use --no-config.";
  const document = await readDocument(path, cwd, "configuration file", remedy);
  const first = (key: keyof typeof FIRST_KEYS): unknown => {
    const value = (document.value as Record<string, unknown> | null)?.[key];
    return value === undefined ? undefined : checked<unknown>(document, FIRST_KEYS[key], value, [key]);
  };

  const bases = (first("extends") ?? []) as string | string[];
  let base = NOTHING;
  for (const [i, name] of (typeof bases === "string" ? [bases] : bases).entries()) {
    const wanted = resolve(document.folder, name);
    const where = document.where(typeof bases === "string" ? ["extends"] : ["extends", i]);
    if (wanted === path || from.includes(wanted)) throw new UsageError(`${where}: the file extends itself.`);
    if (!isFile(wanted))
      throw new UsageError(`${where}: there is no file ${name}.`, "It is taken from this file's folder.");
    base = merge(base, await load(wanted, loading, [...from, path]));
  }

  const own = [
    ...(await customRules(document, (first("customRules") ?? {}) as Record<string, unknown>)),
    ...(await plugins(document, (first("plugins") ?? []) as string[], loading)),
  ];
  const added = together(loading.rules, [...base.added, ...own]);
  const known = [...loading.rules, ...added.map(({ rule }) => rule)];

  const {
    $schema,
    extends: _e,
    plugins: _p,
    customRules: custom,
    columns,
    payers,
    rules,
    overrides,
    ...settings
  } = checked(document, configSchema(known)) as Record<string, unknown>;
  const { filePatterns } = await import("./file-patterns.ts");
  const merged = merge(base, {
    path: document.shown,
    settings: withPaths(settings, document.folder, cwd),
    columns: (columns ?? {}) as ConfigFile["columns"],
    payers: (payers ?? {}) as ConfigFile["payers"],
    rules: detailed((rules ?? {}) as Record<string, string | RuleEntry>),
    overrides: ((overrides ?? []) as Record<string, unknown>[]).map(
      ({ files, columns, payers, rules, ...reading }): Override => ({
        files: [files as string | string[]].flat(),
        matches: filePatterns(files as string, document.folder, cwd),
        settings: reading,
        columns: (columns ?? {}) as Override["columns"],
        payers: (payers ?? {}) as Override["payers"],
        rules: (rules ?? {}) as Override["rules"],
      }),
    ),
    added: own,
    digests: [digest(JSON.stringify([custom, overrides])), ...own.flatMap(({ digest }) => digest ?? [])],
  });
  return { ...merged, added };
}

/** Each rule once: two files may extend a third one. Throws `UsageError` where two rules have one id. */
function together(rules: readonly Rule[], added: readonly AddedRule[]): AddedRule[] {
  const known = new Map<string, string>(rules.map(({ id }) => [id, "claimlint"]));
  return added.filter(({ rule: { id }, where }) => {
    const other = known.get(id);
    if (other === where) return false;
    if (other !== undefined)
      throw new UsageError(`${where}: there is a rule ${id} already (${other}).`, "Give it another id.");
    known.set(id, where);
    return true;
  });
}

/** `over` wins, key by key; of a rule, severity and options one by one. */
function merge(under: Omit<ConfigFile, "path">, over: ConfigFile): ConfigFile {
  const ids = new Set([...Object.keys(under.rules), ...Object.keys(over.rules)]);
  return {
    path: over.path,
    settings: { ...under.settings, ...over.settings },
    columns: { ...under.columns, ...over.columns },
    payers: { ...under.payers, ...over.payers },
    rules: Object.fromEntries([...ids].map((id) => [id, { ...under.rules[id], ...over.rules[id] }])),
    overrides: [...under.overrides, ...over.overrides],
    added: [...under.added, ...over.added],
    digests: [...under.digests, ...over.digests],
  };
}

function detailed(rules: Readonly<Record<string, string | RuleEntry>>): Record<string, RuleEntry> {
  return Object.fromEntries(
    Object.entries(rules).map(([id, entry]) => [id, typeof entry === "string" ? { severity: entry } : entry]),
  );
}

/** A path in a configuration is taken from the folder the file lies in; everywhere else, from the working directory. */
function withPaths(settings: Record<string, unknown>, folder: string, cwd: string): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]) => {
      const setting = SETTINGS[name as SettingName];
      const isPath = "path" in setting && typeof value === "string";
      return [name, isPath ? relative(cwd, resolve(folder, value)) || "." : value];
    }),
  );
}

interface Found extends AddedRule {
  readonly digest?: string;
}

async function customRules(document: Document, definitions: Readonly<Record<string, unknown>>): Promise<Found[]> {
  const entries = Object.entries(definitions);
  if (entries.length === 0) return [];
  const { customRule } = await import("./custom-rules.ts");
  return entries.map(([id, definition]) => {
    const where = document.where(["customRules"], id);
    return { rule: customRule(id, definition as Parameters<typeof customRule>[1], where), where };
  });
}

async function plugins(document: Document, names: readonly string[], { allowPlugins }: Loading): Promise<Found[]> {
  if (names.length === 0) return [];
  const where = document.where(["plugins", 0]);
  if (!allowPlugins) {
    throw new UsageError(
      `${where}: this configuration loads program code (${names.join(", ")}).`,
      "Use --allow-plugins if you trust it.",
    );
  }
  const { loadPlugin } = await import("./plugins.ts");
  const loaded = await Promise.all(
    names.map((name, i) => loadPlugin(name, document.folder, document.where(["plugins", i]))),
  );
  return loaded.flatMap(({ name, rules, source }) =>
    rules.map((rule): Found => ({ rule, where: name, digest: digest(source) })),
  );
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
