/** How many findings of a rule a file may have without a word: what a repeated feed is known for. */
export interface BaselineEntry {
  readonly rule: string;
  /** With slashes, from the folder of the baseline. */
  readonly file: string;
  readonly findings: number;
}

export interface Baseline {
  /** Relative to the working directory. */
  readonly shown: string;
  readonly entries: readonly BaselineEntry[];
  /** The name of an input as the entries have it. */
  readonly nameOf: (file: string) => string;
}
