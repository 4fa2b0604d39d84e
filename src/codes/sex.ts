import type { Parsed, Sex, SexCode } from "../model/values.ts";
import { trimText } from "./text.ts";

/** 837 DMG03 takes F, M and U only; 1 and 2 are CMS's research files, O and X later registries. */
const CODES: Readonly<Record<string, SexCode>> = {
  m: "M",
  male: "M",
  "1": "M",
  f: "F",
  female: "F",
  "2": "F",
  u: "U",
  unknown: "U",
  "0": "U",
  o: "U",
  x: "U",
};

export function parseSex(text: string): Parsed<Sex> {
  const token = trimText(text)
    .toLowerCase()
    .replace(/^(\d)\.0$/, "$1");
  const sex = Object.hasOwn(CODES, token) ? CODES[token] : undefined;
  return { text, ok: sex !== undefined, sex };
}
