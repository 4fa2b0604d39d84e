import type { PrintedFinding } from "../model/finding.ts";
import type { RunResult } from "../model/run.ts";

export interface ReporterOptions {
  /** The stream understands colour. */
  readonly color: boolean;
  /** Width of the terminal in columns; undefined where the stream is not one. */
  readonly width: number | undefined;
  /** At most so many findings of one rule are printed (people's formats only; counts are never changed). */
  readonly maxPerRule: number | undefined;
  readonly groupBy: "rule" | "file" | "claim" | "column" | undefined;
  /** 0 normal, 1 findings only, 2 nothing but errors; −1 verbose. */
  readonly quiet: number;
}

/** One report being written. Every call gives the next piece of text; nothing is kept that need not be. */
export interface ReportWriter {
  readonly begin: (run: RunResult) => string;
  /** In total order: file, row, column, rule, message. */
  readonly finding: (finding: PrintedFinding) => string;
  readonly end: (run: RunResult) => string;
}

export interface Reporter {
  readonly id: string;
  /** One line for `--help`. */
  readonly summary: string;
  /** Written for people to read (colour, truncation, `--max-per-rule`) or for programs. */
  readonly audience: "people" | "programs";
  readonly open: (options: ReporterOptions) => ReportWriter;
  /** A second report, appended to the file that an environment variable names: a CI service's page of the job. */
  readonly besides?: { readonly variable: string; readonly open: (options: ReporterOptions) => ReportWriter };
}
