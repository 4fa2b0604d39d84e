import { readFileSync } from "node:fs";
import { resolve as resolvePath } from "node:path";
import type { Option } from "../contract/options.ts";
import type { Rule } from "../contract/rule.ts";
import type { Baseline } from "../model/baseline.ts";
import { isoDate } from "../model/dates.ts";
import { UsageError } from "../model/errors.ts";
import type { Severity } from "../model/finding.ts";
import { didYouMean } from "../model/nearest.ts";
import type { CalendarDate } from "../model/values.ts";
import type { Waiver } from "../model/waiver.ts";
import type { AddedRule, ConfigFile, Override } from "./load.ts";
import {
  environmentName,
  type Origin,
  parseSetting,
  SETTING_NAMES,
  SETTINGS,
  type SettingName,
  type Settings,
} from "./settings.ts";

/** A rule as this configuration wants it. */
export interface ConfiguredRule {
  readonly rule: Rule;
  readonly severity: Severity | "off";
  readonly options: Readonly<Record<string, unknown>>;
  readonly origin: Origin;
  /** Findings beyond which the rule's are errors, or warnings; below they weigh less. */
  readonly limits: Limits;
}

/** A number of findings, or a share (0 to 1) of the lines that the rule checked. */
export type Limit = { readonly findings: number } | { readonly share: number };

export interface Limits {
  readonly error?: Limit;
  readonly warning?: Limit;
}

export interface Configuration {
  readonly settings: Settings;
  readonly origins: Readonly<Record<SettingName, Origin>>;
  readonly rules: readonly ConfiguredRule[];
  /** The configuration file's header of each field. */
  readonly columns: ConfigFile["columns"];
  /** `[field, header]` of `--map-file` and `--map`, the later one winning, all of them over `columns`. */
  readonly map: readonly (readonly [string, string])[];
  readonly payers: ConfigFile["payers"];
  /** What is different for some files. Flags and environment win over it. */
  readonly overrides: readonly Override[];
  readonly file: string | undefined;
  /** Rules that are not claimlint's own. */
  readonly added: readonly AddedRule[];
  /** Of what decides findings and stands in no other field. */
  readonly digests: readonly string[];
  readonly waivers: readonly Waiver[];
  readonly baseline: Baseline | undefined;
  /** What a person has to be told about the configuration, one sentence each. */
  readonly notes: readonly string[];
}

export interface Layers {
  /** What the command line said, by setting; already of the setting's type. */
  readonly flags: Readonly<Partial<Record<SettingName, unknown>>>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly file: ConfigFile | undefined;
  /** `--set KEY=VALUE`, over the file. */
  readonly set: readonly string[];
  readonly rules: readonly Rule[];
  readonly cwd: string;
  /** What counts as today where `--as-of` does not say it. */
  readonly today: CalendarDate;
}

/** Defaults < configuration file < environment < flags. Throws `UsageError` naming the place of whatever is wrong. */
export function resolveConfiguration(layers: Layers): Configuration {
  const settings: Record<string, unknown> = {};
  const origins = {} as Record<SettingName, Origin>;
  const set = parseSet(layers.set, layers.rules);
  for (const name of SETTING_NAMES) {
    const fromEnvironment = layers.environment[environmentName(name)];
    const fromFile = layers.file?.settings[name];
    if (layers.flags[name] !== undefined) [settings[name], origins[name]] = [layers.flags[name], "flag"];
    else if (set.settings[name] !== undefined) [settings[name], origins[name]] = [set.settings[name], "flag"];
    else if (fromEnvironment !== undefined && fromEnvironment !== "") {
      const parsed = parseSetting(name, fromEnvironment);
      if ("refused" in parsed) throw new UsageError(`${environmentName(name)}: ${parsed.refused}.`);
      [settings[name], origins[name]] = [parsed.value, "environment"];
    } else if (fromFile !== undefined) [settings[name], origins[name]] = [fromFile, "file"];
    else [settings[name], origins[name]] = [SETTINGS[name].default, "default"];
  }
  const resolved = settings as unknown as Settings;
  const asOf = (resolved.asOf === undefined ? undefined : isoDate(resolved.asOf)) ?? layers.today;
  const rules = configureRules(layers, resolved, set.rules, asOf);
  return {
    settings: resolved,
    origins,
    rules: rules.map(({ rule }) => rule),
    columns: layers.file?.columns ?? {},
    map: [
      ...(resolved.mapFile === undefined ? [] : readMapFile(resolved.mapFile, layers.cwd)),
      ...resolved.map.map(parseMapEntry),
    ],
    payers: layers.file?.payers ?? {},
    overrides: layers.file?.overrides ?? [],
    file: layers.file?.path,
    added: layers.file?.added ?? [],
    digests: layers.file?.digests ?? [],
    waivers: [],
    baseline: undefined,
    notes: rules.flatMap(({ note }) => note ?? []),
  };
}

