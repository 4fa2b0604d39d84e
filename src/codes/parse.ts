import type { Kind, KindValue } from "../model/columns.ts";
import type { Parsed } from "../model/values.ts";
import { parseMoney, parseQuantity, parseWhole } from "./amounts.ts";
import { parseDiagnosis } from "./diagnosis.ts";
import { parseModifier } from "./modifier.ts";
import { parseNpi } from "./npi.ts";
import { parsePlace } from "./place.ts";
import { parsePointer } from "./pointer.ts";
import { parseProcedure } from "./procedure.ts";
import { parseSex } from "./sex.ts";
import { parseText } from "./text.ts";

/** The parser of every kind of column but `date`, whose format is a matter of the whole column. */
export const PARSERS: { readonly [K in Exclude<Kind, "date">]: (text: string) => Parsed<KindValue[K]> } = {
  text: parseText,
  procedure: parseProcedure,
  diagnosis: parseDiagnosis,
  modifier: parseModifier,
  npi: parseNpi,
  place: parsePlace,
  pointer: parsePointer,
  quantity: parseQuantity,
  money: parseMoney,
  whole: parseWhole,
  sex: parseSex,
};
