import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The order files of CMS, beside the repository; never part of it. Tests that need them skip where they are absent. */
const FOLDER = fileURLToPath(new URL("../../../shared/reference/icd10cm/", import.meta.url));

export const RELEASES_PRESENT = existsSync(FOLDER);

export interface Release {
  readonly codes: ReadonlySet<string>;
  readonly billable: ReadonlySet<string>;
  /** Long titles. */
  readonly titles: ReadonlyMap<string, string>;
}

/** Reads an order file out of its zip: columns 7–13 the code, column 15 whether it is complete. */
export function readRelease(zipStartsWith: string): Release {
  const zip = readdirSync(FOLDER).find((name) => name.startsWith(zipStartsWith));
  if (zip === undefined) throw new Error(`no release ${zipStartsWith} in the reference folder`);
  const options = { encoding: "latin1", maxBuffer: 1 << 28 } as const;
  const member = execFileSync("unzip", ["-Z1", FOLDER + zip], options)
    .split("\n")
    .find((name) => /order-[^/]*\.txt$/.test(name) && !name.includes("addenda"));
  const text = execFileSync("unzip", ["-p", FOLDER + zip, member ?? ""], options);
  const codes = new Set<string>();
  const billable = new Set<string>();
  const titles = new Map<string, string>();
  for (const row of text.split("\n")) {
    const code = row.slice(6, 13).trim();
    if (code === "") continue;
    codes.add(code);
    titles.set(code, row.slice(77).trim());
    if (row[14] === "1") billable.add(code);
  }
  return { codes, billable, titles };
}
