import { day, isoDate } from "../model/dates.ts";

/**
 * Every setting of `check`, declared once: the command line, the environment, the configuration file, its JSON Schema,
 * `claimlint config` and the help all read this table.
 */
interface Base<T> {
  /** `-f, --format <NAME[=FILE]>` in commander's notation. */
  readonly flags: string;
  readonly describe: string;
  readonly group: "input" | "selecting" | "config" | "output" | "splitting" | "deciding" | "waiving";
  /** Left out of the configuration file: it only makes sense for one call. */
  readonly flagOnly?: true;
  readonly default: T;
}

export interface TextSetting extends Base<string | undefined> {
  readonly type: "text";
  /** Says what is wrong with a value, or nothing. */
  readonly refuse?: (value: string) => string | undefined;
  /** A file or folder: in a configuration file it is taken from that file's folder. */
  readonly path?: true;
}
export interface ChoiceSetting extends Base<string | undefined> {
  readonly type: "choice";
  readonly choices: readonly string[];
}
export interface ListSetting extends Base<readonly string[]> {
  readonly type: "list";
  /** One value may hold several, parted by commas. */
  readonly commas?: true;
}
export interface SwitchSetting extends Base<boolean> {
  readonly type: "switch";
}
export interface NumberSetting extends Base<number | undefined> {
  readonly type: "number";
  readonly minimum: number;
  readonly maximum?: number;
  /** `0.5%` is taken as 0.005. */
  readonly percent?: true;
}

export type Setting = TextSetting | ChoiceSetting | ListSetting | SwitchSetting | NumberSetting;

const refuseDate = (value: string) =>
  isoDate(value) === undefined ? `"${value}" is not a date; write it as YYYY-MM-DD` : undefined;

const DELIMITER_NAMES = ["comma", "tab", "pipe", "semicolon"];
const refuseDelimiter = (value: string) =>
  value.length === 1 || DELIMITER_NAMES.includes(value)
    ? undefined
    : `"${value}" is no delimiter; use one character, or comma, tab, pipe or semicolon`;

