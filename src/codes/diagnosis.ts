import type { CodeSystem, DiagnosisCode, DiagnosisProblem, Parsed } from "../model/values.ts";
import { tidyCode } from "./code-text.ts";
import { cptRange } from "./cpt.ts";
import { isHcpcsShape } from "./hcpcs.ts";
import { dottedIcd9, isIcd9DiagnosisShape, isIcd9ProcedureShape } from "./icd9cm.ts";
import { dotted, undotted } from "./icd10cm.ts";
import { isKnownCategory } from "./icd10cm-categories.ts";
import { isIcd10PcsShape } from "./icd10pcs.ts";

/** What one code, alone in its cell, turns out to be. */
interface Reading {
  readonly system: CodeSystem;
  readonly code: string;
  readonly dotted: string;
  readonly problem?: DiagnosisProblem;
  readonly candidate?: string | undefined;
}

/** No diagnosis cell is longer; keeps the patterns below away from a megabyte of text in the wrong column. */
const LONGEST_CELL = 200;

const ICD10CM = /^[A-Z][0-9A-Z]{2}(?:\.?[0-9A-Z]{1,4})?$/;
/** A category the tables do not know but a release may bring: digits, or the letters of C4A, C7B, QA0. */
const PLAUSIBLE_CATEGORY = /^[A-Z](?:\d[0-9AB]|[A-Z]\d)/;
const ICD11 = /^[1-9A-HJ-NP-X][A-HJ-NP-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,2})?$/;
/** No ICD-10-CM code of FY2021 to FY2026 has a Z in position 6 or 7; most ICD-10-PCS codes have. */
const PCS_ENDING = /^.{5}(?:Z.|.Z)$/;
const CPT_LETTER = /^\d{4}[AFMTU]$/;
const SCIENTIFIC = /^\d+(?:\.\d+)?E[+-]\d+$|^\d+\.\d+E\d+$/;
const MONTH = "(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)";
const DATE = new RegExp(
  `^(?:\\d{1,2}-${MONTH}(?:-\\d{2,4})?|${MONTH}-\\d{1,4}|\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}/\\d{1,2}/(?:\\d{2}|\\d{4}))(?: 0?0:00(?::00)?)?$`,
);
const HYPHENATED_NDC = /^(?:\d{4}-\d{4}-\d{2}|\d{5}-(?:\d{3}-\d{2}|\d{4}-\d{1,2}))$/;
const SEPARATORS = /[;|,/&+~^:\s]+/;
/** The later pieces of a code torn apart by spaces (`E 11.9`, `S72 001A`), as opposed to words (`I10 HTN`). */
const TORN_PIECE = /^[\d.X]+[A-S]?$/;
/** A code followed by its description, a WHO dagger or asterisk, or any other remark. */
const CODE_AND_MORE = /^([A-Z][0-9A-Z]{2}(?:\.?[0-9A-Z]{1,4})?)[\s(:†‡*+#!]/;

const LETTER_FOR: Readonly<Record<string, string>> = { "0": "O", "1": "I", "2": "Z", "5": "S", "8": "B" };
const DIGIT_FOR: Readonly<Record<string, string>> = { O: "0", I: "1", L: "1", Z: "2", S: "5", B: "8" };

/**
 * Reads the cell of a diagnosis column: as ICD-10-CM wherever the text allows it, as ICD-9-CM where only that fits,
 * else as whatever other system it belongs to. Never throws.
 *
 * An undotted five-digit number inside a CPT range (`20610`, `25000`) is read as CPT, with `fitsIcd9` set where ICD-9-CM
 * has the shape too: on a date of service before 2015-10-01 it may be a right ICD-9-CM code.
 */
export function parseDiagnosis(text: string): Parsed<DiagnosisCode> {
  const tidy = text.length > LONGEST_CELL ? "" : tidyCode(text).replace(/[.,]+$/, "");
  if (tidy === "") return diagnosisOf(text, malformed(tidy));

  const single = readSingle(tidy);
  if (single.problem === undefined) return diagnosisOf(text, single);
  if (DATE.test(tidy)) return diagnosisOf(text, { ...malformed(tidy), problem: "date-mangled" });
  if (SCIENTIFIC.test(tidy)) return diagnosisOf(text, { ...malformed(tidy), problem: "scientific-notation" });

  const pieces = tidy.split(SEPARATORS).filter((piece) => piece !== "");
  if (pieces.length > 1) {
    const readings = pieces.map(readSingle);
    if (readings.every(isCode)) {
      const parts = readings.map((reading) => reading.dotted);
      return diagnosisOf(text, { ...malformed(tidy), system: readings[0]!.system, problem: "multiple" }, parts);
    }
    if (readings.every((reading) => reading.system === "ICD-11")) return diagnosisOf(text, otherSystem("ICD-11", tidy));
    if (/\s/.test(tidy) && pieces.slice(1).every((piece) => TORN_PIECE.test(piece))) {
      const joined = readSingle(tidy.replace(/\s+/g, ""));
      if (joined.problem === undefined) return diagnosisOf(text, joined);
    }
  }

  const leading = CODE_AND_MORE.exec(tidy)?.[1];
  if (leading !== undefined) {
    const reading = readSingle(leading);
    if (reading.problem === undefined) return diagnosisOf(text, { ...malformed(tidy), candidate: reading.dotted });
  }
  return diagnosisOf(text, single);
}

function diagnosisOf(text: string, reading: Reading, parts: readonly string[] = []): Parsed<DiagnosisCode> {
  const { system, code, problem, candidate } = reading;
  const ok = problem === undefined;
  return {
    text,
    ok,
    code,
    dotted: reading.dotted,
    system,
    problem,
    untidy: ok && text !== code && text !== reading.dotted,
    candidate,
    parts,
    // On the dotted form where there is one: `E11.9` must not pass for the ICD-9-CM code E119.
    fitsIcd9: isIcd9DiagnosisShape(fitsText(text, reading)),
    // Only of ICD-10-CM: a range test on the categories must not catch ICD-9-CM's V08 or E950.
    category: system === "ICD-10-CM" && problem !== "format" && problem !== "multiple" ? code.slice(0, 3) : "",
  };
}

function fitsText(text: string, reading: Reading): string {
  return reading.problem === undefined && text.includes(".") ? reading.dotted : reading.code;
}

function malformed(tidy: string): Reading {
  return { system: "malformed", code: tidy, dotted: tidy, problem: "format" };
}

function otherSystem(system: CodeSystem, code: string): Reading {
  return { system, code, dotted: code, problem: "other-system" };
}

function isCode({ problem, system }: Reading): boolean {
  if (problem === "other-system") return system === "CPT" || system === "HCPCS" || system === "CDT";
  return problem === undefined || problem === "unknown-category";
}

/** Reads one token: upper case, without white space at its ends and without a trailing dot. */
function readSingle(token: string): Reading {
  const code = undotted(token);
  if (ICD10CM.test(token) && isKnownCategory(token.slice(0, 3))) {
    if (isIcd10PcsShape(token) && PCS_ENDING.test(token)) return otherSystem("ICD-10-PCS", token);
    return { system: "ICD-10-CM", code, dotted: dotted(code) };
  }
  if (/^\d{5}$/.test(token) && cptRange(Number(token)) !== undefined) return otherSystem("CPT", token);
  if (isIcd9DiagnosisShape(token)) return { system: "ICD-9-CM", code, dotted: dottedIcd9(code) };
  return readNumber(token) ?? readOtherSystem(token) ?? readDamaged(token);
}

/** Numbers that are no diagnosis: what a data frame made of a code, and the identifiers of other lists. */
function readNumber(token: string): Reading | undefined {
  const float = /^(\d+)\.0+$/.exec(token)?.[1];
  if (float !== undefined) {
    const meant = readSingle(float);
    const candidate = meant.problem === undefined ? meant.dotted : undefined;
    return { system: meant.system, code: float, dotted: float, problem: "decimal-artifact", candidate };
  }
  if (isIcd9ProcedureShape(token)) return otherSystem("ICD-9-CM procedure", token);
  if (/^\d{11}$/.test(token) || HYPHENATED_NDC.test(token)) return otherSystem("NDC", token);
  if (/^\d{6,18}$/.test(token)) return otherSystem("SNOMED CT", token);
  return undefined;
}

function readOtherSystem(token: string): Reading | undefined {
  if (CPT_LETTER.test(token)) return otherSystem("CPT", token);
  if (isHcpcsShape(token)) return otherSystem(token.startsWith("D") ? "CDT" : "HCPCS", token);
  // `1E11` is a number in scientific notation, or a slip of the key before E11, rather than ICD-11.
  if (ICD11.test(token) && !/^\dE\d\d$/.test(token)) return otherSystem("ICD-11", token);
  if (isIcd10PcsShape(token) && /[A-Z]/.test(token)) return otherSystem("ICD-10-PCS", token);
  return undefined;
}

/** What is left: a category nobody knows, or something that is no code. */
function readDamaged(token: string): Reading {
  const candidate = lookAlike(token);
  if (ICD10CM.test(token) && PLAUSIBLE_CATEGORY.test(token)) {
    const code = undotted(token);
    return { system: "ICD-10-CM", code, dotted: dotted(code), problem: "unknown-category", candidate };
  }
  const known = isKnownCategory(undotted(token).slice(0, 3));
  return {
    system: known ? "ICD-10-CM" : "malformed",
    code: token,
    dotted: token,
    problem: "format",
    candidate: candidate ?? movedDot(token),
  };
}

/** The code with its dot put right: one dot in a wrong place, or a hyphen in the right one. */
function movedDot(token: string): string | undefined {
  const hyphenated = /^[A-Z][0-9A-Z]{2}-[0-9A-Z]{1,4}$/.test(token);
  const code = hyphenated ? token.replace("-", "") : undotted(token);
  // `E119.0` may be E11.90 or E11.9 with a data frame's `.0`.
  if (code.length !== token.length - 1 || token.startsWith(".") || token.endsWith(".0")) return undefined;
  return ICD10CM.test(code) && isKnownCategory(code.slice(0, 3)) ? dotted(code) : undefined;
}

/** The code with look-alike characters of its category exchanged (`EI1.9`, `1` for `I`), where that gives a category. */
function lookAlike(token: string): string | undefined {
  const [first = "", second = "", third = ""] = token;
  // Not B for 8 in second place: the next categories after QA0 will be lettered so.
  const digit = second === "B" ? second : (DIGIT_FOR[second] ?? second);
  const category = (LETTER_FOR[first] ?? first) + digit + (DIGIT_FOR[third] ?? third);
  const repaired = category + token.slice(3);
  if (repaired === token || !ICD10CM.test(repaired) || !isKnownCategory(category)) return undefined;
  return dotted(undotted(repaired));
}
