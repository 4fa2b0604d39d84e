import type { ExitCode } from "../model/run.ts";
import { RULES } from "../registry/rules.ts";
import type { Terminal } from "./terminal.ts";

export async function schemaCommand(terminal: Terminal, what: "config" | "report"): Promise<ExitCode> {
  const schema =
    what === "config"
      ? (await import("../config/schema.ts")).configJsonSchema(RULES)
      : (await import("../contract/report-schema.ts")).reportJsonSchema();
  terminal.stdout.write(`${JSON.stringify(schema, undefined, 2)}\n`);
  return 0;
}
