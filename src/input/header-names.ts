import { COLUMNS, type ColumnSpec, type Kind, LINE_KEYS, type LineKey } from "../model/columns.ts";
import { editDistance } from "../model/nearest.ts";
import { bagOf, canonicalWord, type HeaderWords, headerWords, SPELLINGS } from "./header-words.ts";

/** What a header may name. */
export interface Reading {
  readonly key: LineKey;
  /** From 0. */
  readonly slot: number;
  readonly how: "exact" | "synonym" | "similar";
  /** 1 the canonical name, 0.95 a synonym, 0.85 one with a word to spare, less for a misspelling; never below 0.8. */
  readonly score: number;
  /** The header carries the slot number itself (`dx_1`), unlike `principal_dx` or a bare `modifier`. */
  readonly numbered: boolean;
  /** Place in the synonym list of the column. */
  readonly order: number;
}

interface Name {
  readonly key: LineKey;
  readonly exact: boolean;
  /** Takes its slot from the number in the header; else it is slot 1. */
  readonly numbered: boolean;
  readonly order: number;
}

interface Names {
  readonly bySquash: ReadonlyMap<string, readonly Name[]>;
  readonly byBag: ReadonlyMap<string, readonly Name[]>;
  readonly spellings: ReadonlyMap<string, string>;
}

let built: Names | undefined;

/** The column table, turned round. Built when the first header is read: `claimlint rules` has no use for it. */
function names(): Names {
  built ??= build();
  return built;
}

function build(): Names {
  const bySquash = new Map<string, Name[]>();
  const byBag = new Map<string, Name[]>();
  const spellings = new Map<string, string>(SPELLINGS);
  const learn = (text: string, name: Name) => {
    const words = headerWords(text, true);
    put(bySquash, words.squashed, name);
    put(byBag, words.bag, name);
    for (const part of text.split(/[^a-z]+/))
      if (part.length > 1 && !spellings.has(part)) spellings.set(part, canonicalWord(part));
  };
  const all = LINE_KEYS.map((key) => ({ key, fields: fieldsOf(key), synonyms: COLUMNS[key].synonyms }));
  for (const { key, fields, synonyms } of all) {
    for (const field of fields) learn(field, { key, exact: true, numbered: field.endsWith("#"), order: 0 });
    synonyms.forEach((synonym, order) => {
      learn(synonym, { key, exact: false, numbered: synonym.includes("#"), order });
    });
  }
  // A repeated column without its number is slot 1 (`Modifier`, `Dx`), unless the bare word is another column's name.
  for (const { key, fields, synonyms } of all) {
    [...fields, ...synonyms].forEach((name, order) => {
      const stem = /^(\w+?)_?#$/.exec(name)?.[1] ?? "";
      const others = bySquash.get(headerWords(stem).squashed)?.some((other) => other.key !== key);
      if (stem.length > 1 && !others) learn(stem, { key, exact: false, numbered: false, order });
    });
  }
  return { bySquash, byBag, spellings };
}

function put(index: Map<string, Name[]>, at: string, name: Name): void {
  const known = index.get(at) ?? [];
  if (!known.some((other) => other.key === name.key && other.numbered === name.numbered)) known.push(name);
  index.set(at, known);
}

function fieldsOf(key: LineKey): string[] {
  const spec: ColumnSpec = COLUMNS[key];
  if (spec.slots === 1) return [spec.field];
  return key === "pointers" ? [spec.field, `${spec.field}_#`] : [`${spec.field}_#`];
}

/**
 * Everything a header may name, best kind of match only: the name as it is, its words in any order and any short form,
 * one word to spare, one word misspelled. Several readings only where the table lists a name under several columns.
 */
export function readingsOf(header: HeaderWords): readonly Reading[] {
  if (header.squashed === "") return [];
  const named = atSquash(header.squashed);
  if (named.length > 0) return named;
  const worded = atWords(header.words, "synonym", 0.95);
  if (worded.length > 0) return worded;
  const spare = withoutSpareWord(header.words);
  return spare.length > 0 ? spare : misspelled(header);
}

function atSquash(squashed: string): Reading[] {
  const literal = names().bySquash.get(squashed) ?? [];
  const readings = literal.filter((name) => !name.numbered).map((name) => reading(name, 0));
  for (const match of squashed.matchAll(/\d+/g)) {
    const pattern = `${squashed.slice(0, match.index)}#${squashed.slice(match.index + match[0].length)}`;
    for (const name of names().bySquash.get(pattern) ?? []) readings.push(reading(name, Number(match[0]) - 1));
  }
  return readings.filter(inRange);
}

function atWords(words: readonly string[], how: "synonym" | "similar", score: number): Reading[] {
  const literal = (names().byBag.get(bagOf(words)) ?? []).filter((name) => !name.numbered);
  const readings = literal.map((name) => ({ ...reading(name, 0), how, score }));
  words.forEach((word, i) => {
    if (!/^\d+$/.test(word)) return;
    for (const name of names().byBag.get(bagOf(words.with(i, "#"))) ?? [])
      readings.push({ ...reading(name, Number(word) - 1), how, score });
  });
  return readings.filter(inRange);
}

