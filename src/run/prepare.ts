import { resolve as resolvePath } from "node:path";
import type { Configuration } from "../config/resolve.ts";
import { hash64 } from "../findings/fingerprint.ts";
import { type Hidden, hiddenBy } from "../findings/print.ts";
import type { SourceOptions } from "../input/source.ts";
import type { ClaimForm, PayerKind } from "../model/claim.ts";
import { isoDate } from "../model/dates.ts";
import type { DateFormat } from "../model/values.ts";
import type { OpenedData } from "./data.ts";
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
  const asOf = settings.asOf === undefined ? today : (isoDate(settings.asOf) ?? today);
  return {
    sources,
    read: {
      map: configuration.map,
      dateFormat: settings.dateFormat as DateFormat | undefined,
      form: settings.profile as ClaimForm | undefined,
      payer: settings.payer as PayerKind | undefined,
      payers: new Map(Object.entries(configuration.payers).map(([name, kind]) => [name.trim().toLowerCase(), kind])),
      asOf,
    },
    rules: rules.flatMap(({ rule, severity, options }) => (severity === "off" ? [] : [{ rule, severity, options }])),
    off: rules.filter(({ severity }) => severity === "off").map(({ rule }) => rule),
    data: opened.data,
    dataReports: opened.reports,
    asOf,
    hidden,
    failOn: settings.failOn as RunSettings["failOn"],
    maxWarnings: settings.maxWarnings,
    maxErrorRate: settings.maxErrorRate,
    requireRules: settings.requireRules.includes("all") ? "all" : settings.requireRules,
    allowEmpty: settings.allowEmpty,
    configDigest: configDigest(configuration),
    tool: { name: "claimlint", version },
  };
}

/** What decides the findings, in one number: the same digest means the same rules, severities, options and mapping. */
function configDigest({ rules, map, payers, settings }: Configuration): string {
  const { delimiter, encoding, dateFormat, profile, payer } = settings;
  const decided = {
    rules: rules.map(({ rule, severity, options }) => [rule.id, severity, options]),
    map,
    payers,
    reading: [delimiter, encoding, dateFormat, profile, payer],
  };
  return hash64(JSON.stringify(decided));
}

/** The source of one path as the configuration reads it. The path is taken from `cwd` and shown as it was given. */
export function sourceOf(
  path: string,
  { settings }: Configuration,
  cwd: string,
  extra: Partial<SourceOptions> = {},
): SourceOptions {
  return {
    path: path === "-" ? path : resolvePath(cwd, path),
    name: path,
    encoding: settings.encoding as SourceOptions["encoding"],
    ...(settings.delimiter !== undefined && { delimiter: settings.delimiter }),
    ...extra,
  };
}