export const SETTINGS = {
  delimiter: {
    type: "text",
    flags: "-d, --delimiter <CHAR>",
    group: "input",
    default: undefined,
    refuse: refuseDelimiter,
    describe: "cell delimiter: a character, or comma, tab, pipe, semicolon (default: comma; tab for .tsv)",
  },
  encoding: {
    type: "choice",
    flags: "--encoding <NAME>",
    group: "input",
    choices: ["utf-8", "windows-1252", "utf-16le"],
    default: "utf-8",
    describe: "encoding of the input",
  },
  dateFormat: {
    type: "choice",
    flags: "--date-format <FORMAT>",
    group: "input",
    choices: ["YYYY-MM-DD", "YYYYMMDD", "MM/DD/YYYY", "DD/MM/YYYY", "DD-Mon-YYYY"],
    default: undefined,
    describe: "format of all date columns (default: decided per column)",
  },
  map: {
    type: "list",
    flags: "-m, --map <FIELD=HEADER>",
    group: "input",
    default: [],
    flagOnly: true,
    describe: "take FIELD from the column HEADER; FIELD= leaves it unmapped",
  },
  mapFile: {
    type: "text",
    flags: "--map-file <FILE>",
    group: "input",
    path: true,
    default: undefined,
    describe: 'JSON file of {"field": "Header"}',
  },
  profile: {
    type: "choice",
    flags: "--profile <FORM>",
    group: "input",
    choices: ["professional", "institutional"],
    default: undefined,
    describe: "form of all claims (default: decided per line)",
  },
  stdinFilename: {
    type: "text",
    flags: "--stdin-filename <NAME>",
    group: "input",
    default: undefined,
    flagOnly: true,
    describe: "name that reports give to standard input",
  },
  asOf: {
    type: "text",
    flags: "--as-of <YYYY-MM-DD>",
    group: "input",
    default: undefined,
    refuse: refuseDate,
    flagOnly: true,
    describe: "what counts as today (default: today, UTC)",
  },
  history: {
    type: "list",
    flags: "--history <FILE>",
    group: "input",
    default: [],
    flagOnly: true,
    describe: "earlier claim lines, for rules across claims; not reported on",
  },
  data: {
    type: "text",
    flags: "--data <DIR>",
    group: "input",
    path: true,
    default: undefined,
    describe: "folder of the installed data sets",
  },
  rule: {
    type: "list",
    commas: true,
    flags: "-r, --rule <ID[:SEVERITY]>",
    group: "selecting",
    default: [],
    flagOnly: true,
    describe: "switch a rule on, or to off, info, warning or error",
  },
  only: {
    type: "list",
    commas: true,
    flags: "--only <ID>",
    group: "selecting",
    default: [],
    flagOnly: true,
    describe: "run these rules and no others",
  },
  skip: {
    type: "list",
    commas: true,
    flags: "--skip <ID>",
    group: "selecting",
    default: [],
    flagOnly: true,
    describe: "do not run these rules",
  },
  payer: {
    type: "choice",
    flags: "--payer <NAME>",
    group: "selecting",
    choices: ["medicare", "medicaid", "commercial", "generic"],
    default: undefined,
    describe: "payer profile of all lines (default: from the payer column)",
  },
  allowPlugins: {
    type: "switch",
    flags: "--allow-plugins",
    group: "config",
    default: false,
    flagOnly: true,
    describe: "load the plugins a configuration names: they run as programs",
  },
  format: {
    type: "list",
    flags: "-f, --format <NAME[=FILE]>",
    group: "output",
    default: ["pretty"],
    describe: "report format, with =FILE to write it there; may be repeated",
  },
  output: {
    type: "text",
    flags: "-o, --output <FILE>",
    group: "output",
    default: undefined,
    flagOnly: true,
    describe: "write the report to FILE instead of standard output",
  },
  values: {
    type: "choice",
    flags: "--values <POLICY>",
    group: "output",
    choices: ["auto", "all", "safe", "none"],
    default: "auto",
    describe: "which cell values reports may show; auto hides what identifies a person",
  },
  maxPerRule: {
    type: "number",
    flags: "--max-per-rule <N>",
    group: "output",
    minimum: 0,
    default: undefined,
    describe: "show at most N findings of a rule, 0 for all (counts are not changed)",
  },
  groupBy: {
    type: "choice",
    flags: "--group-by <WHAT>",
    group: "output",
    choices: ["rule", "file", "claim", "column"],
    default: undefined,
    describe: "group the findings of the pretty format",
  },
  summary: {
    type: "switch",
    flags: "--summary",
    group: "output",
    default: false,
    flagOnly: true,
    describe: "counts only; short for --format summary",
  },
  color: {
    type: "choice",
    flags: "--color <WHEN>",
    group: "output",
    choices: ["auto", "always", "never"],
    default: "auto",
    describe: "use colour",
  },
  progress: {
    type: "switch",
    flags: "--no-progress",
    group: "output",
    default: true,
    flagOnly: true,
    describe: "no progress line on standard error",
  },
  clean: {
    type: "text",
    flags: "--clean <FILE>",
    group: "splitting",
    default: undefined,
    flagOnly: true,
    describe: "write the records of claims without a finding at or above --fail-on, byte for byte",
  },
  rejects: {
    type: "text",
    flags: "--rejects <FILE>",
    group: "splitting",
    default: undefined,
    flagOnly: true,
    describe: "write the records of all other claims; FILE's name with .rules.csv lists claim, row and rules",
  },
  failOn: {
    type: "choice",
    flags: "--fail-on <SEVERITY>",
    group: "deciding",
    choices: ["error", "warning", "info", "never"],
    default: "error",
    describe: "exit 1 when there is a finding at or above this severity",
  },
  maxWarnings: {
    type: "number",
    flags: "--max-warnings <N>",
    group: "deciding",
    minimum: 0,
    default: undefined,
    describe: "exit 1 when there are more warnings than N",
  },
  maxErrorRate: {
    type: "number",
    flags: "--max-error-rate <RATE>",
    group: "deciding",
    minimum: 0,
    maximum: 1,
    percent: true,
    default: undefined,
    describe: "exit 1 only when more than this share of the lines has errors (0.5%)",
  },
  requireRules: {
    type: "list",
    commas: true,
    flags: "--require-rules <ID>",
    group: "deciding",
    default: [],
    describe: "exit 2 when one of these rules could not run; all for every rule that is on",
  },
  allowEmpty: {
    type: "switch",
    flags: "--allow-empty",
    group: "deciding",
    default: false,
    describe: "a file without claim lines is fine",
  },
  waivers: {
    type: "text",
    flags: "--waivers <FILE>",
    group: "waiving",
    path: true,
    default: undefined,
    describe: "findings that may stand, with reason, owner and expiry date: shown, but not deciding",
  },
  baseline: {
    type: "text",
    flags: "--baseline <FILE>",
    group: "waiving",
    path: true,
    default: undefined,
    describe: "counts of findings by rule and file that may stand",
  },
  writeBaseline: {
    type: "text",
    flags: "--write-baseline <FILE>",
    group: "waiving",
    default: undefined,
    flagOnly: true,
    describe: "write the counts of this check as a baseline; the verdict stays as it is",
  },
} as const satisfies Record<string, Setting>;

