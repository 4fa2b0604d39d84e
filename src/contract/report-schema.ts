import { z } from "zod";

const count = z.int().nonnegative();
const position = z.int().positive();
const severity = z.enum(["error", "warning", "info"]);

const related = z.strictObject({
  file: z.string(),
  line: position,
  column: position,
  row: count,
  field: z.string().nullable(),
  label: z.string(),
});

const finding = z.strictObject({
  rule: z.string(),
  severity,
  message: z.string(),
  file: z.string(),
  line: position,
  column: position,
  endColumn: position,
  row: count.describe("Record number without the header, from 1; 0 is the header"),
  cell: z.string().describe("Spreadsheet address, F3"),
  field: z
    .string()
    .nullable()
    .describe("Canonical column name; null where the finding is about a whole record or file"),
  header: z.string().nullable().describe("The file's own name of the column"),
  claimId: z.string().optional(),
  lineNumber: z.string().optional(),
  value: z.string().optional().describe("The cell's text, where the values policy lets it through"),
  valueShape: z.string().optional().describe("Letters as A, digits as 9, cut at 32 characters"),
  why: z.string(),
  fix: z.string(),
  carc: z.array(z.string()).optional().describe("Claim adjustment reason codes a payer is likely to answer with"),
  rarc: z.array(z.string()).optional(),
  related: z.array(related),
  suggestion: z.strictObject({ safe: z.boolean(), replacement: z.string() }).optional(),
  waived: z.strictObject({ reason: z.string() }).optional(),
  fingerprint: z.string(),
});

/** The `json` report, version 1.0. `claimlint schema report` prints it as JSON Schema. */
export const REPORT_SCHEMA = z.strictObject({
  $schema: z.string(),
  schemaVersion: z.literal("1.0"),
  tool: z.strictObject({ name: z.string(), version: z.string() }),
  asOf: z.string().describe("What counted as today"),
  values: z.enum(["all", "safe", "none"]),
  complete: z.boolean().describe("Every input was read to its end and every required rule ran"),
  problems: z.array(z.string()).optional().describe("Why the check is not complete, for people"),
  notes: z
    .array(z.string())
    .optional()
    .describe("What wants attention and does not touch the verdict: waivers that expired or match nothing"),
  configDigest: z.string().describe("The same digest means the same rules, severities, options and column map"),
  data: z.array(
    z.strictObject({ id: z.string(), release: z.string(), from: z.string(), to: z.string(), digest: z.string() }),
  ),
  files: z.array(
    z.strictObject({
      path: z.string(),
      encoding: z.string(),
      delimiter: z.string(),
      rows: count,
      claims: count,
      columns: z.record(z.string(), z.string()).describe("Canonical column name to the file's own header"),
      failure: z.string().optional().describe("Why the file could not be read"),
    }),
  ),
  rules: z.array(
    z.strictObject({
      id: z.string(),
      severity,
      status: z.enum(["ran", "skipped", "off"]),
      reason: z.string().optional(),
      lines: count,
      checked: count,
      skipped: z.record(z.string(), count),
      findings: count,
      waived: count.optional().describe("How many of the findings are waived"),
    }),
  ),
  findings: z.array(finding),
  summary: z.strictObject({
    errors: count,
    warnings: count,
    infos: count,
    waived: count,
    rows: count,
    claims: count,
    chargeAtRiskCents: z.int(),
  }),
  exitCode: z.union([z.literal(0), z.literal(1), z.literal(2)]),
});

export function reportJsonSchema(): unknown {
  return { title: "claimlint report", ...z.toJSONSchema(REPORT_SCHEMA) };
}
