import type { DataSet, InstalledData, Release } from "../contract/dataset.ts";
import { UsageError } from "../model/errors.ts";
import { readStored } from "./store.ts";
import type { Manifest } from "./table-file.ts";

export interface OpenData extends InstalledData {
  readonly releases: readonly Release[];
  readonly digest: string;
}

/**
 * The table of a data set, opened for rules; undefined where it is not installed. Throws a `UsageError` where it is
 * damaged or of another version: a table that cannot be trusted is not one that is absent.
 */
export function openData(store: string, dataSet: DataSet<unknown>): OpenData | undefined {
  const { id, stored } = dataSet;
  const found = stored === undefined ? undefined : readStored(store, id);
  if (stored === undefined || found === undefined) return undefined;
  const { table } = found;
  const { manifest, coverage, releases } = table;
  if (manifest.version !== stored.version) {
    throw new UsageError(`${id}: the installed table was ${outdated(manifest, dataSet)}`);
  }
  return { id, lookup: stored.open(table), coverage, releases, digest: manifest.digest };
}

export function releaseNames(releases: readonly Release[]): string {
  const names = releases.map(({ name }) => name);
  if (names.length <= 3) return names.join(", ");
  return `${names[0]} to ${names.at(-1)} (${names.length} releases)`;
}

export function outdated({ version }: Manifest, dataSet: DataSet<unknown>): string {
  return `compiled in layout ${version}, this claimlint reads ${dataSet.stored?.version}: ${dataSet.install}`;
}
