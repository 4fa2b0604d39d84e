import type { LineFields } from "../model/claim.ts";
import type { CalendarDate, DiagnosisCode } from "../model/values.ts";
import { needsMoreCharacters } from "./icd10cm.ts";
import { ICD10CM_FIRST_DAY } from "./icd10cm-categories.ts";

type Diagnoses = Pick<LineFields, "diagnoses" | "lineDiagnosis">;

export interface PlacedDiagnosis {
  readonly at: readonly ["diagnoses", number] | "lineDiagnosis";
  readonly diagnosis: DiagnosisCode;
}

/** The diagnosis cells of a line; the line's own only where the claim's list does not hold the code already. */
export function placedCells(line: Diagnoses): readonly PlacedDiagnosis[] {
  const placed: PlacedDiagnosis[] = [];
  line.diagnoses.forEach((diagnosis, slot) => {
    if (diagnosis !== undefined) placed.push({ at: ["diagnoses", slot], diagnosis });
  });
  const own = line.lineDiagnosis;
  if (own !== undefined && !placed.some(({ diagnosis }) => diagnosis.code === own.code))
    placed.push({ at: "lineDiagnosis", diagnosis: own });
  return placed;
}

/** The well-formed ones among `placedCells`. */
export function placedDiagnoses(line: Diagnoses): readonly PlacedDiagnosis[] {
  return placedCells(line).filter(({ diagnosis }) => diagnosis.ok);
}

/** The version an export names in its own column; 837 and Medicare files write 9 and 0. */
function namedVersion(cell: LineFields["diagnosisVersion"]): 9 | 10 | undefined {
  const text = cell?.trimmed.toLowerCase();
  if (text === undefined) return undefined;
  if (/^(9|icd-?9.*)$/.test(text)) return 9;
  return /^(0|10|icd-?10.*)$/.test(text) ? 10 : undefined;
}

/**
 * The ICD version a well-formed diagnosis is certainly of; undefined where it may be either. Never asks the date: the
 * date says which version is right, not which it is. V70.0 fits both grammars, but as ICD-10-CM it would be a
 * transport accident without its 7th character, which nobody writes by intent.
 */
export function icdVersionOf(diagnosis: DiagnosisCode, version?: LineFields["diagnosisVersion"]): 9 | 10 | undefined {
  if (diagnosis.system === "ICD-9-CM") return 9;
  if (!diagnosis.fitsIcd9) return 10;
  const named = namedVersion(version);
  if (named !== undefined) return named;
  return diagnosis.code.startsWith("V") && needsMoreCharacters(diagnosis.code) === true ? 9 : undefined;
}

/** Whether to judge the diagnosis by the rules of ICD-10-CM on this date of service. */
export function isIcd10On(
  diagnosis: DiagnosisCode,
  on: CalendarDate,
  version?: LineFields["diagnosisVersion"],
): boolean {
  return on >= ICD10CM_FIRST_DAY && icdVersionOf(diagnosis, version) !== 9;
}
