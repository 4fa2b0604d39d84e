import { z } from "zod";
import type { At, LineRule } from "../contract/rule.ts";
import type { ClaimLine } from "../model/claim.ts";
import { allFieldNames, COLUMNS, type LineKey } from "../model/columns.ts";
import type { SlotValue } from "../model/finding.ts";
import type { CellValue } from "../model/values.ts";
import {
  type CompiledCondition,
  type Conditions,
  compileConditions,
  conditionsSchema,
  FIELDS,
  type Field,
  valuesOf,
} from "./conditions.ts";

export const RULE_ID = /^[a-z][a-z0-9]*(?:[-/][a-z0-9]+)*$/;

const SLOT = /\{(\w+)\}/g;

/** A rule as a configuration writes it: what lines it is about, and what they must, or must not, be like. */
export interface CustomRuleDefinition {
  readonly severity: "error" | "warning" | "info";
  readonly message: string;
  readonly summary?: string | undefined;
  readonly why?: string | undefined;
  readonly fix?: string | undefined;
  readonly carc?: readonly string[] | undefined;
  readonly where?: Conditions | undefined;
  readonly require?: Conditions | undefined;
  readonly forbid?: Conditions | undefined;
  readonly report?: string | undefined;
  readonly passes: readonly Readonly<Record<string, string>>[];
  readonly finds: readonly Readonly<Record<string, string>>[];
}

const sentence = z.string().min(1);

export function customRuleSchema(): z.ZodType<CustomRuleDefinition> {
  const conditions = conditionsSchema();
  const names = allFieldNames().map(({ field }) => field);
  const example = z.strictObject(Object.fromEntries(names.map((name) => [name, z.string().optional()])));
  const examples = z.array(example).min(1);
  const schema = z
    .strictObject({
      severity: z.enum(["error", "warning", "info"]),
      message: sentence.describe("What is wrong; {column} stands for the cell of that column"),
      summary: sentence.describe("One line, no full stop").optional(),
      why: sentence.describe("Why it matters").optional(),
      fix: sentence.describe("What to check or do").optional(),
      carc: z.array(z.string()).describe("Adjustment reason codes the payer is likely to answer with").optional(),
      where: conditions.describe("The lines the rule is about; all lines, if left out").optional(),
      require: conditions.describe("What such a line must be like").optional(),
      forbid: conditions.describe("What such a line must not be like: all of it together").optional(),
      report: z
        .enum(names as [string, ...string[]])
        .describe("The column the finding points at")
        .optional(),
      passes: examples.describe("Cells of right lines, laid over a clean office visit; checked when the file is read"),
      finds: examples.describe("Cells of wrong lines; checked when the file is read"),
    })
    .superRefine(({ require, forbid, message }, context) => {
      if ((require === undefined) === (forbid === undefined))
        context.addIssue({ code: "custom", message: "needs either require or forbid" });
      const columns = Object.keys(require ?? forbid ?? {}).filter((name) => FIELDS.has(name));
      if (columns.length === 0 && (require ?? forbid) !== undefined)
        context.addIssue({ code: "custom", message: "names no column that a finding could point at" });
      for (const [, name = ""] of message.matchAll(SLOT)) {
        if (!names.includes(name))
          context.addIssue({ code: "custom", path: ["message"], message: `{${name}} is not a column` });
      }
    });
  return schema as unknown as z.ZodType<CustomRuleDefinition>;
}

/** The rule that a definition stands for. `where` says, for its page, where it is written. */
export function customRule(id: string, definition: CustomRuleDefinition, where: string): LineRule {
  const { severity, message, carc, passes, finds } = definition;
  const about = compileConditions(definition.where ?? {});
  const forbidden = definition.forbid !== undefined;
  const asked = compileConditions(definition.require ?? definition.forbid ?? {});
  const all = [...about, ...asked];
  const columns = [...new Set(all.flatMap(({ field }) => field?.key ?? []))];
  const needs = columns.filter((key) => all.some((condition) => isNeed(condition, key)));
  const slots = [...message.matchAll(SLOT)].map(([, name = ""]) => FIELDS.get(name)!);
  const target = definition.report === undefined ? undefined : FIELDS.get(definition.report);
  const shown = [...slots, ...(target ? [target] : [])].map(({ key }) => key);
  return {
    id,
    scope: "line",
    severity,
    tier: "T3",
    since: "this configuration",
    summary: definition.summary ?? capital(id.replaceAll(/[-/]/g, " ")),
    why: definition.why ?? `A rule of this configuration (${where}).`,
    fix: definition.fix ?? "Check the line against the rule.",
    repair: "never",
    sources: [where],
    ...(carc && { denial: { carc } }),
    needs,
    reads: [...new Set([...columns, ...shown])].filter((key) => !needs.includes(key)),
    columns,
    message,
    examples: { passes, finds },
    check(line, { report }) {
      if (!about.every((condition) => condition.holds(line))) return;
      const broken = forbidden
        ? asked.every((condition) => condition.holds(line)) && asked[0]
        : asked.find((condition) => !condition.holds(line));
      // A modifier or diagnosis that cannot be read may be the very one; another rule reports it.
      if (!broken || !all.every((condition) => readable(line, condition))) return;
      const culprit = [broken, ...asked].find(({ field }) => field !== undefined)!;
      report(
        placeOf(target, culprit, line),
        Object.fromEntries(slots.map((slot) => [slot.name, slotValue(line, slot)])),
      );
    },
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

// Of a repeated column no single place need be filled: that a line has no modifier at all is an answer too.
function isNeed({ field, wantsValue }: CompiledCondition, key: LineKey): boolean {
  return wantsValue && field?.key === key && COLUMNS[key].slots === 1;
}

function readable(line: ClaimLine, { field }: CompiledCondition): boolean {
  if (field === undefined || COLUMNS[field.key].slots === 1) return true;
  return valuesOf(line, field).every(({ value }) => value.ok);
}

function placeOf(target: Field | undefined, culprit: CompiledCondition, line: ClaimLine): At<LineKey> {
  const field = target ?? culprit.field!;
  if (COLUMNS[field.key].slots === 1) return field.key;
  return [field.key, target?.slot ?? culprit.slotOf(line)];
}

function slotValue(line: ClaimLine, field: Field): SlotValue {
  const value: CellValue | undefined = valuesOf(line, { ...field, slot: field.slot ?? 0 })[0]?.value;
  return value ?? { text: "", privacy: "none" };
}
