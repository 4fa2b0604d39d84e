// What the linter finds on the corpus of fixtures/corpus, held against what is seeded there: docs/accuracy.md.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { REPORT_SCHEMA } from "../contract/report-schema.ts";
import { RULES } from "../registry/rules.ts";

/** Runs the command line and gives what it wrote to standard output. */
export type CommandLine = (argv: readonly string[]) => Promise<string>;

/** A finding of one rule about one record: what is counted. Two findings of a rule on one record are one. */
export interface Place {
  readonly file: string;
  readonly row: number;
  readonly rule: string;
  /** What was seeded, or the message of a finding. */
  readonly text: string;
}

export interface RuleAccuracy {
  readonly rule: string;
  readonly severity: string;
  readonly seeded: number;
  readonly found: number;
  readonly explained: number;
  readonly missed: readonly Place[];
  readonly falseAlarms: readonly Place[];
}

export interface Clean {
  readonly files: number;
  readonly claims: number;
  readonly lines: number;
  readonly errors: readonly Place[];
  readonly warnings: readonly Place[];
  readonly linesWithWarning: number;
  /** Warnings that `explained.md` does not name. */
  readonly unexplained: readonly Place[];
}

export interface Accuracy {
  readonly rules: readonly RuleAccuracy[];
  readonly clean: Clean;
  readonly dirty: { readonly files: number; readonly claims: number; readonly lines: number; readonly seeds: number };
}

/** What a rule must reach on the corpus, as shares of 1. */
export const LEAST = { precision: 0.98, recall: 0.95 } as const;
/** Most lines of the clean corpus that may carry a warning, as a share of 1. */
export const MOST_WARNED = 0.02;
/** Least seeds of a rule. */
export const LEAST_SEEDS = 5;

const AS_OF = "2026-11-22";
const keyOf = ({ file, row, rule }: Omit<Place, "text">): string => `${file}:${row}:${rule}`;

export function precision({ found, explained, falseAlarms }: RuleAccuracy): number {
  const right = found + explained;
  return falseAlarms.length === 0 ? 1 : right / (right + falseAlarms.length);
}

export function recall({ found, seeded }: RuleAccuracy): number {
  return seeded === 0 ? 1 : found / seeded;
}

function csvFiles(corpus: string, half: "clean" | "dirty"): string[] {
  return readdirSync(join(corpus, half))
    .filter((name) => name.endsWith(".csv") && !name.endsWith(".expected.csv"))
    .sort()
    .map((name) => `${half}/${name}`);
}

/** `row,rule,defect` of the file beside a dirty one; the last cell is prose and may hold commas. */
function seedsOf(corpus: string, file: string): Place[] {
  const text = readFileSync(join(corpus, file.replace(/\.csv$/, ".expected.csv")), "utf8");
  return text
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => {
      const [, row = "", rule = "", defect = ""] = /^(\d+),([^,]+),(.*)$/.exec(line) ?? [];
      return { file, row: Number(row), rule, text: defect };
    });
}

/** Rows of the Markdown table `| file | row | rule | why |`; a row cell may hold several numbers. */
function explanations(corpus: string): ReadonlySet<string> {
  const path = join(corpus, "clean/explained.md");
  const text = existsSync(path) ? readFileSync(path, "utf8") : "";
  const rows = [...text.matchAll(/^\|([^|]+)\|([^|]+)\|([^|]+)\|.*$/gm)].map((row) =>
    row.slice(1).map((cell) => cell.replaceAll("`", "").trim()),
  );
  return new Set(
    rows.flatMap(([file = "", numbers = "", rule = ""]) =>
      (numbers.match(/\d+/g) ?? []).map((row) => keyOf({ file: `clean/${file}`, row: Number(row), rule })),
    ),
  );
}

interface Checked {
  readonly claims: number;
  readonly lines: number;
  readonly places: readonly (Place & { readonly severity: string })[];
}