export type SettingName = keyof typeof SETTINGS;

/** Settings of how a file is read: what an override may change for some files. */
export const READING_SETTINGS = ["delimiter", "encoding", "dateFormat", "profile", "payer"] as const;

export const SETTING_NAMES = Object.keys(SETTINGS) as SettingName[];

type ValueOf<S extends Setting> = S["type"] extends "list"
  ? readonly string[]
  : S["type"] extends "switch"
    ? boolean
    : S["type"] extends "number"
      ? number | undefined
      : S extends { readonly default: string }
        ? string
        : string | undefined;

export type Settings = { readonly [K in SettingName]: ValueOf<(typeof SETTINGS)[K]> };

export type Origin = "default" | "file" | "environment" | "flag";

/** `failOn` → `CLAIMLINT_FAIL_ON`. */
export function environmentName(name: SettingName): string {
  return `CLAIMLINT_${name.replace(/[A-Z]/g, (c) => `_${c}`).toUpperCase()}`;
}

/** A value as typed on a command line or set in the environment; a string that starts the reason where it is refused. */
export function parseSetting(name: SettingName, text: string): { value: unknown } | { refused: string } {
  const setting: Setting = SETTINGS[name];
  switch (setting.type) {
    case "text": {
      const refused = setting.refuse?.(text);
      return refused === undefined ? { value: text } : { refused };
    }
    case "choice": {
      const choice = setting.choices.find((c) => c.toLowerCase() === text.toLowerCase());
      return choice === undefined
        ? { refused: `"${text}" is not one of ${setting.choices.join(", ")}` }
        : { value: choice };
    }
    case "list":
      return {
        value: text
          .split(",")
          .map((t) => t.trim())
          .filter((t) => t !== ""),
      };
    case "switch":
      if (/^(1|true|yes|on)$/i.test(text)) return { value: true };
      return /^(0|false|no|off)$/i.test(text) ? { value: false } : { refused: `"${text}" is not true or false` };
    case "number": {
      const percent = setting.percent && text.endsWith("%");
      const number = Number(percent ? text.slice(0, -1) : text) / (percent ? 100 : 1);
      const whole = setting.percent || Number.isInteger(number);
      if (text.trim() === "" || !Number.isFinite(number) || !whole) return { refused: `"${text}" is not a number` };
      if (number < setting.minimum || number > (setting.maximum ?? Number.POSITIVE_INFINITY)) {
        return { refused: `${text} is out of range (${setting.minimum} to ${setting.maximum ?? "any"})` };
      }
      return { value: number };
    }
  }
}

/** The latest date claimlint's own tables were checked against the publications. */
export const KNOWLEDGE_DATE = day("2026-11-22");
