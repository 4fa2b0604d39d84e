import { UsageError } from "../model/errors.ts";

/** The names `--delimiter` knows beside a single character. */
const NAMED: ReadonlyMap<string, string> = new Map([
  ["comma", ","],
  ["tab", "\t"],
  ["\\t", "\t"],
  ["pipe", "|"],
  ["semicolon", ";"],
]);

/** In this order where two fit equally well. */
const CANDIDATES = [",", "\t", ";", "|"] as const;

const REMEDY = "Give --delimiter as , tab pipe semicolon or one character.";

/**
 * The delimiter character that `--delimiter` asks for. Throws `UsageError` for what cannot cut cells apart: more than one
 * character, a quote, a line break, and letters and digits, which would cut codes to pieces.
 */
export function parseDelimiter(text: string): string {
  const named = NAMED.get(text.toLowerCase());
  if (named !== undefined) return named;
  if ([...text].length !== 1) throw new UsageError("The delimiter is not one character", REMEDY);
  if (/["\r\n\0\u{feff}\p{L}\p{N}\p{Cs}]/u.test(text)) {
    throw new UsageError("A quote, a line break, a letter or a digit cannot be the delimiter", REMEDY);
  }
  return text;
}

/** A delimiter as a person would write it behind `--delimiter` in a shell. */
export function delimiterName(delimiter: string): string {
  if (delimiter === "\t") return "tab";
  if (delimiter === "|") return "pipe";
  if (delimiter === ";") return "semicolon";
  return delimiter;
}

/** Tab for `.tsv` and `.tab` (also gzipped), else comma. Goes by the name alone: nothing is guessed from the content. */
export function defaultDelimiter(name: string): string {
  return /\.(tsv|tab)(\.gz)?$/i.test(name) ? "\t" : ",";
}

/**
 * The delimiter that cuts a header into the most columns, where `current` cuts it into only one; undefined where no other
 * fits. A delimiter fits when it gives at least two cells and none but the last is empty (exports may end every record
 * with one). Delimiters inside quotes do not count.
 */
export function suggestDelimiter(headerLine: string, current: string): string | undefined {
  if (cellsOutsideQuotes(headerLine, current).length > 1) return undefined;
  let best: string | undefined;
  let most = 1;
  for (const candidate of CANDIDATES) {
    if (candidate === current) continue;
    const cells = cellsOutsideQuotes(headerLine, candidate);
    if (cells.length > most && cells.slice(0, -1).every((cell) => cell.trim() !== "")) {
      best = candidate;
      most = cells.length;
    }
  }
  return best;
}

function cellsOutsideQuotes(line: string, delimiter: string): string[] {
  return line.replace(/"(?:[^"]|"")*"/g, "q").split(delimiter);
}

/** Excel's own first line that names a delimiter (`sep=;`): no header, and no other reader knows it. */
export function isSeparatorLine(headerLine: string): boolean {
  return /^"?sep=.?"?$/iu.test(headerLine);
}
