import { dirname, relative } from "node:path";
import { z } from "zod";
import type { Baseline, BaselineEntry } from "../model/baseline.ts";
import { checked, readDocument } from "./document.ts";
import { pathFrom } from "./file-patterns.ts";

const SCHEMA = z.strictObject({
  schemaVersion: z.literal("1.0"),
  findings: z.array(z.strictObject({ rule: z.string(), file: z.string(), findings: z.int().positive() })),
});

/** Reads a baseline. A rule that is no longer there is no error: its entry is one that can go. */
export async function loadBaseline(path: string, cwd: string): Promise<Baseline> {
  const document = await readDocument(path, cwd, "baseline", "Write one with --write-baseline.");
  const { findings } = checked(document, SCHEMA);
  return { shown: document.shown, entries: findings, nameOf: (file) => pathFrom(document.folder, cwd, file) };
}

/** An empty baseline at a path, for the names in it. */
export function newBaseline(path: string, cwd: string): Baseline {
  return { shown: relative(cwd, path) || path, entries: [], nameOf: (file) => pathFrom(dirname(path), cwd, file) };
}

/** One entry a line, in the order given, so that a change of it is easy to review. */
export function baselineText(entries: readonly BaselineEntry[]): string {
  const lines = entries.map((entry) => `\n    ${JSON.stringify(entry)}`).join(",");
  return `{\n  "schemaVersion": "1.0",\n  "findings": [${lines}${lines === "" ? "" : "\n  "}]\n}\n`;
}
