// How long one question to a compiled table takes: node bench/run.js bundles this and runs it on an installed folder.
import icd10cm, { type Icd10cm } from "../src/datasets/icd10cm.ts";
import ptpPractitioner from "../src/datasets/ncci-ptp-practitioner.ts";
import type { PtpLookup } from "../src/datasets/parts/ptp.ts";
import { isoDate } from "../src/model/dates.ts";
import { openData } from "../src/reference/open.ts";

const [folder = "", codes = ""] = process.argv.slice(2);
const on = isoDate("2024-08-15")!;
const procedures = codes.split(",");
const edits = openData(folder, ptpPractitioner)!.lookup as PtpLookup;
const diagnoses = openData(folder, icd10cm)!.lookup as Icd10cm;

function nanoseconds(questions: number, ask: (i: number) => unknown): number {
  let known = 0;
  for (let i = 0; i < questions; i++) if (ask(i) !== undefined) known++;
  const start = process.hrtime.bigint();
  for (let i = 0; i < questions; i++) if (ask(i) !== undefined) known++;
  const elapsed = Number(process.hrtime.bigint() - start);
  if (known < 0) throw new Error("never");
  return elapsed / questions;
}

const n = procedures.length;
const chapters = ["E119", "I10", "M545", "Z0000", "S72001A", "E1165", "J189", "K219"];
process.stdout.write(
  JSON.stringify({
    pair: nanoseconds(2_000_000, (i) => edits.pair(procedures[i % n]!, procedures[(i * 7919 + 13) % n]!, on)),
    status: nanoseconds(2_000_000, (i) => diagnoses.statusOn(chapters[i & 7]!, on)),
  }),
);
