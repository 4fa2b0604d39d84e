import { beforeAll, describe, expect, test } from "vitest";
import { NCCI_ASSOCIATED_MODIFIERS } from "../../src/codes/modifier.ts";
import type { InstalledData } from "../../src/contract/dataset.ts";
import type { ExampleLine } from "../../src/contract/rule.ts";
import hospital from "../../src/datasets/ncci-ptp-hospital.ts";
import practitioner from "../../src/datasets/ncci-ptp-practitioner.ts";
import { check } from "../../src/index.ts";
import rule from "../../src/rules/history/ncci-ptp.ts";
import { ptpFile, ptpRow } from "../datasets/ptp-slice.ts";
import { workshop } from "../datasets/workshop.ts";
import { exampleCsv } from "./harness.ts";

/** 2026Q3 of both tables, a few pairs of each, through the publisher's layout, the compiler and the store. */
const PRACTITIONER = [
  ptpRow("0001A", "0591T", "20220101", "20231231", "1"),
  ptpRow("0001A", "90473", "20220101", "20220101", "9"),
  ptpRow("11000", "11010", "20100101", "*", "9"),
  ptpRow("11042", "11720", "20000101", "*", "1"),
  ptpRow("13121", "13120", "19960101", "19960101", "9", "*"),
  ptpRow("13121", "13120", "20000605", "*", "0"),
  ptpRow("17000", "17281", "19960101", "20041231", "1", "*"),
  ptpRow("20610", "99213", "20130101", "*", "1"),
  ptpRow("29874", "29870", "20100101", "20191231", "0"),
  ptpRow("29874", "29870", "20200101", "*", "1"),
  ptpRow("29875", "29871", "20200101", "20200101", "0"),
  ptpRow("29881", "29877", "20060401", "*", "1"),
  ptpRow("80053", "80048", "20000101", "*", "1"),
  ptpRow("90834", "99406", "20100101", "*", "1"),
  ptpRow("92928", "93454", "20130101", "*", "1"),
  ptpRow("99291", "36000", "20000101", "*", "0"),
  ptpRow("99291", "99213", "20000101", "*", "1"),
];
const HOSPITAL = [ptpRow("29880", "29870", "20100101", "*", "1"), ptpRow("G0463", "99211", "20140101", "*", "1")];

const installed = new Map<string, InstalledData>();
beforeAll(async () => {
  for (const [dataSet, name, rows] of [
    [practitioner, "ccipra-v322r0-f1.TXT", PRACTITIONER],
    [hospital, "ccioph-v322r0-f1.TXT", HOSPITAL],
  ] as const) {
    const { file, add, open } = workshop(dataSet);
    await add(file(name, ptpFile(rows)));
    installed.set(dataSet.id, { ...open(), id: dataSet.id });
  }
});

type Cells = Readonly<Record<string, string>>;

async function run(lines: readonly ExampleLine[], data: ReadonlyMap<string, InstalledData> = installed) {
  const content = exampleCsv(lines);
  const options = { rules: [rule], only: [rule.id], asOf: "2026-11-22", values: "all", dataSets: data } as const;
  const running = check({ name: "claims.csv", content }, options);
  const denied: string[] = [];
  for await (const finding of running) denied.push(finding.value ?? "");
  const report = (await running.result).rules.find(({ id }) => id === rule.id)!;
  return { denied, report };
}

/** Column 1 line, column 2 line; further cells of both, of the first, of the second. */
function pair(
  column1: string,
  column2: string,
  both: Cells = {},
  first: Cells = {},
  second: Cells = {},
): ExampleLine[] {
  return [
    { procedure_code: column1, ...both, ...first },
    { procedure_code: column2, line_number: "2", ...both, ...second },
  ];
}
const knee = (both?: Cells, first?: Cells, second?: Cells) => pair("29881", "29877", both, first, second);
const on = (date: string): Cells => ({ service_from: date, service_to: date });
const mod = (...codes: string[]): Cells => Object.fromEntries(codes.map((code, i) => [`modifier_${i + 1}`, code]));
const OTHER = { rendering_npi: "2123456784" };
const FACILITY = { type_of_bill: "0131", revenue_code: "0360" };

