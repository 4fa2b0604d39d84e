import { readFileSync } from "node:fs";
import { unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import icd10cm from "../../src/datasets/icd10cm.ts";
import { day, formatDate } from "../../src/model/dates.ts";
import { freshStore } from "./fresh-store.ts";
import { official, REFERENCE_PRESENT } from "./workshop.ts";

/** Order file of a zip, read here and not by claimlint: code to its flag. */
function flags(name: RegExp): Map<string, string> {
  const [zip] = official("icd10cm", name);
  const members = unzipSync(readFileSync(zip!), {
    filter: ({ name: member }) => /order[^/]*\.txt$/i.test(member) && !/addenda/i.test(member),
  });
  const [bytes] = Object.values(members);
  const found = new Map<string, string>();
  for (const line of Buffer.from(bytes!).toString("latin1").split("\n")) {
    if (line.length > 16) found.set(line.slice(6, 13).trim(), line[14]!);
  }
  return found;
}

/** First and last day of every official release, by the dates CMS and CDC publish. */
const RELEASES = [
  [/^fy2021_Jan/, "2021-01-01", "2021-09-30"],
  [/^fy2022/, "2021-10-01", "2022-03-31"],
  [/^fy2023_icd/, "2022-10-01", "2023-03-31"],
  [/^fy2023_April/, "2023-04-01", "2023-09-30"],
  [/^fy2024_icd/, "2023-10-01", "2024-03-31"],
  [/^fy2024_April/, "2024-04-01", "2024-09-30"],
  [/^fy2025_ICD/, "2024-10-01", "2025-03-31"],
  [/^fy2025_April/, "2025-04-01", "2025-09-30"],
  [/^fy2026/, "2025-10-01", "2026-09-30"],
] as const;

describe.skipIf(!REFERENCE_PRESENT)("icd10cm: every code of every official release", () => {
  test("status on the first and the last day of each release: no disagreement", async () => {
    const { add, open } = freshStore(icd10cm);
    const started = performance.now();
    await add(official("icd10cm", /\.zip$/));
    // The target is 10 s on two cores that do nothing else.
    expect(performance.now() - started).toBeLessThan(30_000);
    const { lookup } = open();
    const releases = RELEASES.map(([name, from, to]) => ({ flags: flags(name), days: [day(from), day(to)] }));
    const codes = new Set(releases.flatMap((release) => [...release.flags.keys()]));
    const wrong: string[] = [];
    for (const code of codes) {
      for (const { flags, days } of releases) {
        const flag = flags.get(code);
        const expected = flag === undefined ? "absent" : flag === "1" ? "billable" : "header";
        for (const date of days) {
          const { status } = lookup.statusOn(code, date);
          if (status !== expected) wrong.push(`${code} ${formatDate(date)}: ${status}, not ${expected}`);
        }
      }
    }
    expect(codes.size).toBeGreaterThan(98_000);
    expect(wrong).toEqual([]);
    // Outside of what is installed nothing is claimed.
    for (const date of ["2020-12-31", "2026-10-01"]) {
      expect([...codes].filter((code) => lookup.statusOn(code, day(date)).status !== "not covered")).toEqual([]);
    }
  });

  test("the edition of April 2022, of which there is no file, from the addenda of FY2023", async () => {
    const { add, open } = freshStore(icd10cm);
    await add(official("icd10cm", /^fy202[23]/));
    const { lookup } = open();
    const before = flags(/^fy2022/);
    const billable = [
      ...new Set([...before.keys(), ...flags(/^fy2023_icd/).keys(), "Z28310", "Z28311", "Z2839"]),
    ].filter((code) => lookup.statusOn(code, day("2022-04-01")).status === "billable");
    // FY2023's own addenda start from 72,750 codes; the three of April 2022 are public (CDC announcement, Z28.3-).
    expect(billable).toHaveLength(72_750);
    expect(lookup.statusOn("Z28310", day("2022-03-31")).status).toBe("absent");
    expect(lookup.statusOn("Z28310", day("2022-04-01")).status).toBe("billable");
  });

  test.each([
    // Conversion table: what to write from the day a code ended.
    ["M545", ["M5450", "M5451", "M5459"]],
    ["R05", ["R051", "R052", "R053", "R054", "R058", "R059"]],
    ["E119", []],
  ])("what took the place of %s: %s", async (code, expected) => {
    const { add, open } = freshStore(icd10cm);
    await add(official("icd10cm", /^fy202[12]|CONVERSION/));
    expect(
      open()
        .lookup.successors(code)
        .map((each) => each.code)
        .sort(),
    ).toEqual(expected);
  });
});
