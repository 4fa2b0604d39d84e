import { Readable } from "node:stream";
import { expect, test } from "vitest";
import type { FileLines } from "../../src/input/lines.ts";
import { readLines, SharedValues } from "../../src/input/read-lines.ts";
import type { SourceOptions } from "../../src/input/source.ts";
import { isoDate } from "../../src/model/dates.ts";
import { type Groups, groupByClaim, groupByPatient } from "../../src/run/claims.ts";

async function read(...contents: string[]) {
  const shared = new SharedValues();
  const options = {
    map: [],
    dateFormat: undefined,
    form: undefined,
    payer: undefined,
    payers: new Map(),
    asOf: isoDate("2026-11-22")!,
  };
  const files: FileLines[] = [];
  for (const content of contents) {
    const source: SourceOptions = {
      path: "-",
      name: `${files.length}.csv`,
      encoding: "utf-8",
      stdin: Readable.from([Buffer.from(content)]),
    };
    files.push(await readLines(files.length, source, options, shared));
  }
  return files;
}

const shown = (groups: Groups) =>
  Array.from({ length: groups.count }, (_, g) =>
    groups
      .lines(g)
      .map(({ file, row }) => `${file}:${row}`)
      .join(" "),
  ).sort();

test("lines of one claim come together from anywhere in a file, outer white space aside", async () => {
  const [file] = await read("claim_id,patient_id\nA,P1\nB,P2\n A ,P1\nNULL,P3\n,P3\n");
  expect(shown(groupByClaim([file!]))).toEqual(["0:1 0:3", "0:2", "0:4", "0:5"]);
});

test("in two files the same claim number is one claim only for the same patient", async () => {
  const files = await read("claim_id,patient_id\nA,P1\nB,P2\n", "claim_id,patient_id\nA,P1\nB,P9\n");
  expect(shown(groupByClaim(files))).toEqual(["0:1 1:1", "0:2", "1:2"]);
});

test("a patient is told by patient id, else by member id; lines without either are counted", async () => {
  const files = await read("claim_id,patient_id,member_id\nA,P1,M1\nB,,M1\nC,P1 ,\nD,,\nE,NULL,M1\n");
  const patients = groupByPatient(files);
  expect(shown(patients)).toEqual(["0:1 0:3", "0:2 0:5"]);
  expect(patients.unplaced).toBe(1);
  expect(patients.of({ file: 0, row: 4 })).toBe(-1);
  expect(patients.size(patients.of({ file: 0, row: 5 }))).toBe(2);
});
