import type { Severity } from "../model/finding.ts";
import { sideOf } from "./modifier.ts";

export interface Conflict {
  readonly reason: string;
  readonly severity: Severity;
}

/** Of each set a line can carry one. */
// biome-ignore format: one set a line
const ONE_OF: readonly (readonly [codes: string, reason: string, severity?: Severity])[] = [
  ["26 TC", "both parts together are the code without modifier"],
  ["52 53", "a service is either reduced by plan or broken off"],
  ["62 66", "the surgeons are two, or a team"],
  ["80 81 82", "an assistant at surgery has one role"],
  ["58 78", "the return was planned, or it was not"],
  // To two earlier operations one procedure may be related and unrelated.
  ["58 79", "the procedure is staged, or unrelated to the earlier one", "warning"],
  ["78 79", "the procedure is related to the earlier one, or it is not", "warning"],
  ["76 77", "the repeat is by the same clinician, or by another"],
  ["GA GY GZ", "a line has one liability statement"],
  ["AA AD QK QX QY QZ", "an anesthesia line has one role of one provider"],
  ["JW JZ", "a part of the drug was discarded, or nothing was"],
  ["93 95", "the visit was by sound only, or with video"],
  ["95 GT", "both say video; a payer takes one of them", "info"],
  ["PN PO", "the department is excepted, or it is not"],
  ["73 74", "the procedure was stopped before anesthesia, or after"],
  ["Q5 Q6", "the substitute is paid by arrangement, or by time"],
  ["CO CQ", "the assistant is an occupational or a physical therapy assistant"],
  ["GN GO GP", "a line belongs to one therapy plan"],
  ["P1 P2 P3 P4 P5 P6", "the patient has one physical status"],
  ["NU RR UE", "the item is new, rented or used"],
  ["KH KI KJ", "a rental line is for one month of the sequence"],
  // Medicare reads the two as both sides (fee schedule, bilateral indicator), most other payers want 50 or two lines.
  ["LT RT", "use 50, or a line for each side; few payers read both on one line", "info"],
];

const AGAINST: readonly (readonly [code: string, others: string, reason: string])[] = [
  ["59", "XE XP XS XU", "the X modifier says already how the service is distinct"],
  ["50", "LT RT", "50 says both sides already"],
];

const PAIRS: ReadonlyMap<string, Conflict> = new Map([
  ...ONE_OF.flatMap(([codes, reason, severity = "error"]) => {
    const all = codes.split(" ");
    return all.flatMap((a) => all.map((b): [string, Conflict] => [`${a} ${b}`, { reason, severity }]));
  }),
  ...AGAINST.flatMap(([code, others, reason]) =>
    others.split(" ").flatMap((other): [string, Conflict][] => [
      [`${code} ${other}`, { reason, severity: "error" }],
      [`${other} ${code}`, { reason, severity: "error" }],
    ]),
  ),
]);

const SIDES: ReadonlySet<string> = new Set(["LT", "RT"]);

/**
 * Why two different modifiers cannot describe one service; undefined where they can. `AS` with 80, 81 or 82 is not
 * among them: several payers ask for both. Sources: CPT appendix A; NCCI Policy Manual, chapter I, section E; Medicare
 * Claims Processing Manual, chapters 12, 17, 20 and 30.
 */
export function modifierConflict(a: string, b: string): Conflict | undefined {
  if (a === b) return undefined;
  const listed = PAIRS.get(`${a} ${b}`);
  if (listed !== undefined) return listed;
  if (!SIDES.has(a) && !SIDES.has(b)) return undefined;
  const [first, second] = [sideOf(a), sideOf(b)];
  if (first === undefined || second === undefined || first === second) return undefined;
  return { reason: "they name opposite sides", severity: "error" };
}
