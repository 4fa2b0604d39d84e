import type { SourceFile } from "../../contract/dataset.ts";
import { codeKey } from "./code-key.ts";
import { type Quarter, quarterNamed, quarterOf } from "./quarter.ts";
import { eachLine, refusal } from "./tables.ts";

/** What is kept of a row of PPRRVU, in this order. Descriptors are the AMA's and are never read; amounts are of no use here. */
export const FACTS = [
  "status",
  "nonFacilityNa",
  "facilityNa",
  "pctc",
  "global",
  "multiple",
  "bilateral",
  "assistant",
  "coSurgeon",
  "team",
] as const;
export type Fact = (typeof FACTS)[number];

export interface FeeFileRow {
  readonly code: string;
  /** Blank, `26`, `TC` or `53`. */
  readonly modifier: string;
  readonly facts: readonly string[];
}

type Place = "code" | "modifier" | Fact;

/** The header cell with the caption cells above it, letters only: columns move, their names do not. */
const NAMES: Readonly<Record<Place, string>> = {
  code: "HCPCS",
  modifier: "MOD",
  status: "STATUSCODE",
  nonFacilityNa: "NONFACNAINDICATOR",
  facilityNa: "FACILITYNAINDICATOR",
  pctc: "PCTCIND",
  global: "GLOBDAYS",
  multiple: "MULTPROC",
  bilateral: "BILATSURG",
  assistant: "ASSTSURG",
  coSurgeon: "COSURG",
  team: "TEAMSURG",
};
const PLACES = Object.keys(NAMES) as Place[];

/** First and past-the-end column of the text file, from 0. Found from the file and the CSV of October 2025, which agree. */
const COLUMNS: Readonly<Record<Place, readonly [number, number]>> = {
  code: [0, 5],
  modifier: [5, 7],
  status: [57, 58],
  nonFacilityNa: [72, 74],
  facilityNa: [81, 83],
  pctc: [102, 103],
  global: [103, 106],
  multiple: [115, 116],
  bilateral: [116, 117],
  assistant: [117, 118],
  coSurgeon: [118, 119],
  team: [119, 120],
};
const WIDTH = 171;

const DIGIT = /^[0-9]$/;
const SHAPES: Readonly<Record<Fact, RegExp>> = {
  status: /^[A-Z]$/,
  nonFacilityNa: /^(?:NA)?$/,
  facilityNa: /^(?:NA)?$/,
  pctc: DIGIT,
  global: /^(?:000|010|090|MMM|XXX|YYY|ZZZ)$/,
  multiple: DIGIT,
  bilateral: DIGIT,
  assistant: DIGIT,
  coSurgeon: DIGIT,
  team: DIGIT,
};

const TITLE = /(\d{4}) National Physician Fee Schedule Relative Value File\s+(\w+) Release/i;
const QUARTERS: Readonly<Record<string, 1 | 2 | 3 | 4>> = { jan: 1, apr: 2, jul: 3, oct: 4 };

/** `csv`, `text`, or undefined for what is no PPRRVU file. */
export function feeFileRole({ kind, head }: SourceFile): "csv" | "text" | undefined {
  if (kind !== "text") return undefined;
  if (TITLE.test(head) && /^HCPCS,MOD,/m.test(head)) return "csv";
  const row = head.split(/\r?\n/).find((line) => line !== "" && !line.startsWith("HDR"));
  const isText =
    /^HDR CPT CODES AND DESCRIPTIONS/.test(head) && row !== undefined && SHAPES.global.test(row.slice(103, 106));
  return isText ? "text" : undefined;
}

/** The quarter a file is for: its title says it, of a text file its name (`PPRRVU2025_Oct.txt`). */
export function feeQuarter(source: SourceFile, given: string | undefined): Quarter | undefined {
  if (given !== undefined) return quarterNamed(given);
  const title = TITLE.exec(source.head) ?? /PPRRVU(\d{4})_([A-Z]{3})/i.exec(source.name);
  const quarter = QUARTERS[title?.[2]?.slice(0, 3).toLowerCase() ?? ""];
  return title === null || quarter === undefined ? quarterNamed(source.name) : quarterOf(Number(title[1]), quarter);
}

export function readFeeFile(source: SourceFile, role: "csv" | "text"): FeeFileRow[] {
  const rows = new Map<string, FeeFileRow>();
  const records = role === "csv" ? csvRecords(source) : textRecords(source);
  for (const { line, cell } of records) {
    const row = rowOf(source, line, cell);
    const key = `${row.code} ${row.modifier}`.trim();
    if (rows.has(key)) throw refusal(source, line, `${key} stands twice`);
    rows.set(key, row);
  }
  if (rows.size === 0) throw refusal(source, undefined, "holds a header and no row");
  return [...rows.values()];
}

interface FeeRecord {
  readonly line: number;
  readonly cell: (place: Place) => string;
}

function rowOf(source: SourceFile, line: number, cell: (place: Place) => string): FeeFileRow {
  const code = cell("code");
  const modifier = cell("modifier");
  if (code.length !== 5 || codeKey(code, 0, 5) < 0) throw refusal(source, line, `"${code}" is not a code`);
  if (!/^(?:26|TC|53)?$/.test(modifier)) throw refusal(source, line, `the modifier of ${code} is "${modifier}"`);
  const facts = FACTS.map((fact) => {
    const text = cell(fact);
    if (!SHAPES[fact].test(text)) throw refusal(source, line, `${NAMES[fact]} of ${code} is "${text}"`);
    return text;
  });
  return { code, modifier, facts };
}

function* csvRecords(source: SourceFile): Generator<FeeRecord> {
  const captions: (readonly string[])[] = [];
  let at: Readonly<Record<Place, number>> | undefined;
  let width = 0;
  for (const { line, cells } of source.records()) {
    if (at === undefined) {
      captions.push(cells);
      if (cells[0]?.trim() !== "HCPCS") continue;
      at = placesOf(source, line, captions.slice(-4));
      width = cells.length;
      continue;
    }
    if (cells.every((cell) => cell.trim() === "")) continue;
    if (cells.length !== width) throw refusal(source, line, `the row has ${cells.length} columns and not ${width}`);
    const places = at;
    yield { line, cell: (place) => cells[places[place]]!.trim() };
  }
  if (at === undefined) throw refusal(source, undefined, "the header row (HCPCS, MOD …) is not there");
}

function placesOf(source: SourceFile, line: number, captions: readonly (readonly string[])[]): Record<Place, number> {
  const names = captions.at(-1)!.map((_, column) =>
    captions
      .map((cells) => cells[column] ?? "")
      .join("")
      .toUpperCase()
      .replace(/[^A-Z]/g, ""),
  );
  const at = Object.fromEntries(PLACES.map((place) => [place, names.indexOf(NAMES[place])])) as Record<Place, number>;
  const missing = PLACES.find((place) => at[place] < 0);
  if (missing) throw refusal(source, line, `the header has changed: the column ${NAMES[missing]} is not there`);
  return at;
}

function textRecords(source: SourceFile): FeeRecord[] {
  const records: FeeRecord[] = [];
  eachLine(source.text(), (text, line) => {
    if (text === "" || text.startsWith("HDR")) return;
    if (text.length !== WIDTH) throw refusal(source, line, `the record has ${text.length} characters and not ${WIDTH}`);
    records.push({ line, cell: (place) => text.slice(...COLUMNS[place]).trim() });
  });
  return records;
}
