import type { FileLines } from "../input/lines.ts";
import type { LineRef } from "../model/claim.ts";
import type { TextValue } from "../model/values.ts";

/** Lines brought together by a key, in the order file, row inside each group. */
export interface Groups {
  readonly count: number;
  lines(group: number): readonly LineRef[];
}

/**
 * Groups lines by claim. Lines of one file belong together when they carry the same claim id. Across files the patient
 * must agree too, because two practices number their claims alike. A line without a claim id is a claim of its own.
 */
export function groupByClaim(files: readonly FileLines[]): Groups {
  const grouping = new Grouping(files);
  const merged = new Map<string, number>();
  for (const file of files) {
    const own = new Map<string, { rows: number[]; patient: string }>();
    for (let row = 1; row <= file.rows; row++) {
      if (!file.isLine(row)) continue;
      const id = textAt(file, row, "claimId");
      if (id === "") {
        grouping.put(file.index, row, grouping.newGroup());
        continue;
      }
      const patient = textAt(file, row, "patientId") || textAt(file, row, "memberId");
      const claim = own.get(id);
      if (claim === undefined) own.set(id, { rows: [row], patient });
      else {
        claim.rows.push(row);
        // The smallest, not the first: the order of the lines must not matter.
        if (patient < claim.patient) claim.patient = patient;
      }
    }
    for (const [id, { rows, patient }] of own) {
      const key = `${id}\u0000${patient}`;
      let group = merged.get(key);
      if (group === undefined) {
        group = grouping.newGroup();
        merged.set(key, group);
      }
      for (const row of rows) grouping.put(file.index, row, group);
    }
  }
  return grouping.sorted();
}

/** Groups lines by patient. Lines that name none are left out; `unplaced` counts them. */
export function groupByPatient(files: readonly FileLines[]): Groups & { readonly unplaced: number } {
  const grouping = new Grouping(files);
  const groups = new Map<string, number>();
  let unplaced = 0;
  for (const file of files) {
    for (let row = 1; row <= file.rows; row++) {
      if (!file.isLine(row)) continue;
      const patientId = textAt(file, row, "patientId");
      const key = patientId === "" ? `m${textAt(file, row, "memberId")}` : `p${patientId}`;
      if (key === "m") {
        unplaced++;
        continue;
      }
      let group = groups.get(key);
      if (group === undefined) {
        group = grouping.newGroup();
        groups.set(key, group);
      }
      grouping.put(file.index, row, group);
    }
  }
  return Object.assign(grouping.sorted(), { unplaced });
}

function textAt(file: FileLines, row: number, key: "claimId" | "patientId" | "memberId"): string {
  const value = file.cell(row, key) as TextValue | undefined;
  return value === undefined || value.blank ? "" : value.trimmed;
}

/** A counting sort of row numbers by group: four bytes a line, whatever the order the groups come in. */
class Grouping {
  readonly #base: number[] = [];
  readonly #groupOf: Int32Array;
  #groups = 0;

  constructor(files: readonly FileLines[]) {
    let total = 0;
    for (const file of files) {
      this.#base[file.index] = total;
      total += file.rows;
    }
    // Files are numbered from 0 without gaps; the end of the last one closes the list.
    this.#base.push(total);
    this.#groupOf = new Int32Array(total).fill(-1);
  }

  newGroup(): number {
    return this.#groups++;
  }

  put(file: number, row: number, group: number): void {
    this.#groupOf[this.#base[file]! + row - 1] = group;
  }

  sorted(): Groups {
    const starts = new Int32Array(this.#groups + 1);
    for (const group of this.#groupOf) if (group >= 0) starts[group + 1]!++;
    for (let g = 0; g < this.#groups; g++) starts[g + 1]! += starts[g]!;
    const order = new Int32Array(starts[this.#groups] ?? 0);
    const next = starts.slice();
    this.#groupOf.forEach((group, line) => {
      if (group >= 0) order[next[group]!++] = line;
    });
    const base = this.#base;
    return {
      count: this.#groups,
      lines(group) {
        const refs: LineRef[] = [];
        let file = 0;
        for (let i = starts[group]!; i < starts[group + 1]!; i++) {
          const line = order[i]!;
          while (line >= base[file + 1]!) file++;
          refs.push({ file, row: line - base[file]! + 1 });
        }
        return refs;
      },
    };
  }
}
