import { Chalk, type ChalkInstance } from "chalk";
import type { Severity } from "../../model/finding.ts";
import { visible } from "../../model/visible.ts";

/** Where the stream is no terminal: wide enough for a table, narrow enough to read in a mail. */
export const DEFAULT_WIDTH = 110;

export interface Paint {
  readonly severity: (severity: Severity, text?: string) => string;
  readonly strong: ChalkInstance;
  readonly quiet: ChalkInstance;
  readonly good: ChalkInstance;
  readonly bad: ChalkInstance;
}

/** The sixteen basic colours only: they follow the person's own theme, light or dark. */
export function painter(color: boolean): Paint {
  const chalk = new Chalk({ level: color ? 1 : 0 });
  const of = { error: chalk.red.bold, warning: chalk.yellow.bold, info: chalk.cyan.bold };
  return {
    severity: (severity, text = severity) => of[severity](text),
    strong: chalk.bold,
    quiet: chalk.dim,
    good: chalk.green.bold,
    bad: chalk.red.bold,
  };
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|[\u{20000}-\u{3fffd}]/u;

/** Columns of a terminal that a text takes: 2 for an East Asian or emoji character, 0 for a combining mark. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    if (character < "\u0300") width += 1;
    else if (!/\p{M}/u.test(character)) width += WIDE.test(character) ? 2 : 1;
  }
  return width;
}

export function pad(text: string, width: number, right = false): string {
  const space = " ".repeat(Math.max(0, width - widthOf(text)));
  return right ? space + text : text + space;
}

/** Cuts the middle out of a text that is wider than `width`: both its ends identify it. */
export function shorten(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  const characters = Array.from(text);
  const start: string[] = [];
  const end: string[] = [];
  let left = width - 1;
  // Two thirds in front; from the back only what still fits.
  for (let i = 0; i < characters.length && left - widthOf(characters[i]!) >= Math.floor((width - 1) / 3); i++) {
    left -= widthOf(characters[i]!);
    start.push(characters[i]!);
  }
  for (let i = characters.length - 1; i >= start.length && left - widthOf(characters[i]!) >= 0; i--) {
    left -= widthOf(characters[i]!);
    end.unshift(characters[i]!);
  }
  return `${start.join("")}…${end.join("")}`;
}

/** Lines of at most `width`, broken at spaces. Only for our own texts: a line of cell text could start with `::error::`. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  // A command in back quotes stays whole, so that it can be copied.
  for (const word of text.match(/[^\s`]*`[^`]*`\S*|\S+/g) ?? []) {
    if (line !== "" && widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** A wrapped text behind a label, continued under itself. */
export function labelled(label: string, text: string, width: number): string {
  const indent = " ".repeat(widthOf(label));
  return wrap(text, Math.max(30, width - indent.length))
    .map((line, i) => `${i === 0 ? label : indent}${line}\n`)
    .join("");
}

/** A text that did not come through `printFinding`, in a form that neither a terminal nor a CI log obeys. */
export function safeText(text: string, limit?: number): string {
  return visible(text, limit).replace(/##(?=\[|vso\[)/gi, "#\\u{23}");
}

/** A path, which may stand at the start of a line: there GitHub's runner would read `::` as a command. */
export function pathText(path: string): string {
  const text = safeText(path);
  return text.startsWith("::") ? `./${text}` : text;
}

/** `1 line`, `2 lines`, `12,345 lines`. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${grouped(n)} ${n === 1 ? one : many}`;
}

/** Digits in groups of three, the same in every locale. */
export function grouped(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** Whole cents as `$1,234.50`. */
export function dollars(cents: number): string {
  const magnitude = Math.abs(cents);
  return `${cents < 0 ? "-" : ""}$${grouped(Math.floor(magnitude / 100))}.${String(magnitude % 100).padStart(2, "0")}`;
}
