import { type DataSet, type InstalledData, tableOf } from "../contract/dataset.ts";
import type { Rule } from "../contract/rule.ts";
import { formatDate } from "../model/dates.ts";
import type { DataReport } from "../model/run.ts";
import { openData, releaseNames } from "../reference/open.ts";

/** The installed data sets a run may use. */
export interface OpenedData {
  readonly data: ReadonlyMap<string, InstalledData>;
  readonly reports: readonly DataReport[];
}

/** Opens the tables in a folder that the rules use, and no others. Throws a `UsageError` where one is damaged. */
export function openDataSets(rules: readonly Rule[], folder: string): OpenedData {
  const wanted = new Map<string, DataSet<unknown>>();
  for (const rule of rules) {
    for (const declared of Object.values(rule.data ?? {})) {
      const dataSet = tableOf(declared);
      wanted.set(dataSet.id, dataSet);
    }
  }
  const data = new Map<string, InstalledData>();
  const reports: DataReport[] = [];
  for (const id of [...wanted.keys()].sort()) {
    const open = openData(folder, wanted.get(id)!);
    if (open === undefined) continue;
    const { coverage, releases, digest } = open;
    data.set(id, open);
    reports.push({
      id,
      release: releaseNames(releases),
      from: coverage[0] === undefined ? "" : formatDate(coverage[0].from),
      to: coverage.length === 0 ? "" : formatDate(coverage.at(-1)!.to),
      digest,
    });
  }
  return { data, reports };
}