/**
 * A remark is no alarm: a rule of one payer says no more than `info` on the others' lines, and one that is in doubt says
 * so. Rules that are remarks themselves are measured like the rest.
 */
const OWN_INFO = new Set(RULES.filter(({ severity }) => severity === "info").map(({ id }) => id));

const isAlarm = ({ rule, severity }: Checked["places"][number]): boolean => severity !== "info" || OWN_INFO.has(rule);

/** One run a file: each is a practice of its own, whose patients have nothing to do with those of the next. */
async function checkFile(path: string, file: string, data: string | undefined, run: CommandLine): Promise<Checked> {
  const where = data === undefined ? [] : ["--data", data];
  const argv = [path, "-f", "json", "--as-of", AS_OF, "--no-config", "--no-progress", "--values", "all", ...where];
  const report = REPORT_SCHEMA.parse(JSON.parse(await run(argv)));
  const places = new Map<string, Place & { readonly severity: string }>();
  for (const { rule, row, severity, message } of report.findings) {
    const key = keyOf({ file, row, rule });
    // The gravest of the record.
    if ((places.get(key)?.severity ?? "info") === "info") places.set(key, { file, row, rule, text: message, severity });
  }
  return { claims: report.summary.claims, lines: report.summary.rows, places: [...places.values()] };
}

async function checkHalf(
  corpus: string,
  half: "clean" | "dirty",
  data: string | undefined,
  run: CommandLine,
): Promise<Checked & { readonly files: number }> {
  const files = csvFiles(corpus, half);
  const checked: Checked[] = [];
  for (const file of files) checked.push(await checkFile(join(corpus, file), file, data, run));
  const sum = (of: (one: Checked) => number): number => checked.reduce((total, one) => total + of(one), 0);
  return {
    files: files.length,
    claims: sum(({ claims }) => claims),
    lines: sum(({ lines }) => lines),
    places: checked.flatMap(({ places }) => places),
  };
}

/** The clean half alone: `data` is a folder of installed data sets. */
export async function checkClean(
  corpus: string,
  data: string | undefined,
  run: CommandLine,
): Promise<Clean & { readonly places: Checked["places"] }> {
  const { places, ...size } = await checkHalf(corpus, "clean", data, run);
  const explained = explanations(corpus);
  const warnings = places.filter(({ severity }) => severity === "warning");
  return {
    ...size,
    places,
    errors: places.filter(({ severity }) => severity === "error"),
    warnings,
    linesWithWarning: new Set(warnings.map(({ file, row }) => `${file}:${row}`)).size,
    unexplained: warnings.filter((place) => !explained.has(keyOf(place))),
  };
}

/** Runs the linter over both halves of the corpus and counts, for every T1 rule, hits, misses and false alarms. */
export async function measureAccuracy(corpus: string, data: string | undefined, run: CommandLine): Promise<Accuracy> {
  const { places: onClean, ...clean } = await checkClean(corpus, data, run);
  const dirty = await checkHalf(corpus, "dirty", data, run);
  const seeds = csvFiles(corpus, "dirty").flatMap((file) => seedsOf(corpus, file));
  const explained = explanations(corpus);
  const seeded = new Set(seeds.map(keyOf));
  const reported = new Set(dirty.places.map(keyOf));
  const rules = RULES.filter(({ tier }) => tier === "T1").map(({ id, severity }) => {
    const own = seeds.filter(({ rule }) => rule === id);
    const alarms = onClean.filter((place) => place.rule === id && isAlarm(place));
    const unexplained = alarms.filter((place) => !explained.has(keyOf(place)));
    const unseeded = dirty.places.filter((place) => place.rule === id && isAlarm(place) && !seeded.has(keyOf(place)));
    const missed = own.filter((place) => !reported.has(keyOf(place)));
    return {
      rule: id,
      severity,
      seeded: own.length,
      found: own.length - missed.length,
      explained: alarms.length - unexplained.length,
      missed,
      falseAlarms: [...unexplained, ...unseeded],
    };
  });
  const { files, claims, lines } = dirty;
  return { rules, clean, dirty: { files, claims, lines, seeds: seeds.length } };
}