function reading(name: Name, slot: number): Reading {
  const { key, numbered, order } = name;
  return { key, slot, how: name.exact ? "exact" : "synonym", score: name.exact ? 1 : 0.95, numbered, order };
}

function inRange({ key, slot }: Reading): boolean {
  return slot >= 0 && slot < COLUMNS[key].slots;
}

const CODE_KINDS: ReadonlySet<Kind> = new Set<Kind>(["procedure", "diagnosis", "modifier", "place", "sex"]);

/** Whether a word may be left out of a header that is to name this column. */
function isSpare(word: string, key: LineKey): boolean {
  const { kind, perClaim }: ColumnSpec = COLUMNS[key];
  switch (word) {
    case "claim":
      // A claim's amount is not its lines' amount.
      return kind !== "money";
    case "patient":
      return kind !== "money" && kind !== "npi";
    case "line":
      return !perClaim;
    case "service":
      return true;
    case "number":
      return kind === "npi";
    case "code":
      // Not of an amount or a count: a "charge code" is no charge.
      return CODE_KINDS.has(kind);
    default:
      return false;
  }
}

const SPARE_PREFIXES: ReadonlySet<string> = new Set(["claim", "patient", "line", "service"]);

function withoutSpareWord(words: readonly string[]): Reading[] {
  const found: Reading[] = [];
  words.forEach((word, i) => {
    if (words.length < 2 || (SPARE_PREFIXES.has(word) && i > 0)) return;
    const rest = words.toSpliced(i, 1);
    for (const one of atWords(rest, "similar", 0.85))
      if (isSpare(word, one.key) && !found.some((other) => same(other, one))) found.push(one);
  });
  return found;
}

function same(a: Reading, b: Reading): boolean {
  return a.key === b.key && a.slot === b.slot;
}

/** Words that say what kind of thing a column holds. A misspelling is never read across one of them. */
const TELLING =
  /date|time|amt|amount|price|cost|desc|name|type|vers|flag|status|paid|npi|zip|phone|addr|city|state|qty|tax|id$|dt$/;

/**
 * The one name that a header with one misspelled word is nearest to; none where two are equally near. A word that is
 * itself a word of the trade is never taken for a misspelling: `procedure_date` is no `procedure_code`.
 */
function misspelled(header: HeaderWords): Reading[] {
  const length = header.squashed.length;
  // No name of the table is longer than 40; a hostile header is not worth the search.
  if (length < 6 || length > 48) return [];
  const strange = header.words.filter((word) => !/^\d+$/.test(word) && !isWord(word));
  const [word] = strange;
  if (word === undefined || strange.length > 1) return [];
  const found: Reading[] = [];
  const consider = (distance: number, readings: readonly Reading[]) => {
    const score = Math.min(0.84, 1 - distance / length);
    if (score >= 0.8) for (const one of readings) found.push({ ...one, how: "similar", score });
  };

  const at = header.words.indexOf(word);
  if (word.length >= 4) {
    for (const [spelling, meaning] of names().spellings) {
      const distance = near(word, spelling, word.length >= 8 ? 2 : 1);
      if (distance !== undefined) consider(distance, atWords(header.words.with(at, meaning), "similar", 0));
    }
  }
  const number = /\d+$/.exec(header.squashed)?.[0] ?? "";
  const glued = number === "" ? header.squashed : header.squashed.slice(0, -number.length);
  const telling = TELLING.exec(glued)?.[0];
  for (const name of names().bySquash.keys()) {
    const target = name.replace(/#$/, "");
    if (target.length < 6 || TELLING.exec(target)?.[0] !== telling) continue;
    const distance = near(glued, target, glued.length >= 10 ? 2 : 1);
    if (distance !== undefined) consider(distance, atSquash(target + number));
  }

  const best = Math.max(...found.map((one) => one.score));
  const top = found.filter((one) => one.score === best);
  const [first] = top;
  return first !== undefined && top.every((one) => same(one, first)) ? [first] : [];
}

function isWord(word: string): boolean {
  const { spellings } = names();
  return word.length < 3 || spellings.has(word) || spellings.has(`${word}s`);
}

function near(a: string, b: string, limit: number): number | undefined {
  if (Math.abs(a.length - b.length) > limit) return undefined;
  const distance = editDistance(a, b);
  return distance <= limit ? distance : undefined;
}

/**
 * Does the record name columns? The first record of a file without a header is data, a person's among it, and must not be
 * quoted as column names are. One header that is known is enough; values of one or two characters can look like one.
 */
export function isHeaderRecord(texts: readonly string[]): boolean {
  return texts.some(
    (text) => text.trim().length > 2 && readingsOf(headerWords(text)).some(({ how }) => how !== "similar"),
  );
}
