import { resolve as resolvePath } from "node:path";
import type { Configuration } from "../config/resolve.ts";
import type { Rule } from "../contract/rule.ts";
import { hash64 } from "../findings/fingerprint.ts";
import { type Hidden, hiddenBy } from "../findings/print.ts";
import type { SourceOptions } from "../input/source.ts";
import { isoDate } from "../model/dates.ts";
import { SEVERITIES, type Severity } from "../model/finding.ts";
import type { OpenedData } from "./data.ts";
import { fileSeverities, readingOf, readOptionsOf } from "./overrides.ts";
import type { RunSettings } from "./settings.ts";

export const NO_DATA: OpenedData = { data: new Map(), reports: [] };

/** Turns a configuration into the settings of a run. `today` is used where the configuration names no as-of day. */
export function prepareRun(
  configuration: Configuration,
  sources: readonly SourceOptions[],
  today: number,
  version: string,
  opened: OpenedData = NO_DATA,
  hidden: Hidden = hiddenBy(configuration.settings.values as "auto", false),
): RunSettings {
  const { settings, rules } = configuration;
  const severities = fileSeverities(configuration);
  const inSomeFile = ({ id }: Rule): Severity | "off" =>
    (severities?.rules.has(id) && SEVERITIES.find((one) => configuration.overrides.some((o) => o.rules[id] === one))) ||
    "off";
  const placed = rules.map(({ severity, ...rest }) => ({
    ...rest,
    severity: severity === "off" ? inSomeFile(rest.rule) : severity,
  }));
  const asOf = settings.asOf === undefined ? today : (isoDate(settings.asOf) ?? today);
  return {
    sources,
    read: (name) => readOptionsOf(configuration, name, asOf),
    rules: placed.flatMap(({ rule, severity, options }) => (severity === "off" ? [] : [{ rule, severity, options }])),
    fileSeverities: severities,
    limits: new Map(rules.flatMap(({ rule, limits }) => (Object.keys(limits).length > 0 ? [[rule.id, limits]] : []))),
    off: placed.filter(({ severity }) => severity === "off").map(({ rule }) => rule),
    data: opened.data,
    dataReports: opened.reports,
    asOf,
    hidden,
    failOn: settings.failOn as RunSettings["failOn"],
    maxWarnings: settings.maxWarnings,
    maxErrorRate: settings.maxErrorRate,
    requireRules: settings.requireRules.includes("all") ? "all" : settings.requireRules,
    allowEmpty: settings.allowEmpty,
    waivers: configuration.waivers,
    baseline: configuration.baseline,
    notes: configuration.notes,
    configDigest: configDigest(configuration),
    tool: { name: "claimlint", version },
  };
}

/** What decides the findings, in one number: the same digest means the same rules, severities, options and mapping. */
function configDigest({ rules, columns, map, payers, settings, digests }: Configuration): string {
  const { delimiter, encoding, dateFormat, profile, payer } = settings;
  const decided = {
    rules: rules.map(({ rule, severity, options, limits }) => [rule.id, severity, options, limits]),
    map: [...Object.entries(columns), ...map],
    payers,
    reading: [delimiter, encoding, dateFormat, profile, payer],
    digests,
  };
  return hash64(JSON.stringify(decided));
}

/** The source of one path as the configuration reads it. The path is taken from `cwd` and shown as it was given. */
export function sourceOf(
  path: string,
  configuration: Configuration,
  cwd: string,
  extra: Partial<SourceOptions> = {},
): SourceOptions {
  const { encoding, delimiter } = readingOf(configuration, extra.name ?? path);
  return {
    path: path === "-" ? path : resolvePath(cwd, path),
    name: path,
    encoding: encoding as SourceOptions["encoding"],
    ...(delimiter !== undefined && { delimiter }),
    ...extra,
  };
}
