import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { isMinorProcedure } from "../../src/codes/minor-procedure.ts";
import { parseProcedure } from "../../src/codes/procedure.ts";
import type { ProcedureCode } from "../../src/model/values.ts";

const minor = (code: string) =>
  isMinorProcedure({ ...parseProcedure(code), blank: false, privacy: "none" } as ProcedureCode);

test.each([
  ["20610", true],
  ["11102", true],
  ["98941", true],
  ["11103", false],
  ["17003", false],
  ["27447", false],
  ["36415", false],
  ["98943", false],
  ["G0127", false],
])("%s: %s", (code, expected) => expect(minor(code)).toBe(expected));

const ZIP = fileURLToPath(new URL("../../../shared/reference/mpfs/rvu25d.zip", import.meta.url));

describe.skipIf(!existsSync(ZIP))("against the fee schedule of October 2025", () => {
  test("every code of the list has 0 or 10 global days", () => {
    const options = { encoding: "latin1", maxBuffer: 1 << 28 } as const;
    const rows = execFileSync("unzip", ["-p", ZIP, "*.csv", "-x", "ANES*", "GPCI*"], options).split("\n");
    // Up to the description no cell is quoted; the global days are the 17th column from the end.
    const wrong: string[] = [];
    let seen = 0;
    for (const row of rows) {
      const code = /^(\d{5}),,/.exec(row)?.[1];
      if (code === undefined || !minor(code)) continue;
      seen++;
      const days = row.split(",").at(-17);
      if (days !== "000" && days !== "010") wrong.push(`${code} ${days}`);
    }
    expect(wrong).toEqual([]);
    expect(seen).toBeGreaterThan(250);
  });
});
