import { z } from "zod";
import type { ClaimForm, ClaimLine, PayerKind } from "../model/claim.ts";
import { allFieldNames, COLUMNS, type Kind, LINE_KEYS, type LineKey } from "../model/columns.ts";
import { isoDate } from "../model/dates.ts";
import type { CellValue } from "../model/values.ts";

/**
 * Conditions on the columns of a line, as waivers and rules of a configuration write them: `"procedure_code":
 * "99202-99215"`, `"payer": ["ACME*", "Beta Health"]`, `"units": { "max": 4 }`.
 */
export type Conditions = Readonly<Record<string, Condition>>;
export type Condition = string | number | readonly (string | number)[] | Test;

export interface Test {
  readonly is?: string | number | readonly (string | number)[];
  readonly not?: string | number | readonly (string | number)[];
  readonly matches?: string;
  readonly min?: number;
  readonly max?: number;
  readonly from?: string;
  readonly to?: string;
  readonly blank?: boolean;
}

/** A column, or one place of a repeated one; `slot` undefined where any place of a repeated column will do. */
export interface Field {
  readonly name: string;
  readonly key: LineKey;
  readonly slot: number | undefined;
}

const FORMS: readonly ClaimForm[] = ["professional", "institutional", "dental", "other"];
export const PAYER_KINDS: readonly PayerKind[] = ["medicare", "medicaid", "commercial", "generic"];

/** `modifier` is any modifier of a line, `modifier_2` the second one. */
export const FIELDS: ReadonlyMap<string, Field> = new Map<string, Field>([
  ...allFieldNames().map(({ field, key, slot }) => [field, { name: field, key, slot }] as const),
  ...LINE_KEYS.filter((key) => COLUMNS[key].slots > 1).map(
    (key) => [COLUMNS[key].field, { name: COLUMNS[key].field, key, slot: undefined }] as const,
  ),
]);

// --- what may be written -----------------------------------------------------------------------------------------

const NUMBERS: readonly Kind[] = ["quantity", "money", "whole"];

/** Columns whose values have an order that a range of codes means. */
const CODES = new Set<LineKey>(
  LINE_KEYS.filter(
    (key) =>
      ["procedure", "diagnosis", "place", "modifier"].includes(COLUMNS[key].kind) ||
      ["revenueCode", "drg", "typeOfBill", "inpatientProcedures", "ndc"].includes(key),
  ),
);

const someTest = <T extends z.ZodType<object>>(schema: T) =>
  schema.refine((test) => Object.keys(test).length > 0, "says nothing; give it a value to compare with");

const oneOrMore = <T extends z.ZodType>(one: T) => z.union([one, z.array(one).min(1)]);

const text = z.string({
  error: ({ input }) =>
    typeof input === "number" ? 'a code is written in quotes, "0450", so that no zero is lost' : undefined,
});
const texts = oneOrMore(text.min(1));
const regular = z.string().refine((source) => {
  try {
    return new RegExp(source, "u") instanceof RegExp;
  } catch {
    return false;
  }
}, "is not a regular expression");
const date = z.string().refine((value) => isoDate(value) !== undefined, "is not a date; write it as YYYY-MM-DD");

const textTest = z
  .union([
    texts,
    someTest(
      z.strictObject({
        is: texts.optional(),
        not: texts.optional(),
        matches: regular.optional(),
        blank: z.boolean().optional(),
      }),
    ),
  ])
  .meta({
    id: "textCondition",
    description:
      'One or several values, compared without case: "99213", "99202-99215" (a range of codes), "ACME*"; or is, not, matches (a regular expression for the whole text), blank',
  });
const numberTest = z
  .union([
    oneOrMore(z.number()),
    someTest(
      z.strictObject({
        is: oneOrMore(z.number()).optional(),
        not: oneOrMore(z.number()).optional(),
        min: z.number().optional(),
        max: z.number().optional(),
        blank: z.boolean().optional(),
      }),
    ),
  ])
  .meta({
    id: "numberCondition",
    description: "One or several numbers; or is, not, min, max, blank. Money is in dollars",
  });
