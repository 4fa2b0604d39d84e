import { readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import type { Rule } from "../contract/rule.ts";
import type { PayerKind } from "../model/claim.ts";
import { UsageError } from "../model/errors.ts";
import { didYouMean } from "../model/nearest.ts";

export const CONFIG_NAMES = ["claimlint.config.jsonc", "claimlint.config.json"] as const;

/** What a configuration file says, checked. */
export interface ConfigFile {
  /** Relative to the working directory. */
  readonly path: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly columns: Readonly<Record<string, string>>;
  readonly payers: Readonly<Record<string, PayerKind>>;
  readonly rules: Readonly<Record<string, string | Readonly<Record<string, unknown>>>>;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** The nearest configuration file, from the working directory upwards (never from where the data lies). */
export function findConfig(cwd: string): string | undefined {
  for (let folder = cwd; ; folder = dirname(folder)) {
    for (const name of CONFIG_NAMES) if (isFile(join(folder, name))) return join(folder, name);
    if (dirname(folder) === folder) return undefined;
  }
}

export async function loadConfig(path: string, cwd: string, rules: readonly Rule[]): Promise<ConfigFile> {
  const shown = relative(cwd, path) || path;
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    throw new UsageError(`The configuration file ${shown} cannot be read.`, "Check the path, or use --no-config.");
  }
  // Loaded only where there is a file to read: a run without one starts without zod.
  const { parseTree, getNodeValue, findNodeAtLocation, printParseErrorCode } = await import("jsonc-parser");
  const { configSchema } = await import("./schema.ts");
  const errors: { error: number; offset: number; length: number }[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  const where = (offset: number) => {
    const before = text.slice(0, offset).split(/\r\n|\n|\r/);
    return `${shown}:${before.length}:${before.at(-1)!.length + 1}`;
  };
  const [broken] = errors;
  if (broken !== undefined || tree === undefined) {
    const what = broken ? printParseErrorCode(broken.error) : "it is empty";
    throw new UsageError(`${where(broken?.offset ?? 0)}: this is not JSON with comments (${what}).`);
  }
  const parsed = configSchema(rules).safeParse(getNodeValue(tree));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const path = (issue?.path ?? []) as (string | number)[];
    const node = findNodeAtLocation(tree, path) ?? tree;
    if (issue?.code === "unrecognized_keys") {
      const key = issue.keys[0]!;
      const property = node.children?.find((child) => child.children?.[0]?.value === key);
      const known = knownKeys(configSchema(rules), path);
      const near = didYouMean(key, known);
      throw new UsageError(
        `${where(property?.offset ?? node.offset)}: unknown key "${key}"${path.length ? ` in ${path.join(".")}` : ""}.`,
        near === undefined ? undefined : `Did you mean "${near}"?`,
      );
    }
    throw new UsageError(
      `${where(node.offset)}: ${path.join(".") || "the configuration"}: ${issue?.message ?? "is wrong"}.`,
    );
  }
  const { $schema: _, columns, payers, rules: ruleEntries, ...settings } = parsed.data as Record<string, unknown>;
  return {
    path: shown,
    settings,
    columns: (columns ?? {}) as ConfigFile["columns"],
    payers: (payers ?? {}) as ConfigFile["payers"],
    rules: (ruleEntries ?? {}) as ConfigFile["rules"],
  };
}

/** The keys an object of the schema takes, for "did you mean". */
function knownKeys(schema: unknown, path: readonly (string | number)[]): string[] {
  let at = schema as
    | { shape?: Record<string, unknown>; def?: { innerType?: unknown; options?: unknown[] } }
    | undefined;
  const unwrap = () => {
    while (at?.def?.innerType) at = at.def.innerType as typeof at;
    const object = at?.def?.options?.find((o) => (o as { shape?: unknown }).shape);
    if (object) at = object as typeof at;
  };
  for (const step of path) {
    unwrap();
    at = at?.shape?.[step] as typeof at;
  }
  unwrap();
  return Object.keys(at?.shape ?? {});
}
