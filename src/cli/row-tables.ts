import { modifierAbout } from "../codes/modifier.ts";
import type { InstalledData } from "../contract/dataset.ts";
import type { AddOnLookup } from "../datasets/add-on-codes.ts";
import type { Hcpcs } from "../datasets/hcpcs.ts";
import type { Icd10cm } from "../datasets/icd10cm.ts";
import type { Icd10cmTabular } from "../datasets/icd10cm-tabular.ts";
import type { FeeSchedule } from "../datasets/mpfs.ts";
import type { MueLookup } from "../datasets/parts/mue.ts";
import type { PtpLookup, PtpPair } from "../datasets/parts/ptp.ts";
import { type ClaimLine, modifierCodes } from "../model/claim.ts";
import { formatDate } from "../model/dates.ts";
import type { CalendarDate } from "../model/values.ts";
import { hcpcsStatus, icd10cmStatus } from "./code.ts";

/** What one installed table says about a line. */
export interface TableRows {
  readonly id: string;
  /** Free of patient data: codes, and the table's own dates. */
  readonly says: readonly string[];
}

/** The date of service is the patient's; the table's dates are the publisher's. */
const THAT_DAY = "the date of service";

/**
 * The rows of the installed tables for the codes of a line on its date of service; `others` are the same patient's lines
 * of that day, which meet it in edits. Nothing is said of a table that does not concern the line's form.
 */
export function tableRows(
  line: ClaimLine,
  others: readonly ClaimLine[],
  data: ReadonlyMap<string, InstalledData>,
): TableRows[] {
  const date = line.serviceFrom?.days;
  if (date === undefined) return [];
  const about = { line, others, date, code: line.procedure?.ok ? line.procedure.code : undefined };
  return [...data.values()]
    .map(({ id, lookup }) => ({ id, says: TABLES[id]?.(lookup, about) ?? [] }))
    .filter(({ says }) => says.length > 0);
}

interface About {
  readonly line: ClaimLine;
  readonly others: readonly ClaimLine[];
  readonly date: CalendarDate;
  readonly code: string | undefined;
}

const TABLES: Readonly<Record<string, (lookup: unknown, about: About) => readonly string[]>> = {
  "ncci-ptp-practitioner": (lookup, about) => (isInstitutional(about) ? [] : ptp(lookup as PtpLookup, about)),
  "ncci-ptp-hospital": (lookup, about) => (isInstitutional(about) ? ptp(lookup as PtpLookup, about) : []),
  "mue-practitioner": (lookup, about) => (isInstitutional(about) ? [] : mue(lookup as MueLookup, about)),
  "mue-hospital": (lookup, about) => (isInstitutional(about) ? mue(lookup as MueLookup, about) : []),
  "mue-dme": (lookup, about) =>
    isInstitutional(about) || !/^[A-Z]/.test(about.code ?? "") ? [] : mue(lookup as MueLookup, about),
  "add-on-codes": (lookup, about) => addOn(lookup as AddOnLookup, about),
  hcpcs: (lookup, about) => hcpcs(lookup as Hcpcs, about),
  icd10cm: (lookup, about) => icd10cm(lookup as Icd10cm, about),
  "icd10cm-tabular": (lookup, about) => tabular(lookup as Icd10cmTabular, about),
  mpfs: (lookup, about) => mpfs(lookup as FeeSchedule, about),
};

const isInstitutional = ({ line }: About): boolean => line.form === "institutional";

const INDICATOR: Readonly<Record<PtpPair["indicator"], string>> = {
  0: "never paid together",
  1: "both paid with an NCCI-associated modifier, where the record supports it",
  9: "no edit",
};

