import { hiddenBy, mayShow } from "../findings/print.ts";
import { isHeaderRecord } from "../input/header-names.ts";
import { readLines, SharedValues } from "../input/read-lines.ts";
import { COLUMNS, fieldName, type LineKey } from "../model/columns.ts";
import { formatDate } from "../model/dates.ts";
import type { ExitCode } from "../model/run.ts";
import type { DateValue } from "../model/values.ts";
import { shapeOf, visible } from "../model/visible.ts";
import { groupByClaim } from "../run/claims.ts";
import { prepareRun, sourceOf } from "../run/prepare.ts";
import { toolVersion } from "../run/version.ts";
import { configure } from "./configure.ts";
import type { ConfigChoice, Flags } from "./main.ts";
import type { Terminal } from "./terminal.ts";

/** `claimlint inspect FILE`: how the file is read. Prints no cell value but the span of the dates of service. */
export async function inspectCommand(
  terminal: Terminal,
  path: string,
  flags: Flags,
  choice: ConfigChoice,
): Promise<ExitCode> {
  const configuration = await configure(terminal, flags, choice);
  const settings = prepareRun(configuration, [], terminal.today, toolVersion());
  const name = configuration.settings.stdinFilename;
  const source = sourceOf(
    path,
    configuration,
    terminal.cwd,
    path === "-" ? { stdin: terminal.stdin, ...(name !== undefined && { name }) } : {},
  );
  const file = await readLines(0, source, settings.read(source.name ?? path), new SharedValues());
  const { facts } = file;
  const { stdout } = terminal;
  const hidden = hiddenBy(configuration.settings.values as "auto", stdout.isTTY === true);
  // Without a header the first record is a person's, and its cells are no names of columns.
  const named = isHeaderRecord(facts.headers);
  const shown = (header: string) => (named ? visible(header, 60) : shapeOf(header));
  const say = (label: string, text: string) => stdout.write(`${label.padEnd(12)}${text}\n`);
  say("file", visible(facts.path));
  say("encoding", `${facts.encoding}${facts.bom ? ", with a byte order mark" : ""}`);
  say("delimiter", DELIMITERS[facts.delimiter] ?? visible(facts.delimiter));
  say("rows", `${facts.rows} in ${groupByClaim([file]).count} claims`);
  if (facts.ragged.length > 0)
    say("", `${facts.ragged.length} of them have more or fewer cells than the header and are not checked`);
  say(
    "dates",
    serviceSpan(file.rows, (row) => file.cell(row, "serviceFrom") as DateValue | undefined, mayShow("quasi", hidden)),
  );

  stdout.write("\ncolumns\n");
  const width = Math.max(...facts.mapping.map((m) => fieldName(m.key, m.slot).length), 5);
  const headerWidth = Math.max(...facts.mapping.map((m) => shown(m.header).length), 6);
  for (const { key, slot, header, how, column, note } of facts.mapping) {
    const date = facts.dateColumns.find((d) => d.column === column);
    const extra = [
      how,
      date && (date.format ?? "no date in it"),
      date?.ambiguous && "could also be DD/MM/YYYY",
      note,
    ].filter(Boolean);
    stdout.write(
      `  ${fieldName(key, slot).padEnd(width)}  ${shown(header).padEnd(headerWidth)}  ${extra.join(", ")}\n`,
    );
  }
  const used = new Set(facts.mapping.map((m) => m.column));
  const unused = facts.headers.filter((_, column) => !used.has(column));
  if (unused.length > 0) stdout.write(`\nnot used\n  ${unused.map(shown).join(", ")}\n`);
  if (!named)
    stdout.write(
      "\nThe first record does not look like a header; a file needs one. Its cells are shown by their shape.\n",
    );
  for (const { key, closest } of facts.missing) {
    const field = COLUMNS[key].slots > 1 ? fieldName(key, 0) : COLUMNS[key].field;
    stdout.write(
      `\nmissing     ${field} is required${closest ? `; the closest header is "${shown(closest)}"` : ""}: --map ${field}=HEADER\n`,
    );
  }

  const has = (key: LineKey) => file.has(key);
  const blocked = settings.rules.filter(({ rule }) => {
    if (rule.scope === "file") return false;
    if (rule.scope === "value") return !rule.on.some(has);
    return ![...rule.needs, ...(rule.columns ?? [])].every(has);
  });
  stdout.write(
    `\n${settings.rules.length - blocked.length} of ${settings.rules.length} rules find the columns they need.`,
  );
  stdout.write(blocked.length > 0 ? ` Without: ${blocked.map(({ rule }) => rule.id).join(", ")}\n` : "\n");
  return facts.missing.length > 0 ? 2 : 0;
}

const DELIMITERS: Readonly<Record<string, string>> = { ",": "comma", "\t": "tab", "|": "pipe", ";": "semicolon" };

/** Dates where they may be shown, else years: a small file has one patient's. */
function serviceSpan(rows: number, dateOf: (row: number) => DateValue | undefined, shown: boolean): string {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (let row = 1; row <= rows; row++) {
    const days = dateOf(row)?.days;
    if (days === undefined) continue;
    first = Math.min(first, days);
    last = Math.max(last, days);
  }
  if (!Number.isFinite(first)) return "no date of service";
  const [from, to] = [formatDate(first), formatDate(last)];
  if (shown) return `of service ${from} to ${to}`;
  const years = [...new Set([from.slice(0, 4), to.slice(0, 4)])];
  return `of service in ${years.join(" to ")} (days are shown on a terminal)`;
}
