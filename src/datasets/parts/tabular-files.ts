import type { SourceFile } from "../../contract/dataset.ts";
import { refusal } from "./tables.ts";

/** A code and all below it (`from` = `to`), or a range of them; undotted. */
export interface CodeRange {
  readonly from: string;
  readonly to: string;
}

export interface TabularNote {
  readonly text: string;
  readonly ranges: readonly CodeRange[];
  /** The text narrows a range (`E08-E13 with .36`, `T36-T50 with fifth or sixth character 5`): it is broader than meant. */
  readonly narrowed: boolean;
}

/** The notes of one place of the tabular list: a code (undotted), a section or a chapter (`E08-E13`). */
export interface TabularNode {
  readonly name: string;
  readonly excludes1: readonly TabularNote[];
  readonly codeFirst: readonly TabularNote[];
  readonly useAdditional: readonly TabularNote[];
  /** Seventh character and its meaning, in the order of the list. */
  readonly seventh: readonly (readonly [string, string])[];
}

type Draft = { -readonly [K in keyof TabularNode]: K extends "name" ? string : TabularNode[K][number][] };

const NOTES: Readonly<Record<string, "excludes1" | "codeFirst" | "useAdditional">> = {
  excludes1: "excludes1",
  codeFirst: "codeFirst",
  useAdditionalCode: "useAdditional",
};

/** Codes stand in parentheses; outside of them `B12` is a vitamin. */
const PARENTHESES = /\(([^()]*)\)/g;
const CODES =
  /([A-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?)(?:\.?-(?=[\s,;)]|$))?(?:\s*-\s*([A-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?))?/g;

export function noteOf(text: string): TabularNote {
  const ranges: CodeRange[] = [];
  let narrowed = false;
  for (const [, inside] of text.matchAll(PARENTHESES)) {
    const found = [...inside!.matchAll(CODES)];
    for (const [, first, last] of found) {
      const from = first!.replace(".", "");
      ranges.push({ from, to: last === undefined ? from : last.replace(".", "") });
    }
    narrowed ||= found.length > 0 && /\bwith\b/.test(inside!);
  }
  return { text: text.trim(), ranges, narrowed };
}

export function isTabular(source: SourceFile): boolean {
  return source.kind === "text" && /<ICD10CM\.tabular>/.test(source.head);
}

/** The places of the tabular list that have a note we keep, and the year the list says it is of. */
export function readTabular(source: SourceFile): { year: number; codes: number; nodes: TabularNode[] } {
  const places: Draft[] = [];
  const kept = new Map<string, Draft>();
  const path: string[] = [];
  let year = 0;
  let codes = 0;
  let text = "";
  let character = "";
  let line = 0;
  source.xml({
    open: (name, attributes, at) => {
      line = at;
      text = "";
      path.push(name);
      if (name === "chapter" || name === "diag" || name === "section") {
        places.push({ name: attributes["id"] ?? "", excludes1: [], codeFirst: [], useAdditional: [], seventh: [] });
      }
      if (name === "extension") character = attributes["char"] ?? "";
    },
    text: (piece) => {
      text += piece;
    },
    close: (name) => {
      path.pop();
      const parent = path.at(-1) ?? "";
      const place = places.at(-1);
      if (name === "version" && parent === "ICD10CM.tabular") year = Number(text);
      else if (place === undefined) return;
      else if (name === "name" && parent === "diag") {
        place.name = text.trim().replace(".", "");
        codes++;
        if (!/^[A-Z][0-9A-Z]{2,6}$/.test(place.name)) throw refusal(source, line, `${text} is no ICD-10-CM code`);
      } else if (name === "desc" && parent === "chapter") {
        place.name = /\(([A-Z]\d[0-9A-Z]-[A-Z]\d[0-9A-Z])\)\s*$/.exec(text)?.[1] ?? "";
        if (place.name === "") throw refusal(source, line, "the chapter does not say its range of categories");
      } else if (name === "note" && NOTES[parent] !== undefined) place[NOTES[parent]].push(noteOf(text));
      else if (name === "extension" && parent === "sevenChrDef") place.seventh.push([character, text.trim()]);
      else if (name === "chapter" || name === "diag" || name === "section") {
        places.pop();
        const { excludes1, codeFirst, useAdditional, seventh } = place;
        if (excludes1.length + codeFirst.length + useAdditional.length + seventh.length === 0) return;
        // A section of one category (T07) has the name of the category in it: one place, the notes of both.
        const twin = kept.get(place.name);
        if (twin === undefined) kept.set(place.name, place);
        else {
          twin.excludes1.push(...excludes1);
          twin.codeFirst.push(...codeFirst);
          twin.useAdditional.push(...useAdditional);
          if (twin.seventh.length === 0) twin.seventh.push(...seventh);
        }
      }
    },
  });
  if (!(year >= 2016 && year < 2100)) throw refusal(source, 3, "the tabular list does not say its year");
  if (codes === 0) throw refusal(source, undefined, "the tabular list holds no codes");
  return { year, codes, nodes: [...kept.values()] };
}