const dateTest = someTest(
  z.strictObject({ from: date.optional(), to: date.optional(), blank: z.boolean().optional() }),
).meta({ id: "dateCondition", description: "from and to, both included; or blank" });

/** The schema of conditions; fields that `refused` names are refused for its reason. */
export function conditionsSchema(refused?: { names: (field: Field) => boolean; why: string }): z.ZodType<Conditions> {
  const fields = [...FIELDS.values()].map((field) => {
    const { name, key } = field;
    if (refused?.names(field)) return [name, z.never(refused.why).optional()] as const;
    const { kind } = COLUMNS[key];
    const test = kind === "date" ? dateTest : NUMBERS.includes(kind) ? numberTest : textTest;
    return [name, test.optional()] as const;
  });
  const schema = z
    .strictObject({
      form: oneOrMore(z.enum(FORMS)).describe("Form of the claim").optional(),
      payer_profile: oneOrMore(z.enum(PAYER_KINDS)).describe("Payer profile of the line").optional(),
      ...Object.fromEntries(fields),
    })
    .superRefine((conditions, context) => {
      for (const [name, condition] of Object.entries(conditions as Conditions)) {
        const field = FIELDS.get(name);
        if (field === undefined || condition === undefined) continue;
        const test = testOf(condition);
        for (const pattern of [...listOf(test.is), ...listOf(test.not)]) {
          const refused = typeof pattern === "string" ? refusedPattern(pattern, field.key) : undefined;
          if (refused !== undefined) context.addIssue({ code: "custom", path: [name], message: refused });
        }
        if (test.blank === true && Object.keys(test).length > 1) {
          context.addIssue({ code: "custom", path: [name], message: "cannot be blank and have a value at once" });
        }
      }
    });
  return schema as unknown as z.ZodType<Conditions>;
}

function refusedPattern(pattern: string, key: LineKey): string | undefined {
  const range = rangeOf(normal(pattern, key), key);
  if (range === undefined) return undefined;
  const [from, to] = range;
  if (from.length !== to.length) return `"${pattern}" is no range: both ends have the same number of characters`;
  return from > to ? `"${pattern}" is no range: its end comes before its start` : undefined;
}

// --- what it means -----------------------------------------------------------------------------------------------

/** Conditions made ready to be asked of lines. */
export interface CompiledCondition {
  /** Undefined for `form` and `payer_profile`. */
  readonly field: Field | undefined;
  /** It compares a value, so that a line without one can neither hold nor fail it. */
  readonly wantsValue: boolean;
  readonly holds: (line: ClaimLine) => boolean;
  /** The place of a repeated column that holds what was asked for, from 0. */
  readonly slotOf: (line: ClaimLine) => number;
}

export function compileConditions(conditions: Conditions): readonly CompiledCondition[] {
  return Object.entries(conditions).map(([name, condition]) => {
    const field = FIELDS.get(name);
    if (field !== undefined) return compileField(field, testOf(condition));
    const wanted = listOf(condition as string | readonly string[]);
    const holds = (line: ClaimLine) => wanted.includes(name === "form" ? line.form : line.payerKind);
    return { field, wantsValue: false, holds, slotOf: () => 0 };
  });
}

/** The values of a field on a line, by slot; blank ones left out. */
export function valuesOf(line: ClaimLine, { key, slot }: Field): readonly { value: CellValue; slot: number }[] {
  const cells = line[key] as CellValue | readonly (CellValue | undefined)[] | undefined;
  const all = Array.isArray(cells) ? (cells as readonly (CellValue | undefined)[]) : [cells as CellValue | undefined];
  return all.flatMap((value, at) =>
    value === undefined || (slot !== undefined && at !== slot) ? [] : [{ value, slot: at }],
  );
}

