import type { StoredTable, Table } from "../contract/dataset.ts";

export interface Change {
  readonly key: string;
  /** Undefined where the key was added. */
  readonly before: string | undefined;
  /** Undefined where the key was removed. */
  readonly after: string | undefined;
}

export interface Changes {
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  /** The first of them, in order of key. */
  readonly first: readonly Change[];
}

type Version = readonly [table: Table, release?: string | undefined];

/** Merges two sorted lists of entries. Holds at most `limit` changes, so that 2.5 million pairs fit. */
export function changesBetween(stored: StoredTable<unknown>, a: Version, b: Version, limit = 100_000): Changes {
  const olds = stored.entries(...a)[Symbol.iterator]();
  const news = stored.entries(...b)[Symbol.iterator]();
  const first: Change[] = [];
  let added = 0;
  let removed = 0;
  let changed = 0;
  let old = olds.next();
  let now = news.next();
  const note = (key: string, before: string | undefined, after: string | undefined): void => {
    if (first.length < limit) first.push({ key, before, after });
  };
  while (!old.done || !now.done) {
    if (now.done || (!old.done && old.value[0] < now.value[0])) {
      const [key, value] = old.value as readonly [string, string];
      removed++;
      note(key, value, undefined);
      old = olds.next();
    } else if (old.done || now.value[0] < old.value[0]) {
      added++;
      note(now.value[0], undefined, now.value[1]);
      now = news.next();
    } else {
      if (old.value[1] !== now.value[1]) {
        changed++;
        note(now.value[0], old.value[1], now.value[1]);
      }
      old = olds.next();
      now = news.next();
    }
  }
  return { added, removed, changed, first };
}
