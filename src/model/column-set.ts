import { LINE_KEYS, type LineKey } from "./columns.ts";

/** Columns as bits of two words: whether a line has what a rule needs is asked millions of times. */
export interface ColumnSet {
  readonly low: number;
  readonly high: number;
}

/** Place of each column in `LINE_KEYS`; bit of `low` up to 31, of `high` from 32. */
export const COLUMN_INDEX = Object.fromEntries(LINE_KEYS.map((key, i) => [key, i])) as Readonly<
  Record<LineKey, number>
>;

export function columnSet(keys: Iterable<LineKey>): ColumnSet {
  let [low, high] = [0, 0];
  for (const key of keys) {
    const index = COLUMN_INDEX[key];
    if (index < 32) low |= 1 << index;
    else high |= 1 << (index - 32);
  }
  return { low, high };
}

export function holds({ low, high }: ColumnSet, key: LineKey): boolean {
  const index = COLUMN_INDEX[key];
  return index < 32 ? (low & (1 << index)) !== 0 : (high & (1 << (index - 32))) !== 0;
}
