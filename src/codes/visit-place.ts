import type { ProcedureCode } from "../model/values.ts";

/**
 * Where each family of E/M codes is usually reported. Not unusual: an office visit in the emergency room (the physician
 * meets the patient there in place of the office, CPM ch. 12 section 30.6.11). Doubtful: 12 for hospital care at home. Source: section notes of CPT by number; Medicare Claims
 * Processing Manual, chapter 12, sections 30.6.9 to 30.6.14, and chapter 26, section 10.5.
 */
interface Row {
  readonly first: number;
  readonly last: number;
  /** The usual places; with it, every other place is unusual. */
  readonly only?: string;
  /** Without `only`: the unusual places. */
  readonly not?: string;
  /** Unusual, but allowed by some payers or for some patients. */
  readonly doubtful?: string;
  /** All unusual places of the row are doubtful. */
  readonly advisory?: true;
}

// biome-ignore format: one family a line
const ROWS: readonly Row[] = [
  { first: 98000, last: 98015, only: "02 10", advisory: true },
  { first: 99202, last: 99215, not: "21 51", doubtful: "24 31 34 61" },
  { first: 99221, last: 99239, only: "19 21 22 23 25 34 51 52 55 56 61", doubtful: "12 24 31 32" },
  { first: 99242, last: 99245, not: "21", doubtful: "31 51 61" },
  { first: 99252, last: 99255, only: "19 21 22 23 31 32 34 51 52 54 55 56 61" },
  { first: 99281, last: 99285, only: "23", doubtful: "19 21 22" },
  { first: 99291, last: 99292, not: "", doubtful: "11 12" },
  { first: 99304, last: 99316, only: "31 32 34 54 56", doubtful: "13 14 33 55 61" },
  { first: 99341, last: 99350, only: "04 12 13 14 15 16 27 33 55", doubtful: "34 54" },
  { first: 99381, last: 99397, not: "21 23 31 51" },
  { first: 99460, last: 99460, only: "21 22 23 25" },
  { first: 99462, last: 99463, only: "21 22 23 25" },
];

/** IHS and Tribal facilities and military hospitals hold all kinds of care; `99` says nothing. */
const ANYWHERE = new Set("05 06 07 08 26 99".split(" "));
const TELEHEALTH = new Set(["02", "10"]);

/** How well an E/M code fits a place of service: `unusual`, `doubtful` (advisory), or undefined where nothing is wrong. */
export function visitPlaceProblem(code: ProcedureCode, place: string): "unusual" | "doubtful" | undefined {
  const row = ROWS.find(({ first, last }) => first <= code.number && code.number <= last);
  if (row === undefined || ANYWHERE.has(place) || TELEHEALTH.has(place)) return undefined;
  if (row.doubtful?.split(" ").includes(place)) return "doubtful";
  const usual = row.only === undefined ? !row.not?.split(" ").includes(place) : row.only.split(" ").includes(place);
  if (usual) return undefined;
  return row.advisory ? "doubtful" : "unusual";
}
