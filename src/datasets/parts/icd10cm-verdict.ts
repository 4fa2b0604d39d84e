import { isIcd10On, type PlacedDiagnosis, placedDiagnoses } from "../../codes/icd-version.ts";
import { dotted, needsMoreCharacters } from "../../codes/icd10cm.ts";
import { withPlaceholder } from "../../codes/icd10cm-placeholder.ts";
import { seventhCharacters } from "../../codes/icd10cm-seventh.ts";
import type { ClaimForm, LineFields } from "../../model/claim.ts";
import { datePartsOf } from "../../model/dates.ts";
import type { CalendarDate } from "../../model/values.ts";
import type { Icd10cm, Icd10cmSpan } from "../icd10cm.ts";

/**
 * What is wrong with a code on a day. One verdict per code, and one rule for each kind, so that one cause gives one
 * finding: W19A is a shifted 7th character (`placeholder`), not also a code that does not exist.
 */
export type Icd10cmVerdict =
  | { readonly kind: "placeholder"; readonly candidate: string }
  /** Complete but for its 7th character, or with one that is not allowed. */
  | { readonly kind: "seventh"; readonly allowed: readonly string[] }
  /** `choices`: billable codes below it; empty without the table. */
  | { readonly kind: "heading"; readonly choices: readonly string[] }
  /** Billable on other days; `span` is the time nearest to the day. */
  | { readonly kind: "other date"; readonly span: Icd10cmSpan; readonly successors: readonly string[] }
  /** `shorter`: the complete code it begins with, if that is one. */
  | { readonly kind: "unknown"; readonly shorter: string | undefined };

/** The verdict on an undotted ICD-10-CM code; undefined where nothing is wrong, or nothing can be said. */
export function icd10cmVerdict(code: string, on: CalendarDate, table: Icd10cm | undefined): Icd10cmVerdict | undefined {
  const now = table?.statusOn(code, on);
  if (table === undefined || now === undefined || now.status === "not covered") return withoutTable(code, on);
  if (now.status === "billable") return undefined;
  if (now.status === "header") {
    const choices = table.children(code, on);
    const stem = code.padEnd(6, "X");
    if (choices.length > 0 && choices.every((each) => each.startsWith(stem))) {
      return { kind: "seventh", allowed: choices.map((each) => each.slice(6)) };
    }
    // In the year of the change the code is outdated; later nobody remembers that it once was complete.
    const outdated = now.fromKnown && fiscalYear(now.from) === fiscalYear(on) && billableBefore(table, code, now.from);
    return (outdated ? otherDate(table, code, on) : undefined) ?? { kind: "heading", choices };
  }
  const shifted = withPlaceholder(code, on);
  if (shifted !== undefined && table.statusOn(shifted.replace(".", ""), on).status === "billable") {
    return { kind: "placeholder", candidate: shifted };
  }
  const other = otherDate(table, code, on);
  if (other !== undefined) return other;
  if (code.length === 7) {
    const siblings = table.children(code.slice(0, 6), on);
    if (siblings.length > 0) return { kind: "seventh", allowed: siblings.map((each) => each.slice(6)) };
  }
  let shorter: string | undefined;
  for (let length = 3; length < code.length && shorter === undefined; length++) {
    if (table.statusOn(code.slice(0, length), on).status === "billable") shorter = code.slice(0, length);
  }
  return { kind: "unknown", shorter };
}

function withoutTable(code: string, on: CalendarDate): Icd10cmVerdict | undefined {
  if (code.length === 3) return needsMoreCharacters(code, on) === true ? { kind: "heading", choices: [] } : undefined;
  const candidate = withPlaceholder(code, on);
  if (candidate !== undefined) return { kind: "placeholder", candidate };
  const family = seventhCharacters(code, on);
  if (family === undefined || (code.length === 7 && family.allowed.includes(code.charAt(6)))) return undefined;
  return { kind: "seventh", allowed: [...family.allowed] };
}

