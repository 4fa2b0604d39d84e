import { describe, expect, test } from "vitest";
import tabular from "../../src/datasets/icd10cm-tabular.ts";
import { day } from "../../src/model/dates.ts";
import { freshStore } from "./fresh-store.ts";
import { official, REFERENCE_PRESENT, refusalOf } from "./workshop.ts";

/** A list of three categories in NCHS's layout. */
const LIST = `<?xml version="1.0" encoding="utf-8"?>
<ICD10CM.tabular>
  <version>2026</version>
  <title>ICD-10-CM TABULAR LIST</title>
  <chapter>
    <name>4</name>
    <desc>Endocrine diseases (E00-E89)</desc>
    <excludes1><note>transitory disorders specific to newborn (P70-P74)</note></excludes1>
    <section id="E08-E13">
      <desc>Diabetes mellitus (E08-E13)</desc>
      <diag>
        <name>E08</name>
        <desc>Diabetes mellitus due to underlying condition</desc>
        <codeFirst><note>the underlying condition, such as:</note><note>cystic fibrosis (E84.-)</note></codeFirst>
        <excludes1><note>type 2 diabetes mellitus (E11.-)</note></excludes1>
        <diag><name>E08.2</name><desc>with kidney complications</desc></diag>
      </diag>
      <diag>
        <name>E11</name>
        <desc>Type 2 diabetes mellitus</desc>
        <excludes1><note>type 1 diabetes mellitus (E10.-)</note><note>diabetes with .36 (E08-E09 with .36)</note></excludes1>
        <useAdditionalCode><note>to identify control using insulin (Z79.4)</note></useAdditionalCode>
        <diag>
          <name>E11.3</name>
          <desc>with ophthalmic complications</desc>
          <sevenChrDef><extension char="1">right eye</extension><extension char="2">left eye</extension></sevenChrDef>
          <diag><name>E11.32</name><desc>with mild retinopathy</desc></diag>
        </diag>
        <diag><name>E11.8</name><desc>other</desc><excludes1><note>the family's own (E11.-)</note></excludes1></diag>
      </diag>
    </section>
  </chapter>
</ICD10CM.tabular>
`;

async function installed(content = LIST) {
  const own = freshStore(tabular);
  await own.add(own.file("icd10cm-tabular-2026.xml", content));
  return { ...own, lookup: own.open().lookup };
}

const DAY = day("2026-03-02");

describe("icd10cm-tabular", () => {
  test.each([
    // Either direction, inherited from the category and from the chapter.
    ["E119", "E109", "E11"],
    ["E109", "E119", "E11"],
    ["E0821", "E1165", "E08"],
    ["E119", "P701", "E00-E89"],
    ["P749", "E0821", "E00-E89"],
    // Not named.
    ["E119", "I10", undefined],
    ["E119", "E1165", undefined],
    // The note narrows its range to some codes of it, or names the code's own place: it proves nothing.
    ["E119", "E0936", undefined],
    ["E118", "E1165", undefined],
  ])("excludes1 of %s and %s: %s", async (a, b, at) => {
    const { lookup } = await installed();
    expect(lookup.excludes1(a, b, DAY)?.at).toBe(at);
  });

  test("code first and use additional, inherited", async () => {
    const { lookup } = await installed();
    expect(lookup.codeFirst("E0821", DAY)).toEqual([
      {
        at: "E08",
        text: "the underlying condition, such as:; cystic fibrosis (E84.-)",
        ranges: [{ from: "E84", to: "E84" }],
        conditional: false,
        open: true,
      },
    ]);
    expect(lookup.codeFirst("E119", DAY)).toEqual([]);
    expect(lookup.useAdditional("E1132", DAY)![0]).toMatchObject({ at: "E11", ranges: [{ from: "Z794", to: "Z794" }] });
  });

  test("seventh characters of the nearest place above", async () => {
    const { lookup } = await installed();
    expect(lookup.seventhCharacters("E113211", DAY)).toEqual({
      at: "E11.3",
      allowed: [
        ["1", "right eye"],
        ["2", "left eye"],
      ],
    });
    expect(lookup.seventhCharacters("E119", DAY)).toBeUndefined();
  });

  test("only on days of the list's year", async () => {
    const { lookup } = await installed();
    for (const [date, known] of [
      ["2025-09-30", false],
      ["2025-10-01", true],
      ["2026-09-30", true],
      ["2026-10-01", false],
    ] as const) {
      expect(lookup.excludes1("E119", "E109", day(date)) !== undefined, date).toBe(known);
      expect(lookup.codeFirst("E0821", day(date)) !== undefined, date).toBe(known);
    }
  });

  test.each([
    ["cut short", LIST.slice(0, 900), /cut short|never closed/],
    ["no year", LIST.replace("<version>2026</version>", ""), /does not say its year/],
    ["a name that is no code", LIST.replace("E11.32", "Eleven"), /:\d+: Eleven is no ICD-10-CM code/],
  ])("refused: %s", async (_, content, reason) => {
    const { file, add, open } = await installed();
    const { digest } = open();
    expect(await refusalOf(add(file("icd10cm-tabular-2027.xml", content)))).toMatch(reason);
    expect(open().digest).toBe(digest);
  });
});

describe.skipIf(!REFERENCE_PRESENT)("icd10cm-tabular: the official list of FY2021", () => {
  test("known notes", async () => {
    const own = freshStore(tabular);
    await own.add(official("icd10cm", /tabular_2021/));
    const { lookup } = own.open();
    const date = day("2021-03-01");
    expect(lookup.excludes1("E119", "E1065", date)).toBeDefined();
    expect(lookup.excludes1("J0300", "J0390", date)).toBeUndefined();
    expect(lookup.codeFirst("F0280", date)![0]).toMatchObject({ at: "F02" });
    expect(lookup.seventhCharacters("S52501", date)?.allowed.map(([character]) => character)).toContain("A");
    expect(lookup.seventhCharacters("E119", date)).toBeUndefined();
  });
});
