import { Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import type { FileLines } from "../../src/input/lines.ts";
import { readLines, SharedValues } from "../../src/input/read-lines.ts";
import { COLUMN_INDEX, columnSet, holds } from "../../src/model/column-set.ts";
import { isoDate } from "../../src/model/dates.ts";

function read(csv: string): Promise<FileLines> {
  const source = { path: "-", name: "a.csv", encoding: "utf-8" as const, stdin: Readable.from([Buffer.from(csv)]) };
  const options = {
    map: [],
    dateFormat: undefined,
    form: undefined,
    payer: undefined,
    payers: new Map([["blue plan", "commercial" as const]]),
    asOf: isoDate("2026-11-22")!,
  };
  return readLines(0, source, options, new SharedValues());
}

test.each([
  ["Professional", "professional"],
  ["P", "professional"],
  ["837I", "institutional"],
  ["inpatient hospital", "institutional"],
  ["40", "institutional"],
  ["71", "professional"],
  ["Dental", "dental"],
  ["pharmacy", "other"],
  ["Vision", "other"],
  ["something else", "professional"],
  ["", "professional"],
])("a line of claim type %j is %s", async (type, form) => {
  const file = await read(`claim_id,claim_type\nA,${type}\n`);
  expect(file.line(1).form).toBe(form);
});

test.each([
  ["0450", "institutional"],
  ["", "professional"],
])("a line without a claim type and with revenue code %j is %s", async (revenue, form) => {
  const file = await read(`claim_id,revenue_code\nA,${revenue}\n`);
  expect(file.line(1).form).toBe(form);
});

test.each([
  ["Medicare Part B", "medicare"],
  ["BLUE PLAN", "commercial"],
  ["NULL", "generic"],
  ["", "generic"],
])("payer %j is %s", async (payer, kind) => {
  const file = await read(`claim_id,payer_name\nA,${payer}\n`);
  expect(file.line(1).payerKind).toBe(kind);
});

describe("which columns of a line hold something", () => {
  test("blank, malformed and well-formed cells are told apart; of a repeated column one good slot is enough", async () => {
    const file = await read(
      "claim_id,units,charge,diagnosis_1,diagnosis_2,modifier_1\nA,x,1.00,E11.9,??,\nB,1,,??,,NULL\n",
    );
    const [a, b] = [file.line(1), file.line(2)];
    for (const key of ["units", "charge", "diagnoses"] as const) expect(holds(a.held, key), key).toBe(true);
    expect([holds(a.sound, "units"), holds(a.sound, "charge"), holds(a.sound, "diagnoses")]).toEqual([
      false,
      true,
      true,
    ]);
    expect([holds(b.held, "charge"), holds(b.held, "modifiers"), holds(b.held, "diagnoses")]).toEqual([
      false,
      false,
      true,
    ]);
    expect(holds(b.sound, "diagnoses")).toBe(false);
  });

  test("neighbours that agree on a repeated column share its slots, others do not", async () => {
    const file = await read("claim_id,diagnosis_1,diagnosis_2\nA,E11.9,I10\nA,E11.9,I10\nB,I10,E11.9\nC,E11.9,I10\n");
    const lines = [1, 2, 3, 4].map((row) => file.line(row).diagnoses);
    expect(lines[0]).toBe(lines[1]);
    expect(lines.map((slots) => slots.map((d) => d?.dotted))).toEqual([
      ["E11.9", "I10"],
      ["E11.9", "I10"],
      ["I10", "E11.9"],
      ["E11.9", "I10"],
    ]);
  });
});

test("every column has a bit of its own", () => {
  const bits = Object.keys(COLUMN_INDEX).map((key) => {
    const { low, high } = columnSet([key as keyof typeof COLUMN_INDEX]);
    return `${low},${high}`;
  });
  expect(new Set(bits).size).toBe(bits.length);
  expect(bits.length).toBeLessThanOrEqual(64);
});

test("cells far to the right keep their place", async () => {
  const long = "x".repeat(70_000);
  const file = await read(`claim_note,claim_id,units\n${long},A,1\n"a\nb",B,2\n`);
  expect(file.position(1, "units")).toMatchObject({ line: 2, column: 70_004, endColumn: 70_005 });
  expect(file.position(2, "units")).toMatchObject({ line: 4, column: 6 });
});
