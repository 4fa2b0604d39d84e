import type { RawFinding } from "../engine/active.ts";
import { type Hidden, mayShow } from "../findings/print.ts";
import type { FileLines } from "../input/lines.ts";
import type { LineRef } from "../model/claim.ts";
import { csvRecord } from "../model/csv.ts";
import { SEVERITIES, type Severity } from "../model/finding.ts";
import type { TextValue } from "../model/values.ts";
import { shapeOf, visible } from "../model/visible.ts";
import { type Groups, groupByClaim } from "./claims.ts";

/** Which records of a run are rejected, and why. */
export interface Split {
  /** Of each file, by its index. */
  readonly rejected: readonly ReadonlySet<number>[];
  readonly claims: number;
  readonly rejectedClaims: number;
  readonly lines: number;
  readonly rejectedLines: number;
  /**
   * The reject list as CSV: claim, file, row there, row in the file of rejects, rules found on that row (none where the
   * row goes with its claim). No column of the input but the claim id, and that under the values policy.
   */
  list(hidden: Hidden): Iterable<string>;
}

/**
 * Parts claims that have a finding at or above the severity from the others. Claims stay whole, across files too. A
 * record that could not be cut into columns is rejected, and with it every claim that its cells seem to name; a finding
 * about a file as a whole rejects all its claims.
 */
export function splitClaims(files: readonly FileLines[], findings: Iterable<RawFinding>, threshold: Severity): Split {
  const claims = groupByClaim(files);
  const refused = new Uint8Array(claims.count);
  const rejected = files.map(() => new Set<number>());
  const rules = files.map(() => new Map<number, Set<string>>());
  const reject = (ref: LineRef) => {
    const claim = files[ref.file]!.isLine(ref.row) ? claims.of(ref) : -1;
    if (claim >= 0) refused[claim] = 1;
    else rejected[ref.file]!.add(ref.row);
  };

  for (const { active, severity, ref } of findings) {
    if (SEVERITIES.indexOf(severity) > SEVERITIES.indexOf(threshold)) continue;
    const ofFile = rules[ref.file]!;
    const ofRow = ofFile.get(ref.row) ?? new Set<string>();
    ofFile.set(ref.row, ofRow.add(active.rule.id));
    if (ref.row > 0) reject(ref);
    else for (let row = 1; row <= files[ref.file]!.rows; row++) reject({ file: ref.file, row });
  }
  for (const file of files) {
    for (const { row } of file.facts.ragged) rejected[file.index]!.add(row);
    for (const claim of claimsOfRagged(file, claims)) refused[claim] = 1;
  }
  let rejectedClaims = 0;
  refused.forEach((is, claim) => {
    if (is === 0) return;
    rejectedClaims++;
    for (const { file, row } of claims.lines(claim)) rejected[file]!.add(row);
  });

  const count = (sizes: readonly number[]) => sizes.reduce((sum, n) => sum + n, 0);
  return {
    rejected,
    claims: claims.count,
    rejectedClaims,
    lines: count(files.map((file) => file.rows)),
    rejectedLines: count(rejected.map((rows) => rows.size)),
    *list(hidden) {
      yield csvRecord(["claim", "file", "row", "rejects_row", "rules"]);
      let place = 0;
      for (const file of files) {
        for (const row of [...rejected[file.index]!].sort((a, b) => a - b)) {
          const found = new Set([...(rules[file.index]!.get(row) ?? []), ...(rules[file.index]!.get(0) ?? [])]);
          const names = [...found].sort().join(" ");
          yield csvRecord([claimOf(file, row, hidden), file.facts.path, row, ++place, names]);
        }
      }
    },
  };
}

function claimOf(file: FileLines, row: number, hidden: Hidden): string {
  const id = file.isLine(row) ? (file.cell(row, "claimId") as TextValue | undefined) : undefined;
  if (id === undefined || id.blank) return "";
  return mayShow(id.privacy, hidden) ? visible(id.trimmed, CLAIM_LIMIT) : shapeOf(id.trimmed);
}

const CLAIM_LIMIT = 200;

/** The claims that a record which could not be cut into columns may be a line of. */
function claimsOfRagged(file: FileLines, claims: Groups): readonly number[] {
  const named = file.doubtfulClaims();
  if (named.size === 0) return [];
  const found: number[] = [];
  for (let row = 1; row <= file.rows; row++) {
    const id = file.isLine(row) ? (file.cell(row, "claimId") as TextValue | undefined) : undefined;
    if (id !== undefined && !id.blank && named.has(id.trimmed)) found.push(claims.of({ file: file.index, row }));
  }
  return found;
}
