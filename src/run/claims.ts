import type { FileLines } from "../input/lines.ts";
import type { ValueTable } from "../input/values.ts";
import type { LineRef } from "../model/claim.ts";

/** Lines brought together by a key, in the order file, row inside each group. */
export interface Groups {
  readonly count: number;
  lines(group: number): readonly LineRef[];
  size(group: number): number;
  /** The group a line is in, −1 for none. */
  of(line: LineRef): number;
}

/**
 * Groups lines by claim. Lines of one file belong together when they carry the same claim id. Across files the patient
 * must agree too, because two practices number their claims alike. A line without a claim id is a claim of its own.
 */
export function groupByClaim(files: readonly FileLines[]): Groups {
  const grouping = new Grouping(files);
  const merged = new Map<string, number>();
  for (const file of files) {
    const idOf = identity(file, "claimId");
    const patientOf = patientIdentity(file);
    // By number of the claim id: the group of this file, from 1.
    const own = new Int32Array(file.table("claimId")?.count ?? 0);
    const groups: number[] = [];
    const patients: number[] = [];
    const groupOfRow = new Int32Array(file.rows);
    for (let row = 1; row <= file.rows; row++) {
      if (!file.isLine(row)) continue;
      const id = idOf(row);
      if (id === 0) {
        grouping.put(file.index, row, grouping.newGroup());
        continue;
      }
      const patient = files.length > 1 ? patientOf.number(row) : 0;
      let claim = own[id]!;
      if (claim === 0) {
        claim = groups.push(id);
        own[id] = claim;
        patients.push(patient);
      } else if (patients[claim - 1] !== patient) {
        // The smallest, not the first: the order of the lines must not matter.
        if (patientOf.text(patient) < patientOf.text(patients[claim - 1]!)) patients[claim - 1] = patient;
      }
      groupOfRow[row - 1] = claim;
    }
    for (let claim = 0; claim < groups.length; claim++) {
      if (files.length === 1) groups[claim] = grouping.newGroup();
      else {
        const key = `${groups[claim]}\u0000${patientOf.text(patients[claim]!)}`;
        const group = merged.get(key) ?? grouping.newGroup();
        merged.set(key, group);
        groups[claim] = group;
      }
    }
    groupOfRow.forEach((claim, i) => {
      if (claim > 0) grouping.put(file.index, i + 1, groups[claim - 1]!);
    });
  }
  return grouping.sorted();
}

/** Groups lines by patient. Lines that name none are left out; `unplaced` counts them. */
export function groupByPatient(files: readonly FileLines[]): Groups & { readonly unplaced: number } {
  const grouping = new Grouping(files);
  const groups = new Map<number, number>();
  let unplaced = 0;
  for (const file of files) {
    const patientOf = patientIdentity(file);
    for (let row = 1; row <= file.rows; row++) {
      if (!file.isLine(row)) continue;
      const patient = patientOf.number(row);
      if (patient === 0) {
        unplaced++;
        continue;
      }
      let group = groups.get(patient);
      if (group === undefined) {
        group = grouping.newGroup();
        groups.set(patient, group);
      }
      grouping.put(file.index, row, group);
    }
  }
  return Object.assign(grouping.sorted(), { unplaced });
}

/** Equal numbers for texts that are equal once trimmed, over all files of a run; 0 where the cell is blank. */
function identity(file: FileLines, key: "claimId" | "patientId" | "memberId"): (row: number) => number {
  const table = file.table(key);
  if (table === undefined) return () => 0;
  // Before anything is sized by the table: a trimmed text can be new to it.
  const identities = Int32Array.from({ length: table.count }, (_, number) => table.identity(number));
  return (row) => identities[file.number(row, key)]!;
}

/** The patient id, or the member id where there is none. Member ids are told from patient ids by their sign. */
function patientIdentity(file: FileLines): { number(row: number): number; text(number: number): string } {
  const patient = identity(file, "patientId");
  const member = identity(file, "memberId");
  const textIn = (table: ValueTable | undefined, number: number) => table?.texts.text(number) ?? "";
  return {
    number: (row) => patient(row) || -member(row),
    text: (number) =>
      number < 0 ? textIn(file.table("memberId"), -number) : number > 0 ? textIn(file.table("patientId"), number) : "",
  };
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
    const groupOf = this.#groupOf;
    return {
      count: this.#groups,
      size: (group) => starts[group + 1]! - starts[group]!,
      of: ({ file, row }) => groupOf[base[file]! + row - 1]!,
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
