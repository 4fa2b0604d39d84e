import type { Limits } from "../config/resolve.ts";
import type { InstalledData } from "../contract/dataset.ts";
import type { Rule } from "../contract/rule.ts";
import type { ActiveRule } from "../engine/active.ts";
import type { Hidden } from "../findings/print.ts";
import type { ReadOptions } from "../input/lines.ts";
import type { SourceOptions } from "../input/source.ts";
import type { Baseline } from "../model/baseline.ts";
import type { Severity } from "../model/finding.ts";
import type { DataReport, SkipReason } from "../model/run.ts";
import type { Waiver } from "../model/waiver.ts";
import type { FileSeverities } from "./overrides.ts";

/** How far a run has come. */
export interface Progress {
  readonly file: string;
  /** Lines while reading, claims while checking. */
  readonly rows: number;
  readonly bytes: number;
  readonly phase: "reading" | "checking";
}

/** Everything one run needs, resolved: no defaults, no environment, no clock behind it. */
export interface RunSettings {
  readonly sources: readonly SourceOptions[];
  /** Earlier lines: history rules see them, nothing is reported on them. */
  readonly history?: readonly SourceOptions[];
  /** How the file of a name is read. */
  readonly read: (name: string) => ReadOptions;
  readonly rules: readonly ActiveRule[];
  /** Severities that are not the same for all files. */
  readonly fileSeverities: FileSeverities | undefined;
  /** Of some rules: beyond how many findings they are errors, or warnings. */
  readonly limits: ReadonlyMap<string, Limits>;
  /** Rules that are switched off, for the report. */
  readonly off: readonly Rule[];
  readonly data: ReadonlyMap<string, InstalledData>;
  readonly dataReports: readonly DataReport[];
  readonly asOf: number;
  readonly hidden: Hidden;
  readonly failOn: Severity | "never";
  readonly maxWarnings: number | undefined;
  /** Share of lines with an error above which the run fails, 0 to 1. */
  readonly maxErrorRate: number | undefined;
  /** Rule ids that must have run, or `all`. */
  readonly requireRules: readonly string[] | "all";
  readonly allowEmpty: boolean;
  readonly waivers: readonly Waiver[];
  readonly baseline: Baseline | undefined;
  /** What the configuration itself has to be told about, one sentence each. */
  readonly notes: readonly string[];
  readonly configDigest: string;
  readonly tool: { readonly name: string; readonly version: string };
  readonly trace?: (file: string, row: number, rule: string, outcome: "checked" | SkipReason) => void;
  readonly onProgress?: (progress: Progress) => void;
}
