import type { RawFinding } from "../engine/active.ts";
import { waiverBook } from "../findings/waivers.ts";
import type { FileLines } from "../input/lines.ts";
import { readLines, SharedValues } from "../input/read-lines.ts";
import type { CellEdit } from "../input/rewrite.ts";
import { COLUMNS, type LineKey } from "../model/columns.ts";
import { groupByClaim } from "./claims.ts";
import { engineFor } from "./engine-for.ts";
import { judge } from "./judge.ts";
import type { RunSettings } from "./settings.ts";

/** What a file needs so that no rule has a lossless repair left to offer. */
export interface Repairs {
  readonly file: FileLines;
  /** By row and column, one for a cell. */
  readonly edits: readonly CellEdit[];
  /** Cells by the rule that had them changed last, in order of id. */
  readonly byRule: ReadonlyMap<string, number>;
  /** Rules that failed; their repairs are missing. */
  readonly crashes: ReadonlyMap<string, unknown>;
}

/** A repair can uncover the next one, a dozen diagnoses deep; beyond this two rules must be undoing each other's. */
const MOST_PASSES = 100;

interface Repair extends CellEdit {
  readonly rule: string;
}

/**
 * Finds the lossless repairs of the one file of a run: suggestions that are safe, of the rules that are on. Asks the rules
 * again after each round until they have none. Rules that need a data set are left out: a table of codes gives no lossless
 * repair. Errors: `InputError`.
 */
export async function findRepairs(settings: RunSettings): Promise<Repairs> {
  const [source] = settings.sources;
  const { onProgress } = settings;
  const name = source!.name ?? source!.path;
  const file = await readLines(0, source!, settings.read(name), new SharedValues(), (rows, bytes) =>
    onProgress?.({ file: name, rows, bytes, phase: "reading" }),
  );
  const rules = settings.rules.filter(
    ({ rule }) => rule.repair !== "never" && Object.values(rule.data ?? {}).every((data) => "optional" in data),
  );
  const waivers = waiverBook(settings.waivers, settings.asOf);
  const repairs = new Map<string, Repair>();
  const crashes = new Map<string, unknown>();
  for (let pass = 1; ; pass++) {
    const found: RawFinding[] = [];
    const engine = engineFor({ ...settings, rules, data: new Map() }, [file], (finding) => {
      if (finding.suggestion?.safe && finding.key !== undefined) found.push(finding);
    });
    await judge(engine, [file], [file], settings);
    for (const [id, error] of engine.crashed) crashes.set(id, error);
    // Who waives a finding wants the cell as it is.
    const wanted = found.filter(
      ({ active, ref }) => waivers.waiverOf(active.rule.id, name, () => file.line(ref.row)) === undefined,
    );
    if (!apply(wanted, file, repairs)) break;
    if (pass === MOST_PASSES) throw new Error("the repairs do not come to an end");
  }
  const changed = [...repairs.values()].filter(({ was, now }) => was !== now);
  const byRule = new Map<string, number>();
  for (const rule of changed.map((repair) => repair.rule).sort()) byRule.set(rule, (byRule.get(rule) ?? 0) + 1);
  return { file, edits: changed.sort((a, b) => a.row - b.row || a.column - b.column), byRule, crashes };
}

/** Puts the suggestions of one round into the file, the first by rule id in each cell. Says whether there were any. */
function apply(found: readonly RawFinding[], file: FileLines, repairs: Map<string, Repair>): boolean {
  const claims = groupByClaim([file]);
  const done = new Set<string>();
  const byId = found.toSorted((a, b) => (a.active.rule.id < b.active.rule.id ? -1 : 1));
  for (const { active, ref, key, slot, suggestion } of byId) {
    const rows = COLUMNS[key!].perClaim ? claims.lines(claims.of(ref)).map(({ row }) => row) : [ref.row];
    const text = file.cell(ref.row, key!, slot)!.text;
    // A value of the claim is found on one of its lines and stands on each: all that agree are repaired.
    for (const row of rows.filter((row) => row === ref.row || agree(file, key!, row, ref.row))) {
      const { column } = file.facts.mapping.find((m) => m.key === key && m.slot === slot)!;
      const cell = `${row}:${column}`;
      if (done.has(cell)) continue;
      done.add(cell);
      const was = repairs.get(cell)?.was ?? text;
      repairs.set(cell, { row, column, was, now: suggestion!.replacement, rule: active.rule.id });
    }
  }
  for (const cell of done) {
    const { row, column, now } = repairs.get(cell)!;
    for (const mapped of file.facts.mapping)
      if (mapped.column === column) file.rewrite(row, mapped.key, mapped.slot, now);
  }
  return done.size > 0;
}

/** The field holds the same on both rows, in every slot. */
function agree(file: FileLines, key: LineKey, row: number, other: number): boolean {
  return file.facts.mapping.every(
    ({ key: each, slot }) => each !== key || file.cell(row, key, slot)!.text === file.cell(other, key, slot)!.text,
  );
}
