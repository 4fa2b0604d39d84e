import type { InstalledData } from "../contract/dataset.ts";
import type { DataReport } from "../model/run.ts";

/** The installed data sets a run may use. */
export interface OpenedData {
  readonly data: ReadonlyMap<string, InstalledData>;
  readonly reports: readonly DataReport[];
}