/** What is below the limits, one sentence each; empty where all is well. */
export function shortfalls({ rules, clean }: Accuracy): string[] {
  const ofRules = rules.flatMap((one) => [
    ...(one.seeded < LEAST_SEEDS ? [`${one.rule}: ${one.seeded} seeds`] : []),
    ...(precision(one) < LEAST.precision ? [`${one.rule}: precision ${share(precision(one))}`] : []),
    ...(recall(one) < LEAST.recall ? [`${one.rule}: recall ${share(recall(one))}`] : []),
  ]);
  const warned = clean.linesWithWarning / clean.lines;
  return [
    ...ofRules,
    ...clean.errors.map((place) => `error on a clean claim: ${told(place)}`),
    ...clean.unexplained.map((place) => `unexplained warning on a clean claim: ${told(place)}`),
    ...(warned > MOST_WARNED ? [`warnings on ${share(warned)} of the clean lines`] : []),
  ];
}

/** For a person at work on the corpus. */
export function told({ file, row, rule, text }: Place): string {
  return `${file} row ${row} ${rule}: ${text}`;
}

function share(part: number): string {
  return part.toFixed(3);
}

/** `docs/accuracy.md`. */
export function accuracyPage({ rules, clean, dirty }: Accuracy): string {
  const rows = rules.map(
    (one) =>
      `| [\`${one.rule}\`](rules/${one.rule}.md) | ${one.severity} | ${one.seeded} | ${one.found} | ${one.falseAlarms.length} | ${share(precision(one))} | ${share(recall(one))} |`,
  );
  const total = (of: (one: RuleAccuracy) => number): number => rules.reduce((sum, one) => sum + of(one), 0);
  return `# Accuracy

Made by \`npm run corpus\` from \`fixtures/corpus/\`; a test fails when it is stale, when a rule falls below a precision of ${share(LEAST.precision)} or a
recall of ${share(LEAST.recall)}, when a clean claim gets an error, or when more than ${MOST_WARNED * 100} % of the clean lines get a warning.

- **Clean**: ${clean.files} files, ${clean.claims} claims, ${clean.lines} lines, coded as they should be. Errors: ${clean.errors.length}. Lines with a warning: ${clean.linesWithWarning}
  (${((clean.linesWithWarning / clean.lines) * 100).toFixed(1)} %), each explained in \`fixtures/corpus/clean/explained.md\`.
- **Dirty**: ${dirty.files} files, ${dirty.claims} claims, ${dirty.lines} lines; ${dirty.seeds} of them with one seeded defect, named in the \`.expected.csv\` beside the file.

Code tables come from \`fixtures/corpus/data/\`: excerpts in the publishers' layouts, which hold the codes of the corpus and little else. The corpus was written
by the same people as the rules: the table shows that a rule does what it says and keeps still on claims that are right, not how
often a defect occurs in life.

- *seeded*: lines on which the rule must report; *found*: those on which it did.
- *false alarms*: other lines, clean or dirty, on which it reported and \`explained.md\` does not say why it should. A remark
  (info) of a rule that is a warning or an error elsewhere is no alarm: so a rule of Medicare speaks on other payers' lines.
- *precision* = right findings ÷ (right findings + false alarms), explained ones being right; *recall* = found ÷ seeded.

| rule | severity | seeded | found | false alarms | precision | recall |
|---|---|---:|---:|---:|---:|---:|
${rows.join("\n")}
| all ${rules.length} T1 rules | | ${total(({ seeded }) => seeded)} | ${total(({ found }) => found)} | ${total(({ falseAlarms }) => falseAlarms.length)} | | |
`;
}