const DENIED: readonly (readonly [string, ExampleLine[]])[] = [
  // Indicator.
  ["indicator 1, no modifier", knee()],
  ["indicator 1, the lines the other way round", knee().reverse()],
  ["indicator 0, no modifier", pair("13121", "13120")],
  ["indicator 0, 59 on column 2", pair("13121", "13120", {}, {}, mod("59"))],
  ["indicator 0, XS on column 1", pair("13121", "13120", {}, mod("XS"))],
  ["indicator 0, LT and RT", pair("13121", "13120", {}, mod("LT"), mod("RT"))],
  ["indicator 0, 25 on the visit", pair("99291", "36000", {}, mod("25"))],
  // Dates.
  ["first day in force", pair("13121", "13120", on("2000-06-05"))],
  ["last day in force", pair("17000", "17281", on("2004-12-31"))],
  ["first day of an edit that has ended", pair("0001A", "0591T", on("2022-01-01"))],
  ["last day of an edit that has ended", pair("0001A", "0591T", on("2023-12-31"))],
  ["last day of the table", knee(on("2026-09-30"))],
  ["an active row beside a null row of the same pair", pair("13121", "13120", on("2026-03-02"))],
  ["the row of the time: 0 until 2019, modifier or not", pair("29874", "29870", on("2019-12-31"), {}, mod("59"))],
  ["the row of the time: 1 since 2020", pair("29874", "29870", on("2020-01-01"))],
  ["59 on a professional column 1 line before 2019-07-01", knee(on("2019-06-30"), mod("59"))],
  // Modifiers that do not count.
  ...["22", "26", "50", "51", "52", "62", "76", "77", "80", "AS", "GG", "GY", "KX", "Q6", "TC"].map(
    (code) => [`${code} on both`, knee(mod(code))] as const,
  ),
  ["25 on a procedure", knee({}, {}, mod("25"))],
  ["57 on a procedure", knee({}, {}, mod("57"))],
  ["24 on a procedure", knee({}, mod("24"))],
  ["91 on what is no laboratory test", knee({}, {}, mod("91"))],
  ["27 on a professional claim", pair("20610", "99213", {}, {}, mod("27"))],
  ["59 on a visit", pair("20610", "99213", {}, {}, mod("59"))],
  ["XU on a visit", pair("20610", "99213", {}, {}, mod("XU"))],
  ["RT on a visit", pair("20610", "99213", {}, {}, mod("RT"))],
  ["a coronary vessel on a knee", knee({}, {}, mod("LD"))],
  ["LT on a blood test", pair("80053", "80048", {}, {}, mod("LT"))],
  // Provider and claim.
  ["two claims of one provider", knee({}, {}, { claim_id: "CLM-2" })],
  ["another billing provider, the same person", knee({}, {}, { billing_npi: "2123456784" })],
  ["one group and specialty, two persons", knee({ taxonomy: "207X00000X" }, {}, { ...OTHER, claim_id: "CLM-2" })],
  ["no rendering provider, one biller, two claims", knee({ rendering_npi: "" }, {}, { claim_id: "CLM-2" })],
  ["no provider at all, one claim", knee({ rendering_npi: "", billing_npi: "" })],
  ["a replacement of both", knee({ frequency: "7" })],
  // Form.
  ["hospital table on an institutional claim", pair("29880", "29870", FACILITY)],
  ["a critical access hospital", pair("29880", "29870", { ...FACILITY, type_of_bill: "0851" })],
  ["practitioner edits in a hospital's place of service", knee({ place_of_service: "22" })],
];

