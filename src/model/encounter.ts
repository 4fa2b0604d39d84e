import type { LineFields } from "./claim.ts";

/** The columns that `sameProvider` and `sameBiller` read; a rule that asks them declares them. */
export const ENCOUNTER_COLUMNS = [
  "renderingNpi",
  "billingNpi",
  "taxonomy",
  "frequency",
  "payer",
  "responsibility",
] as const;

export type EncounterColumn = (typeof ENCOUNTER_COLUMNS)[number];

type EncounterLine = Pick<LineFields, EncounterColumn>;

/** A void (frequency 8) takes back a claim; its lines are not services. */
export function isVoid(line: Pick<LineFields, "frequency">): boolean {
  return line.frequency?.trimmed === "8";
}

/** The payer's place in the sequence of a claim: P, S or T, the primary one where the export does not say. */
export function payerSequence(line: Pick<LineFields, "responsibility">): string {
  const text = upper(line.responsibility?.trimmed ?? "P").charAt(0);
  return { "1": "P", "2": "S", "3": "T" }[text] ?? text;
}

/**
 * Do two lines stand side by side before one payer? A void stands for nothing, a replacement (frequency 7) stands
 * instead of an original, and the same service billed to two payers is one service.
 */
export function bothStand(a: EncounterLine, b: EncounterLine): boolean {
  if (isVoid(a) || isVoid(b)) return false;
  if ((a.frequency?.trimmed === "7") !== (b.frequency?.trimmed === "7")) return false;
  if (payerSequence(a) !== payerSequence(b)) return false;
  return a.payer === undefined || b.payer === undefined || upper(a.payer.trimmed) === upper(b.payer.trimmed);
}

const upper = (text: string): string => text.toUpperCase();

/**
 * Taxonomy codes of organizations (25–34), of group practices (193), and CMS specialties 70 (multispecialty group) and
 * 99 (unknown) say nothing about the specialty of a person.
 */
const NO_SPECIALTY = /^(?:(?:193|2[5-9]|3[0-4])[0-9A-Z]{6,7}X|70|99|193|)$/;

/**
 * Same provider as payers see it: the same rendering NPI, or the same billing NPI and the same specialty (taxonomy).
 * Where either side is not known: false, so that a rule stays silent. Lines that do not stand side by side (void,
 * replacement, another payer) give false too. Source: Medicare Claims Processing Manual, chapter 12, section 30.6.5.
 */
export function sameProvider(a: EncounterLine, b: EncounterLine): boolean {
  if (!bothStand(a, b)) return false;
  if (a.renderingNpi?.ok && a.renderingNpi.npi === b.renderingNpi?.npi) return true;
  if (!a.billingNpi?.ok || a.billingNpi.npi !== b.billingNpi?.npi) return false;
  if (a.taxonomy === undefined || b.taxonomy === undefined) return false;
  const specialty = upper(a.taxonomy.trimmed);
  return specialty === upper(b.taxonomy.trimmed) && !NO_SPECIALTY.test(specialty);
}

/** The same rendering or the same billing NPI: for services that bundle per supplier (laboratory, infusion, vaccines). */
export function sameBiller(a: EncounterLine, b: EncounterLine): boolean {
  if (!bothStand(a, b)) return false;
  if (a.billingNpi?.ok && a.billingNpi.npi === b.billingNpi?.npi) return true;
  return a.renderingNpi?.ok === true && a.renderingNpi.npi === b.renderingNpi?.npi;
}

type BilledLine = EncounterLine & Pick<LineFields, "claimId">;

/** Lines of one claim that name no provider at all have one biller, whoever it is. */
function sameAnonymousClaim(a: BilledLine, b: BilledLine): boolean {
  if (a.renderingNpi || a.billingNpi || b.renderingNpi || b.billingNpi) return false;
  return a.claimId !== undefined && a.claimId.trimmed === b.claimId?.trimmed;
}

/** Lines of one patient and day, put together by biller (`sameBiller`); voids are left out. */
export function groupByBiller<L extends BilledLine>(lines: readonly L[]): readonly (readonly [L, ...L[]])[] {
  const groups: [L, ...L[]][] = [];
  for (const line of lines) {
    if (isVoid(line)) continue;
    const group = groups.find(([first]) => sameBiller(first, line) || sameAnonymousClaim(first, line));
    if (group === undefined) groups.push([line]);
    else group.push(line);
  }
  return groups;
}
