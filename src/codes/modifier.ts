import { day } from "../model/dates.ts";
import type { CalendarDate, Modifier, Parsed, ProcedureCode } from "../model/values.ts";
import { tidyCode } from "./code-text.ts";
import { MODIFIERS, type ModifierCategory, type ModifierEntry } from "./modifiers-table.ts";

export interface ModifierAbout {
  readonly code: string;
  readonly category: ModifierCategory;
  /** In our own words. */
  readonly meaning: string;
  /** First and last day of service, where known. */
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
  /** The end date could not be confirmed: do not call this modifier out of date without the HCPCS file. */
  readonly doubt?: true;
}

function aboutOf(code: string, category: ModifierCategory, entry: string | ModifierEntry): ModifierAbout {
  if (typeof entry === "string") return { code, category, meaning: entry };
  const { meaning, from, to, doubt } = entry;
  return {
    code,
    category,
    meaning,
    ...(from === undefined ? {} : { from: day(from) }),
    ...(to === undefined ? {} : { to: day(to) }),
    ...(doubt === undefined ? {} : { doubt }),
  };
}

const ABOUT: ReadonlyMap<string, ModifierAbout> = new Map(
  (Object.keys(MODIFIERS) as ModifierCategory[]).flatMap((category) =>
    Object.entries<string | ModifierEntry>(MODIFIERS[category]).map(([code, entry]): [string, ModifierAbout] => [
      code,
      aboutOf(code, category, entry),
    ]),
  ),
);

/** What a modifier is; undefined for one that is not in the table (a new one, or an ambulance pair such as `RH`). */
export function modifierAbout(code: string): ModifierAbout | undefined {
  return ABOUT.get(code);
}

/** Every modifier of the table, by category. */
export function knownModifiers(): Iterable<ModifierAbout> {
  return ABOUT.values();
}

/** A modifier cell. `ok` is two letters or digits; whether the modifier exists is another question. Never throws. */
export function parseModifier(text: string): Parsed<Modifier> {
  const code = tidyCode(text);
  return { text, ok: /^[0-9A-Z]{2}$/.test(code), code, untidy: code !== text };
}

/** The modifiers that a cell such as `2559`, `25,59` or `LT 59` holds, where every one of them is known. */
export function knownTogether(text: string): readonly string[] | undefined {
  const codes = text.replace(/[\s,;:/|-]+/g, "").match(/../g) ?? [];
  const whole = codes.length > 1 && /^(?:[0-9A-Z]{2}[\s,;:/|-]*)+$/.test(text);
  return whole && codes.every((code) => ABOUT.has(code)) ? codes : undefined;
}

const LOOKALIKES: Readonly<Record<string, string>> = {
  O: "0",
  I: "1",
  L: "1",
  S: "5",
  Z: "2",
  B: "8",
  "0": "O",
  "1": "I",
};

/** The one known modifier that differs from an unknown one by a character that looks alike (`5O`, `2S`). */
export function lookalikeModifier(code: string): string | undefined {
  const meant = [0, 1].flatMap((at) => {
    const other = LOOKALIKES[code.charAt(at)];
    const read = other === undefined ? undefined : code.slice(0, at) + other + code.slice(at + 1);
    return read !== undefined && ABOUT.has(read) ? [read] : [];
  });
  return meant.length === 1 ? meant[0] : undefined;
}

const LEFT = new Set("LT TA T1 T2 T3 T4 FA F1 F2 F3 F4 E1 E2".split(" "));
const RIGHT = new Set("RT T5 T6 T7 T8 T9 F5 F6 F7 F8 F9 E3 E4".split(" "));

/** The side of the body a modifier names; undefined for 50, the coronary vessels and all others. */
export function sideOf(code: string): "left" | "right" | undefined {
  if (LEFT.has(code)) return "left";
  return RIGHT.has(code) ? "right" : undefined;
}

/** E1–E4, FA–F9, TA–T9, LT, RT and the coronary vessels LC, LD, LM, RC, RI. */
export const ANATOMIC_MODIFIERS: ReadonlySet<string> = new Set([...LEFT, ...RIGHT, "LC", "LD", "LM", "RC", "RI"]);

/**
 * The modifiers that can bypass an NCCI procedure-to-procedure edit of indicator 1. Not 22, 26, 50, 51, 76, 77, TC or GG.
 * 27 counts only on facility claims and 91 only on laboratory codes. Source: NCCI Policy Manual, chapter I.
 */
export const NCCI_ASSOCIATED_MODIFIERS: ReadonlySet<string> = new Set([
  ...ANATOMIC_MODIFIERS,
  ..."24 25 57 58 78 79 27 59 91 XE XS XP XU".split(" "),
]);

/**
 * Modifiers that decide the price, of which all contractors say that they stand first. QW, GN/GO/GP, CO/CQ, FX, FY, CT, AQ,
 * PT and 33 are first for some of them only and left out. Source: Medicare contractors' sequencing advice.
 */
export const PRICING_FIRST_MODIFIERS: ReadonlySet<string> = new Set(
  "26 TC 50 53 54 55 62 66 78 80 81 82 AS AA AD QK QX QY QZ".split(" "),
);

/** Modifiers that tell more about the service and stand behind those that decide its price. */
export const INFORMATIONAL_MODIFIERS: ReadonlySet<string> = new Set(
  "LT RT GA GC GE GV GW GX GY GZ KX CR Q0 Q1 Q5 Q6 QS G8 G9 P1 P2 P3 P4 P5 P6".split(" "),
);

/**
 * Origin and destination of an ambulance trip (`RH` residence to hospital). The grammar collides with real modifiers
 * (EP, GN, HD, PN …): ask only on A0021–A0999.
 */
export function isAmbulancePair(code: string): boolean {
  return /^[DEGHIJNPRS][DEGHIJNPRSX]$/.test(code);
}

/** Ambulance, and the non-emergency transport that Medicaid programs bill with the same pairs of places. */
const TRANSPORT = /^(?:A0\d{3}|T200[1-7]|T2049|S02(?:0[789]|15))$/;

/**
 * The modifiers that mean what the table says. On a transport line `PN`, `ER` or `GP` is a way from one place to another,
 * and no rule about the modifier of that name may read it.
 */
export function meantModifiers(codes: readonly string[], procedure: ProcedureCode): readonly string[] {
  return TRANSPORT.test(procedure.code) ? codes.filter((code) => !isAmbulancePair(code)) : codes;
}
