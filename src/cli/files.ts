import { existsSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { UsageError } from "../model/errors.ts";

/**
 * The files that the operands of a command name: globs expanded (for shells that do not, and for quoted patterns), each
 * file once. A pattern that matches nothing is an error: a check of no file must not look like a clean one.
 */
export async function expandFiles(operands: readonly string[], cwd: string): Promise<string[]> {
  const files = new Set<string>();
  for (const operand of operands) {
    if (operand === "-" || existsSync(resolve(cwd, operand))) {
      if (operand !== "-" && statSync(resolve(cwd, operand)).isDirectory()) {
        throw new UsageError(
          `${operand} is a folder.`,
          `Name its files: claimlint "${operand.replace(/\/$/, "")}/*.csv"`,
        );
      }
      files.add(operand);
      continue;
    }
    if (!/[*?[\]{}!]/.test(operand))
      throw new UsageError(`${operand}: there is no such file.`, "Check the name and the folder you are in.");
    const { glob } = await import("tinyglobby");
    const matches = await glob(operand.replaceAll("\\", "/"), { cwd, onlyFiles: true, expandDirectories: false });
    if (matches.length === 0) throw new UsageError(`${operand}: no file matches the pattern.`);
    for (const match of matches.sort()) files.add(match);
  }
  return [...files];
}
