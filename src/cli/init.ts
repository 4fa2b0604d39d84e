import { existsSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CONFIG_NAMES } from "../config/load.ts";
import { UsageError } from "../model/errors.ts";
import type { ExitCode } from "../model/run.ts";
import type { Terminal } from "./terminal.ts";

const TEMPLATE = `{
  // What claimlint checks here. \`claimlint config\` shows the values in force and where each comes from;
  // \`claimlint schema config\` prints the JSON Schema of this file (an editor completes and checks it).
  "$schema": "./node_modules/claimlint/docs/config.schema.json",

  // Exit 1 when there is a finding at or above this severity: error, warning, info, never.
  "failOn": "error",

  // The columns claimlint does not recognise by their header (see \`claimlint inspect FILE\`).
  "columns": {
    // "procedure_code": "Service Code",
    // "billing_npi": "Group NPI"
  },

  // Payer profile of the names in your payer column: medicare, medicaid, commercial, generic.
  "payers": {
    // "BCBS OF OHIO": "commercial"
  },

  // Severity (off, info, warning, error) and options of single rules; \`claimlint rules\` lists them.
  "rules": {
    // "dx-unreferenced": "off"
  }
}
`;

export async function initCommand(terminal: Terminal, options: { readonly force?: boolean }): Promise<ExitCode> {
  const name = CONFIG_NAMES[0];
  const path = join(terminal.cwd, name);
  if (existsSync(path) && !options.force) {
    throw new UsageError(`${name} is there already.`, "Use --force to replace it.");
  }
  const temporary = `${path}.${process.pid}.tmp`;
  writeFileSync(temporary, TEMPLATE);
  renameSync(temporary, path);
  terminal.stdout.write(`wrote ${name}\n`);
  return 0;
}
