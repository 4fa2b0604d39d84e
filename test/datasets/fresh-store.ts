import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { DataSet } from "../../src/contract/dataset.ts";
import { type AddedData, addPaths, diffData, openData } from "../../src/reference/operations.ts";
import type { Workshop } from "./workshop.ts";

/** A workshop of one test: nothing that another test installed is in its store. Gone when the test is done. */
export function freshStore<L>(dataSet: DataSet<L>): Workshop<L> & { readonly store: string } {
  const folder = mkdtempSync(join(tmpdir(), "claimlint-data-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const store = join(folder, "store");
  const dataSets = [dataSet as DataSet<unknown>];
  return {
    store,
    file(name, content) {
      const path = join(folder, name);
      writeFileSync(path, typeof content === "string" ? Buffer.from(content, "latin1") : content);
      return path;
    },
    async add(paths, release): Promise<AddedData> {
      const { data } = await addPaths(typeof paths === "string" ? [paths] : paths, store, { dataSets, release });
      return data[0]!;
    },
    open() {
      const found = openData(store, dataSets[0]!);
      if (found === undefined) throw new Error(`${dataSet.id} is not installed`);
      return { ...found, lookup: found.lookup as L };
    },
    diff: (a, b) => diffData(a, b, store, { dataSets }),
  };
}
