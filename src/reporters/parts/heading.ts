import { fieldName } from "../../model/columns.ts";
import type { FileReport, RunResult } from "../../model/run.ts";
import { count, type Paint, pathText, safeText } from "./layout.ts";

const FILES_SHOWN = 5;
const NOTES_SHOWN = 3;

const VALUES = {
  all: "values: all, this report holds patient data",
  safe: "personal values hidden (A letter, 9 digit)",
  none: "all values hidden (A letter, 9 digit)",
} as const;

/** What was read and how: version, date, values policy, files, and every column whose meaning was a guess. */
export function heading(run: RunResult, paint: Paint, width: number): string {
  const policy = run.values === "all" ? paint.bad(VALUES.all) : VALUES[run.values];
  const top = `${paint.strong(`${run.tool.name} ${run.tool.version}`)} · as of ${run.asOf} · ${policy}\n`;
  const files = run.files.slice(0, FILES_SHOWN).map((file) => fileLines(file, paint));
  const more = run.files.length - FILES_SHOWN;
  const data = run.data.map(({ id, release }) => `${id} ${release}`).join(", ");
  return [
    top,
    ...files,
    more > 0 ? `  … and ${count(more, "more file", "more files")}\n` : "",
    data ? paint.quiet(`  data: ${safeText(data, width * 2)}\n`) : "",
    "\n",
  ].join("");
}

function fileLines(file: FileReport, paint: Paint): string {
  const unused = file.unmapped.length > 0 ? `, ${file.unmapped.length} not used` : "";
  const columns = `${count(file.mapping.length, "column")} read${unused}`;
  const size = `${count(file.rows, "line")}, ${count(file.claims, "claim")}, ${columns}`;
  const guesses = file.mapping.filter(({ how, note }) => how === "similar" || note !== undefined);
  const notes = guesses.slice(0, NOTES_SHOWN).map(({ key, slot, header, note, how }) => {
    const why = note ?? (how === "similar" ? "its name is similar" : "");
    return paint.severity(
      "warning",
      `    column "${safeText(header, 40)}" is read as ${fieldName(key, slot)}: ${safeText(why)}\n`,
    );
  });
  const more = guesses.length - NOTES_SHOWN;
  const rest = more > 0 ? `    … and ${count(more, "more such column")}; see claimlint inspect\n` : "";
  const failure = file.failure === undefined ? "" : paint.bad(`    not read to its end: ${safeText(file.failure)}\n`);
  return `  ${pathText(file.path)}  ${paint.quiet(size)}\n${notes.join("")}${rest}${failure}`;
}
