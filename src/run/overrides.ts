import type { Configuration } from "../config/resolve.ts";
import { READING_SETTINGS } from "../config/settings.ts";
import type { ReadOptions } from "../input/lines.ts";
import type { ClaimForm, PayerKind } from "../model/claim.ts";
import type { Severity } from "../model/finding.ts";
import type { DateFormat } from "../model/values.ts";

type Reading = Pick<Configuration["settings"], (typeof READING_SETTINGS)[number]>;

/** How the file of this name is read. What was said on the command line or in the environment stands above overrides. */
export function readingOf({ settings, origins, overrides }: Configuration, name: string): Reading {
  const reading: Record<string, unknown> = {};
  for (const setting of READING_SETTINGS) {
    reading[setting] = settings[setting];
    if (origins[setting] === "flag" || origins[setting] === "environment") continue;
    for (const { matches, settings: own } of overrides) {
      if (own[setting] !== undefined && matches(name)) reading[setting] = own[setting];
    }
  }
  return reading as unknown as Reading;
}

export function readOptionsOf(configuration: Configuration, name: string, asOf: number): ReadOptions {
  const { dateFormat, profile, payer } = readingOf(configuration, name);
  const own = configuration.overrides.filter(({ matches }) => matches(name));
  const columns = Object.assign({}, configuration.columns, ...own.map((override) => override.columns));
  const payers = Object.assign({}, configuration.payers, ...own.map((override) => override.payers));
  return {
    map: [...Object.entries<string>(columns), ...configuration.map],
    dateFormat: dateFormat as DateFormat | undefined,
    form: profile as ClaimForm | undefined,
    payer: payer as PayerKind | undefined,
    payers: new Map(Object.entries<PayerKind>(payers).map(([payer, kind]) => [payer.trim().toLowerCase(), kind])),
    asOf,
  };
}

/** Severities of rules that are not the same for all files. */
export interface FileSeverities {
  /** The rules that some override is about. */
  readonly rules: ReadonlySet<string>;
  readonly of: (name: string, rule: string) => Severity | "off";
}

export function fileSeverities({ rules, overrides }: Configuration): FileSeverities | undefined {
  const open = new Map(rules.filter(({ origin }) => origin !== "flag").map((r) => [r.rule.id, r.severity]));
  const ids = new Set(overrides.flatMap((override) => Object.keys(override.rules)).filter((id) => open.has(id)));
  if (ids.size === 0) return undefined;
  return {
    rules: ids,
    of: (name, rule) =>
      overrides.findLast(({ matches, rules: own }) => own[rule] !== undefined && matches(name))?.rules[rule] ??
      open.get(rule)!,
  };
}
