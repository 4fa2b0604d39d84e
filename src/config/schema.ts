import { z } from "zod";
import type { OptionTable } from "../contract/options.ts";
import type { Rule } from "../contract/rule.ts";
import { allFieldNames } from "../model/columns.ts";
import { SETTING_NAMES, SETTINGS, type Setting } from "./settings.ts";

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

function ruleSchema(rule: Rule): z.ZodType {
  const detailed = z.strictObject({ severity: severity.optional(), ...optionSchemas(rule.options ?? {}) });
  return z.union([severity, detailed]).describe(rule.summary).optional();
}

/** The configuration file. One schema checks it, gives its JSON Schema and its documentation. */
export function configSchema(rules: readonly Rule[]) {
  const settings = SETTING_NAMES.filter((name) => !("flagOnly" in SETTINGS[name])).map((name) => [
    name,
    settingSchema(SETTINGS[name]).describe(SETTINGS[name].describe).optional(),
  ]);
  return z.strictObject({
    $schema: z.string().optional(),
    ...(Object.fromEntries(settings) as Record<string, z.ZodType>),
    columns: z
      .strictObject(Object.fromEntries(allFieldNames().map(({ field }) => [field, z.string().optional()])))
      .describe("Header of the column that feeds each field, where it is not recognised by itself")
      .optional(),
    payers: z
      .record(z.string(), z.enum(["medicare", "medicaid", "commercial", "generic"]))
      .describe("Payer profile of each payer name in the payer column")
      .optional(),
    rules: z
      .strictObject(Object.fromEntries(rules.map((rule) => [rule.id, ruleSchema(rule)])))
      .describe("Severity and options of rules")
      .optional(),
  });
}

export function configJsonSchema(rules: readonly Rule[]): unknown {
  return { title: "claimlint configuration", ...z.toJSONSchema(configSchema(rules), { io: "input" }) };
}