function ptp(table: PtpLookup, { code, others, date }: About): string[] {
  if (code === undefined) return [];
  return others.flatMap(({ procedure, ref }) => {
    if (!procedure?.ok || procedure.code === code) return [];
    const edits = table.edits(code, procedure.code, date);
    if (edits.length === 0) return [`${code} and ${procedure.code} (row ${ref.row}): no edit`];
    return edits.map(({ column1, column2, indicator, from, to, rationale }) => {
      const until = to === undefined ? "on" : `to ${formatDate(to)}`;
      return `column 1 ${column1}, column 2 ${column2} (row ${ref.row}): indicator ${indicator}, ${INDICATOR[indicator]}; ${formatDate(from)} ${until}; ${rationale}`;
    });
  });
}

const ADJUDICATION = { 1: "for each line", 2: "for the day, absolute", 3: "for the day, may be appealed" } as const;

function mue(table: MueLookup, { code, date }: About): string[] {
  if (code === undefined) return [];
  const found = table.on(code, date);
  if (found === "not covered") return [`${code}: the table does not cover ${THAT_DAY}`];
  if (found === "not published") return [`${code}: no value is published (there may be a confidential one)`];
  return [`${code}: at most ${found.value}, MAI ${found.mai} (${ADJUDICATION[found.mai]}); ${found.rationale}`];
}

const SHOWN_PRIMARIES = 8;

function addOn(table: AddOnLookup, { code, date, line }: About): string[] {
  if (code === undefined) return [];
  const found = table.addOn(code, date, line.form === "institutional" ? "institutional" : "professional");
  if (found === undefined) return [`${code}: no add-on code`];
  const primaries = [...found.primaries];
  const more = primaries.length > SHOWN_PRIMARIES ? ` and ${primaries.length - SHOWN_PRIMARIES} more` : "";
  const listed =
    primaries.length === 0 ? "the contractor decides" : `${primaries.slice(0, SHOWN_PRIMARIES).join(", ")}${more}`;
  const also = found.contractorDefined && primaries.length > 0 ? "; the contractor may accept others" : "";
  return [`${code}: add-on code of type ${found.type}; goes with ${listed}${also}`];
}

function hcpcs(table: Hcpcs, { code, line, date }: About): string[] {
  const says: string[] = [];
  if (code !== undefined && line.procedure?.system === "HCPCS")
    says.push(`${code}: ${hcpcsStatus(table, code, date, THAT_DAY)}`);
  for (const modifier of modifierCodes(line)) {
    const { status } = table.modifierOn(modifier, date);
    if (status !== "not covered") says.push(`modifier ${modifier}: ${status}`);
    else if (modifierAbout(modifier) === undefined) says.push(`modifier ${modifier}: not in the table`);
  }
  return says;
}

const codesOf = (line: ClaimLine): string[] => [
  ...new Set(line.diagnoses.flatMap((each) => (each?.ok && each.system === "ICD-10-CM" ? [each.code] : []))),
];

const dotted = (code: string): string => (code.length > 3 ? `${code.slice(0, 3)}.${code.slice(3)}` : code);

function icd10cm(table: Icd10cm, { line, date }: About): string[] {
  return codesOf(line).map((code) => `${dotted(code)}: ${icd10cmStatus(table, code, date, THAT_DAY)}`);
}

function tabular(table: Icd10cmTabular, { line, date }: About): string[] {
  const codes = codesOf(line);
  return codes.flatMap((code, i) => {
    const first = (table.codeFirst(code, date) ?? []).map(({ at, text }) => `${dotted(code)}: at ${at}, ${text}`);
    const apart = codes.slice(i + 1).flatMap((other) => {
      const note = table.excludes1(code, other, date);
      return note === undefined ? [] : [`${dotted(code)} and ${dotted(other)}: Excludes1 at ${note.at}, ${note.text}`];
    });
    return [...first, ...apart];
  });
}

function mpfs(table: FeeSchedule, { code, date }: About): string[] {
  if (code === undefined) return [];
  if (!table.covers(date)) return [`${code}: the table does not cover ${THAT_DAY}`];
  const row = table.on(code, date);
  if (row === undefined) return [`${code}: not in the fee schedule`];
  const facts = Object.entries(row).map(([name, value]) => `${name} ${value === "" ? "-" : value}`);
  return [`${code}: ${facts.join(", ")}`];
}
