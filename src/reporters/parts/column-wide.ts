import { fieldName } from "../../model/columns.ts";
import type { PrintedFinding } from "../../model/finding.ts";
import type { RunResult } from "../../model/run.ts";
import { place, whyAndFix } from "./frame.ts";
import { count, grouped, labelled, type Paint } from "./layout.ts";

/** Fewer lines than this are a list to work through, not a column to look at. */
const LEAST_LINES = 20;
const LEAST_SHARE = 0.6;
const PLACES_SHOWN = 3;

export interface Held {
  readonly rule: string;
  readonly first: PrintedFinding[];
  count: number;
}

/** Rules that may turn out to fail a whole column. Rules count by the run, columns only show as findings come. */
export function suspects(run: RunResult): ReadonlyMap<string, number> {
  const suspected = run.rules.filter(
    ({ findings, checked }) => checked > 0 && findings >= LEAST_LINES && findings >= LEAST_SHARE * checked,
  );
  return new Map(suspected.map(({ id, checked }) => [id, checked]));
}

/** Does one column carry enough of the findings? With several findings on one cell the share would mean nothing. */
export function isColumnWide(held: Held, checked: number): boolean {
  return held.count >= LEAST_LINES && held.count >= LEAST_SHARE * checked && held.count <= checked;
}

/** A column that fails as a whole, shown once: how many lines, what probably happened, the first places. */
export function columnWide(held: Held, checked: number, run: RunResult, paint: Paint, width: number): string {
  const first = held.first[0]!;
  const summary = run.rules.find(({ id }) => id === held.rule)?.summary ?? first.message;
  const share = `${grouped(held.count)} of ${count(checked, "line")} checked (${Math.floor((held.count / checked) * 100)} %)`;
  const column = first.header ?? first.field;
  const bar = paint.quiet("  │");
  const value = (finding: PrintedFinding) => {
    const text = finding.value ?? finding.valueShape;
    return text === undefined ? "" : `   ${text === "" ? "(blank)" : text}`;
  };
  return [
    `${paint.severity(first.severity)}  ${paint.strong(held.rule)}  ${summary}\n`,
    `${paint.quiet("  ┌─")} ${paint.strong(column ? `most of column ${column}` : "most records")}: ${share}\n`,
    ...held.first
      .slice(0, PLACES_SHOWN)
      .map((finding) => `${bar} ${place(finding)}   row ${finding.row}${value(finding)}\n`),
    `${bar} ${paint.quiet("… --max-per-rule 0 lists every one")}\n`,
    labelled("  cause ", likelyCause(held, run), width).replace("cause", paint.quiet("cause")),
    whyAndFix(first, paint, width),
  ].join("");
}

/** So many failures have one cause, and it is seldom the biller. Told from the form of the first values. */
function likelyCause(held: Held, run: RunResult): string {
  const { field, header } = held.first[0]!;
  if (field === undefined)
    return "probably one for all: the wrong delimiter, or an export that does not quote its texts.";
  const mapped = run.files.flatMap(({ mapping }) => mapping).find(({ key, slot }) => fieldName(key, slot) === field);
  if (mapped?.how === "similar") {
    return `probably one for all: the column "${header}" was taken for ${field} because of its name; \`--map ${field}=HEADER\` names the right one.`;
  }
  const shapes = held.first.map(({ valueShape }) => valueShape ?? "");
  const every = (form: RegExp) => shapes.every((shape) => form.test(shape));
  if (every(/^9(\.9+)?A[+-]?9+$/))
    return "probably a spreadsheet that wrote long numbers in scientific notation; export again as text.";
  if (every(/^9+\.9$/)) return "probably an export that turned codes into decimal numbers; export again as text.";
  if (every(/^[␠⍽⇥].*|.*[␠⍽⇥]$/)) return "probably an export that pads its cells with spaces.";
  if (every(/^9{1,4}[/-]9{1,2}[/-]9{1,4}$/))
    return `these are dates: the column is probably mapped wrong, or a spreadsheet made them; \`--map ${field}=HEADER\`.`;
  return `probably one for all: the column is not ${field}, or the export damaged it; \`claimlint inspect\` shows how it was read.`;
}
