import { readFileSync } from "node:fs";

/** The version of this package, from its package.json: one folder up from a built entry, two from a chunk or a source. */
export function toolVersion(): string {
  for (const path of ["../../package.json", "../package.json"]) {
    try {
      const { name, version } = JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8")) as Record<
        string,
        string
      >;
      if (name === "claimlint" && version !== undefined) return version;
    } catch {
      // Not there: the other place is.
    }
  }
  return "unknown";
}
