import type { ProcedureCode, Quantity } from "../model/values.ts";
import { countsVaccines, isCovidVaccine, isFirstVaccine, isVaccine } from "./vaccine.ts";

interface Billed {
  readonly procedure: ProcedureCode;
  readonly units: Quantity | undefined;
}

/** Not a number where the units of a line cannot be read. */
const unitsOf = (lines: readonly Billed[]) =>
  lines.reduce((sum, { units }) => sum + (units?.ok ? units.amount : Number.NaN), 0);

/** The codes of the lines in order, each once. */
export function codeList(lines: readonly Billed[]): string {
  return [...new Set(lines.map((line) => line.procedure.code))].join(", ");
}

export interface VaccineProblem<L> {
  readonly line: L;
  readonly problem: string;
}

/**
 * Do the administrations of one biller and day agree with its vaccines? Every unit of 90460, 90471–90474 and
 * G0008–G0010 is one vaccine, and only one of them is the first. COVID-19 vaccines have 90480 for themselves. Vaccines
 * are counted by lines or by units, whichever agrees; without any of them nothing is said.
 */
export function vaccineProblem<L extends Billed>(lines: readonly L[]): VaccineProblem<L> | undefined {
  const first = lines.filter((line) => isFirstVaccine(line.procedure));
  const last = first.at(-1);
  if (last !== undefined && unitsOf(first) > 1)
    return { line: last, problem: "only one first vaccine a day, further ones are 90472, 90474" };
  const [given, ...more] = lines.filter((line) => countsVaccines(line.procedure));
  const vaccines = lines.filter((line) => isVaccine(line.procedure) && !isCovidVaccine(line.procedure));
  if (given === undefined || vaccines.length === 0) return undefined;
  const count = unitsOf([given, ...more]);
  if (Number.isNaN(count) || count === vaccines.length || count === unitsOf(vaccines)) return undefined;
  return {
    line: given,
    problem: `${count} ${count === 1 ? "vaccine" : "vaccines"} given, ${vaccines.length} billed (${codeList(vaccines)})`,
  };
}
