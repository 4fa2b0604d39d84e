import type { ValueFinding } from "../engine/active.ts";
import type { Engine } from "../engine/engine.ts";
import type { FileLines } from "../input/lines.ts";
import { FLAGGED, HELD, type ValueTable } from "../input/values.ts";
import type { ClaimLine, LineRef, MarkedLine } from "../model/claim.ts";
import { groupBy } from "../model/group.ts";
import { groupByClaim, groupByPatient } from "./claims.ts";
import type { RunSettings } from "./settings.ts";

const PATIENTS_A_TURN = 5_000;

/** Runs the engine over the files; gives the number of claims of each. `all` adds the earlier lines of `--history`. */
export async function judge(
  engine: Engine,
  files: readonly FileLines[],
  all: readonly FileLines[],
  settings: RunSettings,
): Promise<number[]> {
  for (const file of files) engine.file(file.facts);
  const values = new ValueVerdicts(engine, files);
  const claims = groupByClaim(files);
  const patients = groupByPatient(all);
  const claimsOf = new Map<number, number>();
  const lineAt = ({ file, row }: LineRef) => all[file]!.line(row);
  let judged = 0;
  const judgeClaim = (lines: readonly MarkedLine[]) => {
    for (const line of lines) {
      values.replay(all[line.ref.file]!, line);
      engine.values.count(line);
    }
    engine.claim({ id: lines[0]?.claimId?.trimmed, lines });
    let last = -1;
    for (const { ref } of lines) {
      if (ref.file !== last) claimsOf.set(ref.file, (claimsOf.get(ref.file) ?? 0) + 1);
      last = ref.file;
    }
    if (judged++ % 10_000 === 0) settings.onProgress?.({ file: "", rows: judged, bytes: 0, phase: "checking" });
  };

  // A claim is one patient's, as a rule: its lines are made once, for the claim and for the patient's history.
  const done = new Uint8Array(claims.count);
  for (let patient = 0; patient < patients.count; patient++) {
    // Ctrl-C and the progress line get their turn only between two turns of the event loop.
    if (patient % PATIENTS_A_TURN === PATIENTS_A_TURN - 1) await new Promise((next) => setImmediate(next));
    const lines = patients.lines(patient).map(lineAt);
    for (const [claim, own] of groupBy(lines, ({ ref }) => (ref.file < files.length ? claims.of(ref) : -1))) {
      if (claim < 0 || own.length !== claims.size(claim)) continue;
      done[claim] = 1;
      judgeClaim(own);
    }
    if (engine.hasHistory) engine.history(lines.sort(byServiceDate(files.length)));
  }
  // Claims whose lines name several patients, or none.
  for (let claim = 0; claim < claims.count; claim++) if (done[claim] === 0) judgeClaim(claims.lines(claim).map(lineAt));
  if (patients.unplaced > 0) engine.skipHistory("blank input", patients.unplaced);
  engine.settle();
  return files.map((file) => claimsOf.get(file.index) ?? 0);
}

/** Of one day the lines of `--history` come first: they were billed before, and only the later line can be reported. */
function byServiceDate(checked: number): (a: ClaimLine, b: ClaimLine) => number {
  const undated = Number.POSITIVE_INFINITY;
  const earlier = ({ ref }: ClaimLine): number => (ref.file < checked ? 1 : 0);
  return (a, b) => {
    const [x, y] = [a.serviceFrom?.days ?? undated, b.serviceFrom?.days ?? undated];
    return (x === y ? 0 : x - y) || earlier(a) - earlier(b) || a.ref.file - b.ref.file || a.ref.row - b.ref.row;
  };
}

/** Asks the value rules about each distinct value once, and repeats the answer on every line that carries it. */
class ValueVerdicts {
  readonly #engine: Engine;
  readonly #found = new Map<ValueTable, ReadonlyMap<number, readonly ValueFinding[]>>();

  constructor(engine: Engine, files: readonly FileLines[]) {
    this.#engine = engine;
    const tables = new Set(files.flatMap((file) => [...file.tables()]));
    for (const table of tables) {
      if (!engine.values.looksAt(table.key)) continue;
      const found = new Map<number, readonly ValueFinding[]>();
      for (let number = 1; number < table.count; number++) {
        if ((table.marks[number]! & HELD) === 0) continue;
        const findings = engine.values.ask(table.key, table.value(number));
        if (findings === undefined) continue;
        found.set(number, findings);
        table.marks[number]! |= FLAGGED;
      }
      if (found.size > 0) this.#found.set(table, found);
    }
  }

  replay(file: FileLines, line: ClaimLine): void {
    if (this.#found.size === 0 || !file.hasFlagged(line.ref.row)) return;
    file.eachCell(line.ref.row, (table, number, key, slot) => {
      for (const finding of this.#found.get(table)?.get(number) ?? [])
        this.#engine.values.replay(finding, line, key, slot);
    });
  }
}
