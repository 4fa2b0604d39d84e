import type {
  CodeSystem,
  CptCategory,
  CptSection,
  Parsed,
  ProcedureCode,
  ProcedureProblem,
  ProcedureView,
} from "../model/values.ts";
import { tidyCode, trimCode } from "./code-text.ts";
import { cptRange } from "./cpt.ts";
import { hcpcsView, isHcpcsShape } from "./hcpcs.ts";
import { isAmbulancePair, modifierAbout } from "./modifier.ts";
import { isHyphenatedNdc } from "./ndc.ts";
import { isIcd10Pcs, isIcd10WithExtension, otherSystemOf } from "./other-systems.ts";
import { revenueFamily } from "./revenue.ts";
import { isMangledDate } from "./spreadsheet.ts";

interface Facts {
  readonly system: "CPT" | "HCPCS" | "CDT";
  readonly category: CptCategory | undefined;
  readonly section: CptSection | undefined;
  readonly subsection: string | undefined;
  readonly view: ProcedureView | undefined;
  readonly number: number;
}

const NO_FACTS = {
  category: undefined,
  section: undefined,
  subsection: undefined,
  view: undefined,
  number: -1,
} as const;
const LABORATORY = { section: "Pathology and laboratory", view: "ancillary" } as const;

/** CPT codes of four digits and a letter. Only the retired COVID-19 administration codes ever ended in A. */
const BY_SUFFIX: Readonly<Record<string, Omit<Facts, "system" | "number">>> = {
  F: { ...NO_FACTS, category: "II", subsection: "performance measurement" },
  T: { ...NO_FACTS, category: "III", subsection: "emerging technology" },
  U: { ...LABORATORY, category: "PLA", subsection: "proprietary laboratory analyses" },
  M: { ...LABORATORY, category: "MAAA", subsection: "MAAA" },
  A: {
    section: "Medicine",
    view: "ancillary",
    category: "administrative",
    subsection: "immunization administration/counseling",
  },
};

/** Everything the text of a well-formed code tells; undefined where the text is not CPT, HCPCS Level II or CDT. */
function factsOf(code: string): Facts | undefined {
  if (/^\d{5}$/.test(code)) {
    const number = Number(code);
    const range = cptRange(number);
    return range && { system: "CPT", category: "I", ...range, number };
  }
  if (/^\d{4}[AFMTU]$/.test(code)) {
    return code.startsWith("0000") ? undefined : { system: "CPT", ...BY_SUFFIX[code.charAt(4)]!, number: -1 };
  }
  if (!isHcpcsShape(code)) return undefined;
  return { ...NO_FACTS, system: code.startsWith("D") ? "CDT" : "HCPCS", view: hcpcsView(code) };
}

interface Broken {
  readonly problem: ProcedureProblem;
  readonly system: CodeSystem;
  readonly candidate?: string;
  readonly parts?: readonly string[];
}

const SEPARATOR = "[-\\u2010-\\u2015\\s:/,*>.;|+&^]";
const COMPOSITE = new RegExp(`^(HC[:>^*])?([0-9A-Z]{5})((?:${SEPARATOR}*[0-9A-Z]{2}){0,4})${SEPARATOR}*$`);
const SEPARATORS = new RegExp(SEPARATOR, "g");

/** `99213-25`, `20610RT`, `HC:99213:25`: a code with one to four known modifiers; or an X12 composite without any. */
function embedded(code: string): Broken | undefined {
  const match = COMPOSITE.exec(code);
  if (match === null || isHyphenatedNdc(code)) return undefined;
  const [, qualifier, base = "", rest = ""] = match;
  const facts = factsOf(base);
  const parts = rest.replace(SEPARATORS, "").match(/../g) ?? [];
  if (facts === undefined || (parts.length === 0 && qualifier === undefined)) return undefined;
  const transport = base >= "A0021" && base <= "A0999";
  if (!parts.every((part) => modifierAbout(part) !== undefined || (transport && isAmbulancePair(part))))
    return undefined;
  if (code === base + rest && /^[0-9A-Z]+$/.test(code)) {
    // Nine digits and more are numbers of another kind (SNOMED CT, NDC, account numbers) far more often than this.
    if (/^\d{8,}$/.test(code) || isIcd10WithExtension(code)) return undefined;
    const timed =
      facts.section === "Anesthesia" && parts.every((part) => modifierAbout(part)?.category === "anesthesia");
    if (isIcd10Pcs(code) && !timed) return undefined;
  }
  return { problem: "embedded-modifier", system: facts.system, candidate: base, parts };
}

/** `99213,36415`, `99213-25;36415`: two or more codes. */
function multiple(code: string): Broken | undefined {
  const codes = code.split(/[\s,;|/+&]+/).flatMap((piece) => {
    if (factsOf(piece) !== undefined) return [piece];
    const candidate = embedded(piece)?.candidate;
    return candidate === undefined ? [] : [candidate];
  });
  if (codes.length < 2) return undefined;
  return { problem: "multiple", system: factsOf(codes[0]!)!.system, parts: codes };
}