function parseMapEntry(entry: string): readonly [string, string] {
  const equals = entry.indexOf("=");
  if (equals < 1)
    throw new UsageError(`--map ${entry}: write it as FIELD=HEADER, for example --map procedure_code="Service Code".`);
  return [entry.slice(0, equals).trim(), entry.slice(equals + 1)];
}

function readMapFile(path: string, cwd: string): (readonly [string, string])[] {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(resolvePath(cwd, path), "utf8"));
  } catch (error) {
    const why = error instanceof SyntaxError ? "is not JSON" : "cannot be read";
    throw new UsageError(`The map file ${path} ${why}.`, 'It holds one object: {"procedure_code": "Service Code"}.');
  }
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  if (!isObject || !Object.values(value as object).every((header) => typeof header === "string")) {
    throw new UsageError(
      `The map file ${path} must hold one object of texts.`,
      'For example: {"procedure_code": "Service Code"}.',
    );
  }
  return Object.entries(value as Record<string, string>);
}

/** `--set failOn=warning`, `--set rules.duplicate-line.severity=info`. */
function parseSet(entries: readonly string[], rules: readonly Rule[]) {
  const settings: Partial<Record<SettingName, unknown>> = {};
  const ruleSettings = new Map<string, Record<string, unknown>>();
  for (const entry of entries) {
    const equals = entry.indexOf("=");
    if (equals < 1) throw new UsageError(`--set ${entry}: write it as KEY=VALUE.`);
    const key = entry.slice(0, equals);
    const text = entry.slice(equals + 1);
    const rule = /^rules\.([^.]+)(?:\.(.+))?$/.exec(key);
    if (rule !== null) {
      const id = knownRule(rule[1]!, rules, "--set").id;
      const own = ruleSettings.get(id) ?? {};
      own[rule[2] ?? "severity"] = text;
      ruleSettings.set(id, own);
      continue;
    }
    if (!(key in SETTINGS)) {
      const near = didYouMean(key, SETTING_NAMES);
      throw new UsageError(`--set ${key}: there is no such setting.`, near && `Did you mean ${near}?`);
    }
    const parsed = parseSetting(key as SettingName, text);
    if ("refused" in parsed) throw new UsageError(`--set ${key}: ${parsed.refused}.`);
    settings[key as SettingName] = parsed.value;
  }
  return { settings, rules: ruleSettings };
}

/** The rule of an id; throws with "did you mean" where there is none. */
export function knownRule(id: string, rules: readonly Rule[], where: string): Rule {
  const rule = rules.find((r) => r.id === id);
  if (rule !== undefined) return rule;
  const near = didYouMean(
    id,
    rules.map((r) => r.id),
  );
  throw new UsageError(
    `${where}: there is no rule "${id}".`,
    near ? `Did you mean ${near}?` : "claimlint rules lists them.",
  );
}

const LEVELS: readonly string[] = ["off", "info", "warning", "error"];

function level(text: string, where: string): Severity | "off" {
  if (LEVELS.includes(text)) return text as Severity | "off";
  throw new UsageError(`${where}: "${text}" is not a severity; use ${LEVELS.join(", ")}.`);
}

