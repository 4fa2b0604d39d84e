import { readFileSync } from "node:fs";
import { dirname, relative } from "node:path";
import type { z } from "zod";
import { UsageError } from "../model/errors.ts";
import { didYouMean } from "../model/nearest.ts";

export type Path = readonly (string | number)[];

/** A file a person wrote for claimlint, JSON with comments or YAML: its value, and where each part of it stands. */
export interface Document {
  /** Relative to the working directory. */
  readonly shown: string;
  /** The folder it lies in, absolute: paths in it are taken from there. */
  readonly folder: string;
  readonly value: unknown;
  /** `file:line:column` of a value, or of one of its keys. */
  readonly where: (path: Path, key?: string) => string;
}

/** Offset of a value, or of one of its keys; undefined where there is none. */
type Locate = (path: Path, key?: string) => number | undefined;

/** Throws `UsageError` with the place where the file cannot be read or is neither JSON with comments nor YAML. */
export async function readDocument(path: string, cwd: string, what: string, remedy?: string): Promise<Document> {
  const shown = relative(cwd, path) || path;
  let text: string;
  try {
    text = readFileSync(path, "utf8").replace(/^\uFEFF/, "");
  } catch {
    throw new UsageError(`The ${what} ${shown} cannot be read.`, remedy ?? "Check the path.");
  }
  const place = (offset: number) => {
    const before = text.slice(0, offset).split(/\r\n|\n|\r/);
    return `${shown}:${before.length}:${before.at(-1)!.length + 1}`;
  };
  const refuse = (offset: number, why: string) => new UsageError(`${place(offset)}: ${why}.`);
  const { value, locate } = /\.ya?ml$/i.test(path) ? await readYaml(text, refuse) : await readJsonc(text, refuse);
  return {
    shown,
    folder: dirname(path),
    value,
    // Of a key that is missing: where it is missing from.
    where(at, key) {
      for (let depth = at.length; ; depth--) {
        const offset = locate(at.slice(0, depth), depth === at.length ? key : undefined);
        if (offset !== undefined || depth === 0) return place(offset ?? 0);
      }
    },
  };
}

type Refuse = (offset: number, why: string) => UsageError;

interface Read {
  readonly value: unknown;
  readonly locate: Locate;
}

async function readJsonc(text: string, refuse: Refuse): Promise<Read> {
  const { parseTree, getNodeValue, findNodeAtLocation, printParseErrorCode } = await import("jsonc-parser");
  const errors: { error: number; offset: number; length: number }[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  const [broken] = errors;
  if (broken !== undefined || tree === undefined) {
    const what = broken ? printParseErrorCode(broken.error) : "it is empty";
    throw refuse(broken?.offset ?? 0, `this is not JSON with comments (${what})`);
  }
  return {
    value: getNodeValue(tree),
    locate(path, key) {
      const node = findNodeAtLocation(tree, [...path]);
      return key === undefined ? node?.offset : node?.children?.find((p) => p.children?.[0]?.value === key)?.offset;
    },
  };
}

async function readYaml(text: string, refuse: Refuse): Promise<Read> {
  const { parseDocument, isMap, isScalar, isNode } = await import("yaml");
  const document = parseDocument(text, { prettyErrors: false });
  const [broken] = document.errors;
  if (broken !== undefined) throw refuse(broken.pos[0], `this is not YAML (${broken.code})`);
  if (document.contents === null) throw refuse(0, "this is not YAML (it is empty)");
  let value: unknown;
  try {
    value = document.toJS();
  } catch {
    throw refuse(0, "its aliases cannot be resolved");
  }
  return {
    value,
    locate(path, key) {
      const node = path.length === 0 ? document.contents : document.getIn(path, true);
      if (key === undefined) return isNode(node) ? node.range?.[0] : undefined;
      const pair = isMap(node) ? node.items.find((item) => isScalar(item.key) && item.key.value === key) : undefined;
      return isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
    },
  };
}

/** The value (or a part of it) as the schema gives it. Throws `UsageError` with the place of the first thing wrong. */
export function checked<T>(document: Document, schema: z.ZodType<T>, value = document.value, at: Path = []): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const { issue, path } = telling(parsed.error.issues[0]!, []);
  const whole = [...at, ...path];
  if (issue.code === "unrecognized_keys") {
    const key = issue.keys[0]!;
    const near = didYouMean(key, knownKeys(schema, path));
    throw new UsageError(
      `${document.where(whole, key)}: unknown key "${key}"${whole.length ? ` in ${whole.join(".")}` : ""}.`,
      near === undefined ? undefined : `Did you mean "${near}"?`,
    );
  }
  throw new UsageError(`${document.where(whole)}: ${whole.join(".") || "the file"}: ${issue.message}.`);
}

type Issue = z.core.$ZodIssue;

/** Of a value that fits none of several forms: what is wrong with the form it came nearest to. */
function telling(issue: Issue, above: Path): { issue: Issue; path: Path } {
  const path = [...above, ...(issue.path as (string | number)[])];
  if (issue.code !== "invalid_union") return { issue, path };
  const inside = issue.errors
    .flatMap((branch) => branch.slice(0, 1))
    .map((own) => telling(own, path))
    .filter((own) => own.path.length > path.length || !own.issue.message.startsWith("Invalid input"));
  const best = inside.sort((a, b) => b.path.length - a.path.length)[0];
  return best ?? { issue, path };
}

interface AnySchema {
  readonly shape?: Record<string, unknown>;
  readonly def?: {
    readonly innerType?: unknown;
    readonly element?: unknown;
    readonly valueType?: unknown;
    readonly options?: readonly unknown[];
    readonly getter?: () => unknown;
  };
}

/** The keys an object of the schema takes, for "did you mean". */
function knownKeys(schema: unknown, path: Path): string[] {
  let at = schema as AnySchema | undefined;
  const holds = (option: unknown) => {
    const { shape, def } = option as AnySchema;
    return shape !== undefined || def?.element !== undefined;
  };
  const unwrap = () => {
    while (at?.def?.innerType || at?.def?.getter) at = (at.def.innerType ?? at.def.getter?.()) as AnySchema;
    const option = at?.def?.options?.find(holds);
    if (option) at = option as AnySchema;
  };
  for (const step of path) {
    unwrap();
    at = (at?.shape?.[step] ?? at?.def?.element ?? at?.def?.valueType) as AnySchema | undefined;
  }
  unwrap();
  return Object.keys(at?.shape ?? {});
}
