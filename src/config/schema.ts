import { z } from "zod";
import type { OptionTable } from "../contract/options.ts";
import type { Rule } from "../contract/rule.ts";
import type { PayerKind } from "../model/claim.ts";
import { allFieldNames } from "../model/columns.ts";
import { isoDate } from "../model/dates.ts";
import { PAYER_KINDS } from "./conditions.ts";
import { customRuleSchema, RULE_ID } from "./custom-rules.ts";
import { READING_SETTINGS, SETTING_NAMES, SETTINGS, type Setting } from "./settings.ts";

const severity = z.enum(["off", "info", "warning", "error"]);

function settingSchema(setting: Setting): z.ZodType {
  switch (setting.type) {
    case "text":
      return z.string().superRefine((value, context) => {
        const refused = setting.refuse?.(value);
        if (refused !== undefined) context.addIssue({ code: "custom", message: refused });
      });
    case "choice":
      return z.enum(setting.choices as [string, ...string[]]);
    case "list":
      return z.array(z.string());
    case "switch":
      return z.boolean();
    case "number": {
      const number = setting.percent ? z.number() : z.int();
      return number.min(setting.minimum).max(setting.maximum ?? Number.MAX_SAFE_INTEGER);
    }
  }
}

function optionSchemas(options: OptionTable): Record<string, z.ZodType> {
  return Object.fromEntries(
    Object.entries(options).map(([name, option]) => {
      if (option.type === "integer") {
        const low = option.minimum ?? Number.MIN_SAFE_INTEGER;
        return [
          name,
          z
            .int()
            .min(low)
            .max(option.maximum ?? Number.MAX_SAFE_INTEGER)
            .describe(option.describe)
            .optional(),
        ];
      }
      if (option.type === "boolean") return [name, z.boolean().describe(option.describe).optional()];
      if (option.type === "choice") {
        return [
          name,
          z
            .enum(option.choices as [string, ...string[]])
            .describe(option.describe)
            .optional(),
        ];
      }
      return [name, z.array(z.string()).describe(option.describe).optional()];
    }),
  );
}

/** A number of findings, or a share of the lines the rule checked. */
const limit = z.union([
  z.int().nonnegative(),
  z.string().regex(/^\d{1,3}(\.\d+)?%$/, 'is neither a number nor a share such as "5%"'),
]);

function ruleSchema(rule: Rule): z.ZodType {
  const detailed = z.strictObject({
    severity: severity.optional(),
    until: z
      .string()
      .refine((text) => isoDate(text) !== undefined, "is not a date; write it as YYYY-MM-DD")
      .describe("The last day the severity given here holds")
      .optional(),
    errorIf: limit.describe('More findings than this (20, or "5%" of the lines) are errors').optional(),
    warnIf: limit.describe('More findings than this (20, or "5%" of the lines) are warnings').optional(),
    ...optionSchemas(rule.options ?? {}),
  });
  return z.union([severity, detailed]).describe(rule.summary).optional();
}

const columns = z
  .strictObject(Object.fromEntries(allFieldNames().map(({ field }) => [field, z.string().optional()])))
  .describe("Header of the column that feeds each field, where it is not recognised by itself")
  .optional();

const payers = z
  .record(z.string(), z.enum(PAYER_KINDS as [PayerKind, ...PayerKind[]]))
  .describe("Payer profile of each payer name in the payer column")
  .optional();

const patterns = z.union([z.string(), z.array(z.string()).min(1)]);

function overrideSchema(rules: readonly Rule[]) {
  const reading = READING_SETTINGS.map((name) => [
    name,
    settingSchema(SETTINGS[name]).describe(SETTINGS[name].describe).optional(),
  ]);
  return z.strictObject({
    files: patterns.describe("Patterns of file names, from the folder of this file: incoming/*.csv"),
    ...(Object.fromEntries(reading) as Record<string, z.ZodType>),
    columns,
    payers,
    rules: z
      .strictObject(Object.fromEntries(rules.map(({ id }) => [id, severity.optional()])))
      .describe("Severity of rules on the lines of these files")
      .optional(),
  });
}

// Many columns make a large schema, and most configurations have no use for it: it is made when it is asked.
const customRule = z.lazy(customRuleSchema);

/** What has to be read of a configuration before the rest can be judged: it says which rules there are. */
export const FIRST_KEYS = {
  extends: patterns.describe("Configuration files this one builds on, from its folder").optional(),
  plugins: z.array(z.string()).describe("Modules with further rules; loaded only with --allow-plugins").optional(),
  customRules: z.record(z.string().regex(RULE_ID, "is no rule id"), customRule).optional(),
};

/** The configuration file. One schema checks it, gives its JSON Schema and its documentation. */
export function configSchema(rules: readonly Rule[]) {
  const settings = SETTING_NAMES.filter((name) => !("flagOnly" in SETTINGS[name])).map((name) => [
    name,
    settingSchema(SETTINGS[name]).describe(SETTINGS[name].describe).optional(),
  ]);
  return z.strictObject({
    $schema: z.string().optional(),
    ...(Object.fromEntries(settings) as Record<string, z.ZodType>),
    ...FIRST_KEYS,
    columns,
    payers,
    rules: z
      .strictObject(Object.fromEntries(rules.map((rule) => [rule.id, ruleSchema(rule)])))
      .describe("Severity and options of rules")
      .optional(),
    overrides: z
      .array(z.lazy(() => overrideSchema(rules)))
      .describe("What is different for some files; a later override wins")
      .optional(),
  });
}

export function configJsonSchema(rules: readonly Rule[]): unknown {
  return { title: "claimlint configuration", ...z.toJSONSchema(configSchema(rules), { io: "input" }) };
}