function configureRules(
  { rules, file }: Layers,
  settings: Settings,
  set: ReadonlyMap<string, Record<string, unknown>>,
  asOf: CalendarDate,
): { readonly rule: ConfiguredRule; readonly note: string | undefined }[] {
  const byFlag = new Map<string, Severity | "on" | "off">();
  for (const entry of settings.rule) {
    const [id = "", wanted] = entry.split(":");
    byFlag.set(knownRule(id, rules, "--rule").id, wanted === undefined ? "on" : level(wanted, `--rule ${entry}`));
  }
  const only = new Set(settings.only.map((id) => knownRule(id, rules, "--only").id));
  for (const id of settings.skip) byFlag.set(knownRule(id, rules, "--skip").id, "off");
  for (const id of settings.requireRules) if (id !== "all") knownRule(id, rules, "--require-rules");

  return rules.map((rule) => {
    const { severity: inFile, until, errorIf, warnIf, ...ownOptions } = file?.rules[rule.id] ?? {};
    const fromSet = set.get(rule.id) ?? {};
    const options = optionsOf(rule, ownOptions, fromSet);
    let severity: Severity | "off" = rule.defaultOff ? "off" : rule.severity;
    let origin: Origin = "default";
    const over = until !== undefined && isoDate(String(until))! < asOf;
    if (inFile !== undefined && !over) [severity, origin] = [inFile as Severity | "off", "file"];
    if (fromSet["severity"] !== undefined) {
      [severity, origin] = [level(String(fromSet["severity"]), `--set rules.${rule.id}`), "flag"];
    }
    const flag = byFlag.get(rule.id);
    if (flag === "on") [severity, origin] = [severity === "off" ? rule.severity : severity, "flag"];
    else if (flag !== undefined) [severity, origin] = [flag, "flag"];
    if (only.size > 0) {
      if (!only.has(rule.id)) [severity, origin] = ["off", "flag"];
      else if (severity === "off" && flag !== "off") [severity, origin] = [rule.severity, "flag"];
    }
    if (flag === undefined && severity !== "off" && (errorIf !== undefined || warnIf !== undefined))
      [severity, origin] = [errorIf === undefined ? "warning" : "error", "file"];
    const limits = flag !== undefined ? {} : { ...limit("error", errorIf), ...limit("warning", warnIf) };
    const note = over
      ? `${file?.path}: the severity of ${rule.id} was set until ${until}; it is ${severity} again`
      : undefined;
    return { rule: { rule, severity, options, origin, limits }, note };
  });
}

/** `20`, or `"5%"` of the lines the rule checked. */
function limit(name: keyof Limits, value: unknown): Limits {
  if (value === undefined) return {};
  const share = Number.parseFloat(String(value)) / 100;
  return { [name]: typeof value === "number" ? { findings: value } : { share } };
}

function optionsOf(rule: Rule, fromFile: Record<string, unknown>, fromSet: Record<string, unknown>) {
  const declared = rule.options ?? {};
  const values: Record<string, unknown> = Object.fromEntries(
    Object.entries(declared).map(([name, o]) => [name, o.default]),
  );
  Object.assign(values, fromFile);
  for (const [name, value] of Object.entries(fromSet)) {
    if (name === "severity") continue;
    const option = declared[name];
    if (option === undefined) {
      const near = didYouMean(name, Object.keys(declared));
      throw new UsageError(
        `--set rules.${rule.id}.${name}: the rule has no such option.`,
        near && `Did you mean ${near}?`,
      );
    }
    values[name] = parseOption(option, String(value), `--set rules.${rule.id}.${name}`);
  }
  return values;
}

function parseOption(option: Option, text: string, where: string): unknown {
  if (option.type === "list") return text.split(",").map((t) => t.trim());
  if (option.type === "boolean" && /^(true|false)$/.test(text)) return text === "true";
  if (option.type === "choice" && option.choices.includes(text)) return text;
  if (option.type === "integer" && /^-?\d+$/.test(text)) {
    const number = Number(text);
    if (number >= (option.minimum ?? number) && number <= (option.maximum ?? number)) return number;
  }
  throw new UsageError(`${where}: "${text}" is not a value it takes (${option.describe}).`);
}