function compileField(field: Field, test: Test): CompiledCondition {
  const { key } = field;
  const asks: ((value: CellValue) => boolean)[] = [];
  if (test.is !== undefined) asks.push(anyOf(listOf(test.is), key));
  if (test.matches !== undefined) asks.push(matching(test.matches));
  if (test.min !== undefined || test.max !== undefined) asks.push(between(test.min, test.max, numberOf));
  if (test.from !== undefined || test.to !== undefined) {
    asks.push(between(dayOf(test.from), dayOf(test.to), daysOf));
  }
  const none = test.not === undefined ? undefined : anyOf(listOf(test.not), key);
  const fits = (value: CellValue) => asks.every((ask) => ask(value));
  return {
    field,
    wantsValue: test.blank === undefined,
    holds(line) {
      const values = valuesOf(line, field);
      if (test.blank !== undefined && (values.length === 0) !== test.blank) return false;
      if (none !== undefined && values.some(({ value }) => none(value))) return false;
      return asks.length === 0 || values.some(({ value }) => fits(value));
    },
    slotOf: (line) =>
      valuesOf(line, field).find(({ value }) => asks.length > 0 && fits(value))?.slot ?? field.slot ?? 0,
  };
}

function testOf(condition: Condition): Test {
  return typeof condition === "object" && !Array.isArray(condition) ? (condition as Test) : { is: condition as string };
}

function listOf<T>(one: T | readonly T[] | undefined): readonly T[] {
  return one === undefined ? [] : Array.isArray(one) ? (one as readonly T[]) : [one as T];
}

function anyOf(wanted: readonly (string | number)[], key: LineKey): (value: CellValue) => boolean {
  const tests = wanted.map((one) =>
    typeof one === "number" ? (value: CellValue) => numberOf(value) === one : like(one, key),
  );
  return (value) => tests.some((test) => test(value));
}

/** A value (`E11.9`), a value with `*` for any text (`E11*`), or a range of codes and what is below them (`E08-E13`). */
function like(pattern: string, key: LineKey): (value: CellValue) => boolean {
  const wanted = normal(pattern, key);
  const range = rangeOf(wanted, key);
  if (range !== undefined) {
    const [from, to] = range;
    return (value) => {
      const start = comparable(value, key).slice(0, from.length);
      return from <= start && start <= to;
    };
  }
  if (!wanted.includes("*")) return (value) => comparable(value, key) === wanted;
  const parts = wanted.split("*");
  return (value) => fitsParts(comparable(value, key), parts);
}

// By hand, not as a regular expression: cells are hostile, and `*a*a*a*` on a long one takes for ever.
function fitsParts(text: string, parts: readonly string[]): boolean {
  const [first = "", ...rest] = parts;
  const last = rest.pop() ?? "";
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) return false;
  let at = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= text.length - last.length;
}

function rangeOf(pattern: string, key: LineKey): readonly [string, string] | undefined {
  if (!CODES.has(key)) return undefined;
  const match = /^([A-Z0-9]+)\s*-\s*([A-Z0-9]+)$/.exec(pattern);
  return match === null ? undefined : [match[1]!, match[2]!];
}

function normal(pattern: string, key: LineKey): string {
  const upper = pattern.trim().toUpperCase();
  return COLUMNS[key].kind === "diagnosis" ? upper.replaceAll(".", "") : upper;
}

function comparable(value: CellValue, key: LineKey): string {
  const { code, npi } = value as { readonly code?: string; readonly npi?: string };
  const text = value.ok ? (code ?? npi ?? value.text) : value.text;
  return normal(text, key);
}

/** A longer cell is no value of any code, name or number; it is not put before a regular expression. */
const LONGEST = 200;

function matching(source: string): (value: CellValue) => boolean {
  const whole = new RegExp(`^(?:${source})$`, "u");
  return ({ text }) => {
    const trimmed = text.trim();
    return trimmed.length <= LONGEST && whole.test(trimmed);
  };
}

function between(
  low: number | undefined,
  high: number | undefined,
  of: (value: CellValue) => number | undefined,
): (value: CellValue) => boolean {
  return (value) => {
    const number = of(value);
    return number !== undefined && number >= (low ?? number) && number <= (high ?? number);
  };
}

function numberOf(value: CellValue): number | undefined {
  const { thousandths, cents, number } = value as { thousandths?: number; cents?: number; number?: number };
  if (thousandths !== undefined) return thousandths / 1000;
  return cents === undefined ? number : cents / 100;
}

function dayOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : isoDate(text);
}

function daysOf(value: CellValue): number | undefined {
  return (value as { readonly days?: number }).days;
}
