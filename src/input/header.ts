import type { FileFacts, MappedColumn } from "../model/claim.ts";
import { COLUMNS, type ColumnSpec, fieldName, LINE_KEYS, type LineKey } from "../model/columns.ts";
import { UsageError } from "../model/errors.ts";
import { similarity } from "../model/nearest.ts";
import { ambiguity, givenColumns, type Header, type MapEntry, quoted } from "./header-given.ts";
import { isHeaderRecord, type Reading, readingsOf } from "./header-names.ts";
import { headerWords } from "./header-words.ts";

export interface HeaderMap {
  /** In the order of the column table. A field of a slot has one column at most. */
  readonly mapping: readonly MappedColumn[];
  readonly missing: FileFacts["missing"];
  /** Headers that feed no field; blank ones left out. */
  readonly unmapped: readonly string[];
}

interface Candidate extends Reading {
  readonly header: Header;
}

/**
 * Which column of a file feeds which field. Read by name only: exact, synonym of the column table, similar.
 * Errors: `UsageError` for a `--map` that names no field or no header, and where two columns fit one field equally well.
 */
export function mapHeader(texts: readonly string[], entries: readonly MapEntry[]): HeaderMap {
  const headers = texts.map((text, column): Header => ({ text, column, ...headerWords(text) }));
  const given = givenColumns(headers, entries);
  const givenHeaders = new Set([...given.values()].map((one) => one?.header));
  const mapping: MappedColumn[] = [];

  for (const one of given.values()) {
    if (one === undefined) continue;
    const { key, slot, header } = one;
    mapping.push({ key, slot, column: header.column, header: header.text, how: "map" });
  }

  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidatesOf(headers.filter((header) => !givenHeaders.has(header)))) {
    const field = fieldName(candidate.key, candidate.slot);
    if (given.has(field)) continue;
    groups.set(field, [...(groups.get(field) ?? []), candidate]);
  }
  const problems: { message: string; remedy: string }[] = [];
  for (const [field, candidates] of groups) {
    const [first, ...rest] = candidates.sort((a, b) => compare(a, b) || inTableOrder(a, b));
    if (first === undefined) continue;
    const equal = rest.filter((other) => compare(first, other) === 0);
    if (equal.length > 0 && !orderDecides(first.key)) {
      problems.push(ambiguity(field, [first, ...equal], headers));
      continue;
    }
    const { key, slot, header, how } = first;
    const note = noteOn(first, equal, headers);
    mapping.push({
      key,
      slot,
      column: header.column,
      header: header.text,
      how,
      ...(note === undefined ? {} : { note }),
    });
  }
  if (problems.length > 0)
    throw new UsageError(problems.map((p) => p.message).join("; "), problems.map((p) => p.remedy).join("; "));

  mapping.sort((a, b) => LINE_KEYS.indexOf(a.key) - LINE_KEYS.indexOf(b.key) || a.slot - b.slot);
  const used = new Set(mapping.map((one) => one.column));
  const unused = headers.filter((header) => !used.has(header.column) && header.text.trim() !== "");
  const fed = new Set(mapping.map((one) => one.key));
  const missing = LINE_KEYS.filter((key) => COLUMNS[key].required && !fed.has(key));
  return {
    mapping,
    missing: missing.map((key) => ({ key, ...(isHeaderRecord(texts) && closestHeader(key, unused)) })),
    unmapped: unused.map((header) => header.text),
  };
}

// --- candidates --------------------------------------------------------------------------------------------------

function candidatesOf(headers: readonly Header[]): Candidate[] {
  const all = headers.map((header) => readingsOf(header).map((reading): Candidate => ({ ...reading, header })));
  const squashes = new Set(headers.map((header) => header.squashed));
  const flat = all.flat();
  // A column named after the code set is the service's code; numbered `procedure_code_N` beside it are ICD procedures.
  const hasCptColumn = flat.some((c) => c.key === "procedure" && c.header.words.some((w) => /^(?:hcpc|cpt)/.test(w)));
  const hasCharge = flat.some((c) => c.key === "charge" && isSole(c, all));

  return all.flatMap((readings) =>
    readings.filter((one) => {
      const bare = readings.find((other) => other.key === one.key && other !== one);
      // `icd_10` is the tenth code where there is an `icd_1`, else the ICD-10 code.
      if (bare !== undefined) return one.numbered === squashes.has(one.header.squashed.replace(/\d+$/, "1"));
      if (one.header.words[0] === "procedure") {
        if (one.key === "inpatientProcedures") return hasCptColumn;
        if (one.key === "procedure" && readings.length > 1) return !hasCptColumn;
      }
      // A total beside a charge is the claim's; alone it is the line's (Tebra: TotalCharges is UnitCharge × Units).
      const isTotal = readings.length > 1 && (one.key === "charge" || one.key === "claimTotal");
      return !isTotal || (one.key === "charge") === !hasCharge;
    }),
  );
}

