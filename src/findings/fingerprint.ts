import type { Finding } from "../model/finding.ts";

/**
 * 64 bits of a text as 16 hexadecimal digits (two multiplicative 32-bit lanes, cross-mixed as in cyrb53). Not a
 * cryptographic digest: it tells findings apart, and nothing secret goes in.
 */
export function hash64(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (b >>> 0).toString(16).padStart(8, "0") + (a >>> 0).toString(16).padStart(8, "0");
}

/**
 * Gives each finding of a run a fingerprint: the same for the same finding in the next run, unique within one run,
 * and made without any cell text (the message goes in as its template), so that nobody can guess a patient back out.
 *
 * Findings must come in total order: occurrences are counted per record, so that the memory does not grow with the file.
 */
export function fingerprinter(): (finding: Pick<Finding, "rule" | "field" | "message" | "at">) => string {
  let file: string | undefined;
  let row = -1;
  const seen = new Map<string, number>();
  return ({ rule, field, message, at }) => {
    if (at.file !== file || at.row !== row) {
      seen.clear();
      file = at.file;
      row = at.row;
    }
    const identity = [rule, at.file, at.row, field ?? "", message].join("\u0000");
    const occurrence = seen.get(identity) ?? 0;
    seen.set(identity, occurrence + 1);
    return hash64(occurrence === 0 ? identity : `${identity}\u0000${occurrence}`);
  };
}
