import type { Coverage, Section, SourceFile, SourceOrigin, Table, TableDraft } from "../../contract/dataset.ts";
import { InputError } from "../../model/errors.ts";
import type { CalendarDate } from "../../model/values.ts";

/** A draft as a table, without a file: for examples, and for a diff of files that are not installed. */
export function memoryTable(draft: TableDraft): Table {
  const section = <S extends Section>(name: string): S => {
    const found = draft.sections[name];
    if (found === undefined) throw new Error(`no section ${name}`);
    return found as S;
  };
  return {
    releases: draft.releases,
    coverage: draft.coverage,
    meta: draft.meta,
    u8: section,
    u16: section,
    u32: section,
    i32: section,
    f64: section,
  };
}

/** The refusal of a file, with the line where it is known. */
export function refusal(source: SourceFile, line: number | undefined, message: string, remedy?: string): InputError {
  return new InputError(line === undefined ? source.where : `${source.where}:${line}`, message, remedy);
}

/** Spans that touch or overlap become one; ascending. */
export function mergeCoverage(spans: readonly Coverage[]): Coverage[] {
  const merged: { from: CalendarDate; to: CalendarDate }[] = [];
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last.to + 1) last.to = Math.max(last.to, to);
    else merged.push({ from, to });
  }
  return merged;
}

export function covers(coverage: readonly Coverage[], date: CalendarDate): boolean {
  return coverage.some((span) => span.from <= date && date <= span.to);
}

/** Each file once, by name and digest. */
export function distinctOrigins(origins: readonly SourceOrigin[]): SourceOrigin[] {
  const byKey = new Map(origins.map((origin) => [`${origin.name}\n${origin.sha256}`, origin]));
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, origin]) => origin);
}

/** Calls back with every line of a text and its number, without line ends. Says whether the last line was ended. */
export function eachLine(text: string, use: (line: string, number: number) => void): boolean {
  let number = 0;
  let start = 0;
  while (start < text.length) {
    let end = text.indexOf("\n", start);
    const ended = end >= 0;
    if (!ended) end = text.length;
    const stop = end > start && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
    use(text.slice(start, stop), ++number);
    if (!ended) return false;
    start = end + 1;
  }
  return true;
}