const PAID: readonly (readonly [string, ExampleLine[]])[] = [
  ["no such pair", pair("29881", "99213")],
  ["the pair read backwards", pair("29877", "29877")],
  ["indicator 9, in force", pair("11000", "11010")],
  ["indicator 9, effective = deletion, on that day", pair("0001A", "90473", on("2022-01-01"))],
  ["indicator 0, effective = deletion, on that day", pair("29875", "29871", on("2020-01-01"))],
  ["only the null row on that day", pair("13121", "13120", on("1996-01-01"))],
  ["day before the edit", pair("13121", "13120", on("2000-06-04"))],
  ["day after the last", pair("17000", "17281", on("2005-01-01"))],
  ["years after the last", pair("17000", "17281")],
  ["day before an edit that has ended", pair("0001A", "0591T", on("2021-12-31"))],
  ["day after an edit that has ended", pair("0001A", "0591T", on("2024-01-01"))],
  ["25 on the visit in column 2", pair("20610", "99213", {}, {}, mod("25"))],
  ["57 on the visit", pair("20610", "99213", {}, {}, mod("57"))],
  ["24 on the visit", pair("20610", "99213", {}, {}, mod("24"))],
  ["25 in the fourth slot", pair("20610", "99213", {}, {}, mod("GC", "KX", "Q6", "25"))],
  ["91 on a laboratory test", pair("80053", "80048", {}, {}, mod("91"))],
  ["59 on a laboratory test", pair("80053", "80048", {}, {}, mod("59"))],
  ["59 on counselling beside psychotherapy", pair("90834", "99406", {}, {}, mod("59"))],
  ["LT and RT", knee({}, mod("LT"), mod("RT"))],
  ["RT on both (reported by modifier-same-anatomic-bypass)", knee(mod("RT"))],
  ["coronary vessels", pair("92928", "93454", {}, mod("LD"), mod("RC"))],
  ["59 on a professional column 1 line on 2019-07-01", knee(on("2019-07-01"), mod("59"))],
  ["59 on the column 2 line before 2019-07-01", knee(on("2019-06-30"), {}, mod("59"))],
  ["79 on the column 1 line before 2019-07-01", knee(on("2019-06-30"), mod("79"))],
  ["the row of the time: 1 since 2020, with modifier", pair("29874", "29870", on("2020-01-01"), {}, mod("59"))],
  ["other date", knee({}, {}, { ...on("2026-03-03"), claim_id: "CLM-2" })],
  ["other patient", knee({}, {}, { patient_id: "P-200", claim_id: "CLM-2" })],
  ["other person, specialty unknown", knee({}, {}, { ...OTHER, claim_id: "CLM-2" })],
  ["other person, other specialty", knee({}, { taxonomy: "207X00000X" }, { ...OTHER, taxonomy: "207RC0000X" })],
  ["other biller and other person", knee({}, {}, { ...OTHER, billing_npi: "1234567893", claim_id: "CLM-2" })],
  ["no provider at all, two claims", knee({ rendering_npi: "", billing_npi: "" }, {}, { claim_id: "CLM-2" })],
  ["a void", knee({}, { claim_id: "CLM-2", frequency: "8" })],
  ["a replacement beside its original", knee({}, {}, { claim_id: "CLM-2", frequency: "7" })],
  ["two payers", knee({}, { payer: "Aetna", claim_id: "CLM-2" }, { payer: "Medicare" })],
  ["column 2 charged at $0", knee({}, {}, { charge: "0.00" })],
  ["practitioner pair on institutional lines", knee(FACILITY)],
  ["hospital pair on professional lines", pair("29880", "29870")],
  ["one line of each form", pair("29881", "29877", {}, FACILITY)],
  ["27 on a facility's visits", pair("G0463", "99211", FACILITY, {}, mod("27"))],
  ["59 on a facility's column 1 line in 2018", pair("29880", "29870", { ...FACILITY, ...on("2018-03-01") }, mod("59"))],
  ["an inpatient bill", pair("29880", "29870", { ...FACILITY, type_of_bill: "0111" })],
  ["a stay with a DRG", pair("29880", "29870", { ...FACILITY, drg: "470" })],
];

describe("column 2 is denied", () => {
  test.each(DENIED)("%s", async (_, lines) => {
    const column2 = lines.find(({ line_number }) => line_number === "2")!["procedure_code"];
    expect((await run(lines)).denied).toEqual([column2]);
  });
});

describe("both are paid", () => {
  test.each(PAID)("%s", async (_, lines) => {
    const { denied, report } = await run(lines);
    expect(denied).toEqual([]);
    expect(report.checked).toBe(2);
  });
});

/** A pair on which each associated modifier is valid, in either column; 27 is a facility's. */
function wearing(modifier: string): readonly [ExampleLine[], ExampleLine[]] {
  const [column1, column2, both] = /^(?:24|25|57)$/.test(modifier)
    ? (["99291", "99213", {}] as const)
    : modifier === "27"
      ? (["G0463", "99211", FACILITY] as const)
      : modifier === "91"
        ? (["80053", "80048", {}] as const)
        : /^(?:L[CDM]|R[CI])$/.test(modifier)
          ? (["92928", "93454", {}] as const)
          : (["29881", "29877", {}] as const);
  return [pair(column1, column2, both, mod(modifier)), pair(column1, column2, both, {}, mod(modifier))];
}

describe("every associated modifier separates on either line", () => {
  test.each([...NCCI_ASSOCIATED_MODIFIERS])("%s", async (modifier) => {
    for (const lines of wearing(modifier)) {
      expect((await run(lines.map((line) => ({ ...line, modifier_1: "" })))).denied).toHaveLength(1);
      expect((await run(lines)).denied).toEqual([]);
    }
  });
});

describe("not covered is never a pass", () => {
  test.each([
    ["the day after the table's last", knee(on("2026-10-01")), undefined],
    ["before NCCI", knee(on("1995-12-31")), undefined],
    ["a facility before its edits", pair("29880", "29870", { ...FACILITY, ...on("2000-07-31") }), undefined],
    ["no practitioner table", knee(), "ncci-ptp-hospital"],
    ["no hospital table", pair("29880", "29870", FACILITY), "ncci-ptp-practitioner"],
    ["no table at all", knee(), "none"],
  ] as const)("%s", async (_, lines, only) => {
    const data = only === undefined ? installed : new Map([...installed].filter(([id]) => id === only));
    const { denied, report } = await run(lines, data);
    expect(denied).toEqual([]);
    expect(report.checked).toBe(0);
    const reason = only === undefined ? "data set does not cover the date" : "no data set";
    expect(report.skipped).toMatchObject({ [reason]: 2 });
  });

  test("a table for the form is enough", async () => {
    const data = new Map([...installed].filter(([id]) => id === "ncci-ptp-practitioner"));
    expect((await run(knee(), data)).denied).toEqual(["29877"]);
  });
});
