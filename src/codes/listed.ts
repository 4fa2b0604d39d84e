import type { LineFields, LinkedBy } from "../model/claim.ts";
import type { DateValue, DiagnosisCode } from "../model/values.ts";
import { isIcd10On } from "./icd-version.ts";

type Line = Pick<LineFields, "diagnoses" | "diagnosisVersion"> & { readonly serviceFrom: DateValue };

export interface Listed {
  /** From 0. */
  readonly slot: number;
  readonly diagnosis: DiagnosisCode;
}

/**
 * Whether any cell of the lists holds a code of the kind. A first look that spares most claims the rest; what the code is
 * on its date the rest decides.
 */
export function mentions(lines: readonly Pick<Line, "diagnoses">[], kind: (code: string) => unknown): boolean {
  return lines.some(
    ({ diagnoses }, i) =>
      diagnoses !== lines[i - 1]?.diagnoses && diagnoses.some((d) => d !== undefined && kind(d.code)),
  );
}

/** The well-formed ICD-10-CM diagnoses of a line's list (or of those it points to), in order; none before 2015-10-01. */
export function listedDiagnoses(line: Line, diagnoses = line.diagnoses): readonly Listed[] {
  const listed: Listed[] = [];
  diagnoses.forEach((diagnosis, slot) => {
    if (diagnosis !== undefined && isIcd10Code(line, diagnosis)) listed.push({ slot, diagnosis });
  });
  return listed;
}

/**
 * The diagnosis in the first filled position (guideline section IV.G: first-listed; of an inpatient claim the principal
 * one). Undefined where that cell holds no well-formed ICD-10-CM code.
 */
export function firstListed(line: Line, diagnoses = line.diagnoses): Listed | undefined {
  const slot = diagnoses.findIndex((diagnosis) => diagnosis !== undefined);
  const diagnosis = diagnoses[slot];
  return diagnosis !== undefined && isIcd10Code(line, diagnosis) ? { slot, diagnosis } : undefined;
}

/** Whether a diagnosis of the line is a well-formed ICD-10-CM code on the line's date. */
export function isIcd10Code(line: Pick<Line, "serviceFrom" | "diagnosisVersion">, diagnosis: DiagnosisCode): boolean {
  if (!diagnosis.ok || line.serviceFrom.days === undefined) return false;
  return isIcd10On(diagnosis, line.serviceFrom.days, line.diagnosisVersion);
}

/** What `linkedDiagnoses` found and by what, for a message: `the line points to E11.9 and I10`. */
export function linkedInWords(linked: { by: LinkedBy; diagnoses: readonly DiagnosisCode[] }): string {
  const all = linked.diagnoses.map((d) => d.dotted);
  const codes = all.length > 4 ? [...all.slice(0, 3), `${all.length - 3} more`] : all;
  const listed = codes.length < 2 ? codes.join("") : `${codes.slice(0, -1).join(", ")} and ${codes.at(-1)}`;
  if (linked.by === "pointer") return `the line points to ${listed}`;
  return linked.by === "line" ? `the diagnosis of the line is ${listed}` : `the claim has ${listed}`;
}