// Written by a spreadsheet set to US dates; the other forms are common to all columns.
const SLASH_DATE = /^\d{1,2}[/-]\d{1,2}[/-](?:\d{2}|\d{4})$/;

/** `142` → `00142`, `54T` → `0054T`: the code before a spreadsheet took its zeros. */
function withZeros(code: string): string | undefined {
  // `0450` kept its zero, and so is a revenue code rather than 00450 with one zero less.
  if (/^0\d{3}$/.test(code) && revenueFamily(code) !== undefined) return undefined;
  const padded = /^\d{3,4}$/.test(code)
    ? code.padStart(5, "0")
    : /^\d{1,3}[AFMTU]$/.test(code)
      ? code.padStart(5, "0")
      : "";
  return factsOf(padded) === undefined ? undefined : padded;
}

function zerosOrFloat(code: string): Broken | undefined {
  const padded = withZeros(code);
  if (padded !== undefined) return { problem: "leading-zero-lost", system: "CPT", candidate: padded };
  const float = /^([0-9A-Z]{3,5})\.(0+)$/.exec(code);
  if (float === null) return undefined;
  const base = float[1]!;
  const facts = factsOf(base);
  if (facts !== undefined) return { problem: "decimal-artifact", system: facts.system, candidate: base };
  // 250.00 is an ICD-9-CM diagnosis; a float export writes 250.0.
  if (!/^\d/.test(base) || (base.length === 3 && float[2] !== "0")) return undefined;
  const zeros = withZeros(base);
  return zeros === undefined ? undefined : { problem: "leading-zero-lost", system: "CPT", candidate: zeros };
}

const DIGIT_FOR: Readonly<Record<string, string>> = {
  O: "0",
  o: "0",
  I: "1",
  l: "1",
  S: "5",
  s: "5",
  B: "8",
  Z: "2",
  z: "2",
};

/**
 * `992I3` → 99213. The text comes in its own case, because a small L looks like 1 and a capital L does not. Letters in a
 * letter position need no mending: neither I nor O is a HCPCS letter.
 */
function lookalike(trimmed: string): Broken | undefined {
  if (!/^[0-9A-Za-z]{5}$/.test(trimmed) || (trimmed.match(/\d/g) ?? []).length < 2) return undefined;
  const digits = (text: string): string => text.replace(/[A-Za-z]/g, (letter) => DIGIT_FOR[letter] ?? letter);
  const readings = [
    digits(trimmed),
    trimmed.charAt(0) + digits(trimmed.slice(1)),
    digits(trimmed.slice(0, 4)) + trimmed.charAt(4),
  ];
  const codes = new Set(readings.map(tidyCode).filter((reading) => factsOf(reading) !== undefined));
  const [candidate] = codes;
  if (codes.size !== 1 || candidate === undefined) return undefined;
  return { problem: "lookalike-character", system: factsOf(candidate)!.system, candidate };
}

/** The one cause why a tidied text is no code; order as in the rule catalogue, group `code`. */
function diagnose(code: string, trimmed: string): Broken {
  if (/^(?:\d{5}|0000F)$/.test(code)) return { problem: "unknown-range", system: "CPT" };
  const cells = embedded(code) ?? multiple(code);
  if (cells !== undefined) return cells;
  if (/^\d(?:\.\d+)?E\+?\d{1,2}$/.test(code)) return { problem: "scientific-notation", system: "malformed" };
  if (isMangledDate(code) || SLASH_DATE.test(code)) return { problem: "date-mangled", system: "malformed" };
  const other = zerosOrFloat(code);
  if (other !== undefined) return other;
  const system = otherSystemOf(code);
  if (system !== undefined) return { problem: "other-system", system };
  return lookalike(trimmed) ?? { problem: /^\d/.test(code) ? "cpt-format" : "hcpcs-format", system: "malformed" };
}

/** `J 1100`, `992 13` → the code without its spaces; not `142 25`, which is a short code and a modifier. */
function joined(code: string): string {
  const [first = "", second, third] = code.split(/\s+/);
  if (second === undefined || third !== undefined) return code;
  if (withZeros(first) !== undefined && modifierAbout(second) !== undefined) return code;
  const whole = first + second;
  return factsOf(whole) === undefined ? code : whole;
}

/**
 * Reads a procedure cell. `ok` for a well-formed CPT, HCPCS Level II or CDT code (whether it exists on a date is for the
 * code files to say), else exactly one `problem`. An empty text is not ok and has no problem. Never throws.
 */
export function parseProcedure(text: string): Parsed<ProcedureCode> {
  const code = joined(tidyCode(text));
  const untidy = code !== text;
  const facts = factsOf(code);
  if (facts !== undefined)
    return { text, ok: true, code, problem: undefined, untidy, candidate: undefined, parts: [], ...facts };
  if (code === "")
    return {
      text,
      ok: false,
      code,
      system: "malformed",
      problem: undefined,
      untidy,
      candidate: undefined,
      parts: [],
      ...NO_FACTS,
    };
  const { problem, system, candidate, parts = [] } = diagnose(code, trimCode(text));
  return { text, ok: false, code, system, problem, untidy, candidate, parts, ...NO_FACTS };
}