function otherDate(table: Icd10cm, code: string, on: CalendarDate): Icd10cmVerdict | undefined {
  const spans = table.spans(code).filter(({ status }) => status === "billable");
  const span = spans.findLast(({ to }) => to < on) ?? spans.find(({ from }) => from > on);
  if (span === undefined) return undefined;
  const successors = table.successors(code).filter((each) => table.statusOn(each.code, on).status === "billable");
  return { kind: "other date", span, successors: [...new Set(successors.map((each) => each.code))].sort() };
}

function billableBefore(table: Icd10cm, code: string, day: CalendarDate): boolean {
  return table.statusOn(code, day - 1).status === "billable";
}

/** That of 2026 began on 2025-10-01. */
export function fiscalYear(on: CalendarDate): number {
  const { year, month } = datePartsOf(on);
  return month >= 10 ? year + 1 : year;
}

type Line = Pick<LineFields, "diagnoses" | "lineDiagnosis" | "diagnosisVersion" | "serviceFrom"> &
  Partial<Pick<LineFields, "serviceTo">> & { readonly form: ClaimForm };

export interface JudgedDiagnosis<K extends Icd10cmVerdict["kind"]> extends PlacedDiagnosis {
  readonly verdict: Extract<Icd10cmVerdict, { readonly kind: K }>;
}

/** The diagnoses of a line with a verdict of one kind. */
export function judgedDiagnoses<K extends Icd10cmVerdict["kind"]>(
  line: Line,
  table: Icd10cm | undefined,
  kind: K,
): JudgedDiagnosis<K>[] {
  if (!(lastAsked.table === table && SAME.every((key) => lastAsked.line?.[key] === line[key]))) {
    lastAsked = { table, line, judged: judgeAll(line, table) };
  }
  return lastAsked.judged.filter(({ verdict }) => verdict.kind === kind) as unknown as JudgedDiagnosis<K>[];
}

/**
 * Each kind of verdict has a rule of its own, and the lines of a claim repeat its diagnoses: what was asked last is asked
 * again, up to a dozen times. Values are interned, so the same cells are the same objects.
 */
let lastAsked: {
  table?: Icd10cm | undefined;
  line?: Line;
  judged: readonly JudgedDiagnosis<Icd10cmVerdict["kind"]>[];
} = {
  judged: [],
};
const SAME = ["diagnoses", "serviceFrom", "lineDiagnosis", "diagnosisVersion", "serviceTo", "form"] as const;

function judgeAll(line: Line, table: Icd10cm | undefined): JudgedDiagnosis<Icd10cmVerdict["kind"]>[] {
  const on = line.serviceFrom?.days;
  if (on === undefined) return [];
  // Of an inpatient stay the day of discharge counts (guidelines, introduction), so a code that is right on it is right.
  const end = line.form === "institutional" ? line.serviceTo?.days : undefined;
  const judged: JudgedDiagnosis<Icd10cmVerdict["kind"]>[] = [];
  for (const { at, diagnosis } of placedDiagnoses(line)) {
    const verdict = icd10cmVerdict(diagnosis.code, on, table);
    if (verdict === undefined || !isIcd10On(diagnosis, on, line.diagnosisVersion)) continue;
    if (end !== undefined && end > on && icd10cmVerdict(diagnosis.code, end, table) === undefined) continue;
    judged.push({ at, diagnosis, verdict });
  }
  return judged;
}

/** Room for codes in a slot of a message, so that the message stays one line of a screen. */
const ROOM = 46;

/** Codes in their printed form, as many as have room: `E11.00, E11.01 and 80 more`. */
export function someCodes(codes: readonly string[]): string {
  let text = "";
  for (const [i, code] of codes.entries()) {
    const longer = `${text}${i === 0 ? "" : ", "}${dotted(code)}`;
    if (longer.length > ROOM) return `${text} and ${codes.length - i} more`;
    text = longer;
  }
  return text;
}
