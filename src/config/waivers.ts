import { z } from "zod";
import type { Rule } from "../contract/rule.ts";
import { COLUMNS } from "../model/columns.ts";
import { day, isoDate } from "../model/dates.ts";
import { UsageError } from "../model/errors.ts";
import { didYouMean } from "../model/nearest.ts";
import type { Waiver } from "../model/waiver.ts";
import { compileConditions, conditionsSchema, type Field } from "./conditions.ts";
import { checked, readDocument } from "./document.ts";
import { filePatterns } from "./file-patterns.ts";

const said = z.string().refine((text) => text.trim() !== "", "must not be blank");
const oneOrMore = z.union([said, z.array(said).min(1)]);

/** A waivers file is kept, shared and reviewed: it must not name a patient. */
const namesSomebody = ({ key }: Field) => COLUMNS[key].privacy === "direct" || key === "dob" || key === "dateOfDeath";

export function waiversSchema() {
  const waiver = z.strictObject({
    rule: oneOrMore.describe("The rule, or rules, whose findings are waived"),
    reason: said.describe("Why the findings may stand; shown with every one of them"),
    owner: said.describe("Who answers for it"),
    expires: z
      .string()
      .refine((text) => isoDate(text) !== undefined, "is not a date; write it as YYYY-MM-DD")
      .describe("The last day it holds, YYYY-MM-DD"),
    file: oneOrMore.describe("Patterns of file names, from the folder of this file; all files, if left out").optional(),
    match: conditionsSchema({ names: namesSomebody, why: "a waivers file must not name a patient" })
      .describe("What a line must be like; all lines, if left out")
      .optional(),
  });
  return z.strictObject({ $schema: z.string().optional(), waivers: z.array(waiver) });
}

/** Reads a waivers file. Throws `UsageError` with the place of whatever is wrong. */
export async function loadWaivers(path: string, cwd: string, rules: readonly Rule[]): Promise<readonly Waiver[]> {
  const document = await readDocument(path, cwd, "waivers file");
  const { waivers } = checked(document, waiversSchema());
  const ids = rules.map(({ id }) => id);
  return waivers.map(({ rule, reason, owner, expires, file, match }, i) => {
    const wanted = typeof rule === "string" ? [rule] : rule;
    const unknown = wanted.find((id) => !ids.includes(id));
    if (unknown !== undefined) {
      const near = didYouMean(unknown, ids);
      throw new UsageError(
        `${document.where(["waivers", i, "rule"])}: there is no rule "${unknown}".`,
        near ? `Did you mean "${near}"?` : "claimlint rules lists them.",
      );
    }
    const inFile = file === undefined ? () => true : filePatterns(file, document.folder, cwd);
    const conditions = compileConditions(match ?? {});
    return {
      where: document.where(["waivers", i]),
      rules: wanted,
      reason,
      owner,
      expires: day(expires),
      covers: (name, line) =>
        inFile(name) &&
        (conditions.length === 0 || (line !== undefined && conditions.every((condition) => condition.holds(line)))),
    };
  });
}
