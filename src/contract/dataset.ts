import type { CalendarDate } from "../model/values.ts";

/** The span of service dates a table speaks about, both ends included. */
export interface Coverage {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/**
 * One published table as a rule sees it. A rule declares it under `data`; where it is not installed the rule is
 * reported as not run. `Lookup` is what the rule gets.
 */
export interface DataSet<Lookup> {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  /** What may be done with the table. */
  readonly licence: string;
  /** The command that installs it. */
  readonly install: string;
  /** Builds the lookup from an example's plain rows, so that a rule's examples need no file. */
  readonly fromExample: (rows: unknown) => Lookup;
}

export interface OptionalDataSet<Lookup> {
  readonly optional: DataSet<Lookup>;
}

/** A table the rule uses when it is there, and does without when it is not (with less to say). */
export function optional<Lookup>(dataSet: DataSet<Lookup>): OptionalDataSet<Lookup> {
  return { optional: dataSet };
}

export type DataTable = Readonly<
  Record<string, DataSet<never> | OptionalDataSet<never> | DataSet<unknown> | OptionalDataSet<unknown>>
>;

export type DataValues<T extends DataTable> = {
  readonly [K in keyof T]: T[K] extends DataSet<infer L>
    ? L
    : T[K] extends OptionalDataSet<infer L>
      ? L | undefined
      : never;
};

/** An installed table: its lookup and the dates it covers. */
export interface InstalledData {
  readonly id: string;
  readonly lookup: unknown;
  readonly coverage: readonly Coverage[];
}