function isSole(candidate: Candidate, all: readonly (readonly Candidate[])[]): boolean {
  return all.some((readings) => readings.length === 1 && readings[0] === candidate);
}

/** Negative where `a` is the better reading of its field, 0 where nothing speaks for either. */
function compare(a: Candidate, b: Candidate): number {
  const byMeaning = tier(b) - tier(a) || preference(b) - preference(a) || Number(isNamesake(b)) - Number(isNamesake(a));
  return byMeaning || b.score - a.score;
}

function inTableOrder(a: Candidate, b: Candidate): number {
  return a.order - b.order || a.header.column - b.header.column;
}

function tier(candidate: Candidate): number {
  if (candidate.how === "exact") return 2;
  return candidate.score >= 0.85 ? 1 : 0;
}

/**
 * CMS research files carry a thing twice: `ICD_DGNS_CD1` is `PRNCPAL_DGNS_CD` again, `CLM_FROM_DT` is the claim's and
 * `LINE_1ST_EXPNS_DT` the line's date. The numbered one and the line's one win.
 */
function preference(candidate: Candidate): number {
  const { words } = candidate.header;
  const ofClaim = words.includes("claim") && !words.includes("line") && !COLUMNS[candidate.key].field.includes("claim");
  // A bare `Patient` beside a chart number holds the name, which two patients may share.
  const ofName = candidate.key === "patientId" && words.length === 1 && words[0] === "patient";
  return (candidate.numbered ? 1 : 0) - (ofClaim || ofName ? 1 : 0);
}

const GENERIC: ReadonlySet<string> = new Set([
  "id",
  "number",
  "code",
  "npi",
  "type",
  "unit",
  "version",
  "status",
  "note",
]);

/** Of identifiers: the header says the field's own word. `Claim #` is the claim's number before `Encounter` is. */
function isNamesake(candidate: Candidate): boolean {
  const { kind, field }: ColumnSpec = COLUMNS[candidate.key];
  if (kind !== "text" && kind !== "npi" && kind !== "whole") return false;
  return headerWords(field).words.some((word) => !GENERIC.has(word) && candidate.header.words.includes(word));
}

/** Plain text that no file must have: a wrong guess misleads no rule, so the order of the table decides, with a note. */
function orderDecides(key: LineKey): boolean {
  const { kind, required }: ColumnSpec = COLUMNS[key];
  return kind === "text" && !required;
}

function noteOn(chosen: Candidate, equal: readonly Candidate[], headers: readonly Header[]): string | undefined {
  const { key, header } = chosen;
  const name = header.words.filter((word) => word !== "number").join(" ");
  if (key === "renderingNpi" && (name === "npi" || name === "provider npi"))
    return "read as the rendering provider's; if it is the billing provider's, use --map billing_npi";
  if (key === "charge" && header.words.includes("total") && !headers.some(({ bag }) => bag === "charge unit"))
    return "read as the charge of the line; if it is the claim's, use --map claim_total and name the line's";
  if (key === "procedure" && /1$/.test(header.squashed)) {
    const second = header.squashed.replace(/1$/, "2");
    const further = headers.find((other) => other.squashed === second);
    if (further) return `only the first procedure of a row is read; ${quoted(further)} and later ones are not`;
  }
  return equal.length > 0 ? `${equal.map(quoted).join(", ")} would fit too` : undefined;
}

/** The unused header that looks most like a name of the field, where one looks like it at all. */
function closestHeader(key: LineKey, unused: readonly Header[]): { closest?: string; score?: number } {
  const names = [COLUMNS[key].field, ...COLUMNS[key].synonyms].map((name) => headerWords(name.replace(/_?#.*$/, "")));
  let best: { closest: string; score: number } | undefined;
  for (const header of unused) {
    for (const name of names) {
      const common = name.words.filter((word) => header.words.includes(word)).length;
      const overlap = common / Math.max(name.words.length, header.words.length, 1);
      // A few shared letters say nothing: `ID` is not almost `ICD`, and `Practice` is no procedure.
      const alike = header.squashed.length < 5 ? 0 : similarity(name.squashed, header.squashed.slice(0, 64));
      const spelled = alike < 0.7 ? 0 : alike;
      const score = Math.round(100 * Math.max(overlap, spelled)) / 100;
      if (score >= 0.5 && score > (best?.score ?? 0)) best = { closest: header.text, score };
    }
  }
  return best ?? {};
}
