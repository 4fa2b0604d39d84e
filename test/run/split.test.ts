import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { rejectListName } from "../../src/cli/split.ts";
import { run } from "../cases/running.ts";

let cwd = "";
const folders: string[] = [];
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "claimlint-split-"));
  folders.push(cwd);
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const HEAD = "claim_id,line_number,patient_id,service_from,procedure_code,diagnosis_1,units,charge,billing_npi";
const GOOD = "1999902186";
const BAD = "1999902187";
const line = (claim: string, { number = 1, npi = GOOD, patient = `P-${claim}`, units = "1" } = {}) =>
  `${claim},${number},${patient},2026-03-02,99213,E11.9,${units},125.00,${npi}`;
const csv = (...lines: string[]) => `${[HEAD, ...lines].join("\n")}\n`;

const ONLY = ["--only", "npi-luhn,dx-duplicate,file-row-width,units-invalid"];

async function split(...argv: string[]) {
  return run([...argv, "--clean", "clean.csv", "--rejects", "bad.csv", "-f", "summary=report.txt", ...ONLY], { cwd });
}
const write = (name: string, content: string | Buffer) => writeFileSync(join(cwd, name), content);
const read = (name: string) => readFileSync(join(cwd, name), "utf8");
const list = () => read("bad.rules.csv").split("\r\n").slice(1, -1);

describe("claims are parted whole", () => {
  test("lines of one claim from anywhere in the file", async () => {
    const [a1, b1, a2, c1] = [line("A"), line("B", { npi: BAD }), line("A", { number: 2, npi: BAD }), line("C")];
    write("in.csv", csv(a1, b1, a2, c1));
    const ran = await split("in.csv");
    expect(ran.exit).toBe(1);
    expect(read("clean.csv")).toBe(csv(c1));
    expect(read("bad.csv")).toBe(csv(a1, b1, a2));
    expect(list()).toEqual(["A,in.csv,1,1,", "A,in.csv,2,2,npi-luhn", "A,in.csv,3,3,npi-luhn"]);
    expect(ran.stderr).toBe(
      "claimlint: 1 of 3 claims are clean: 1 record to clean.csv\nclaimlint: 2 rejected: 3 records to bad.csv (why: bad.rules.csv)\n",
    );
  });

  test("a ragged record is rejected, and with it the claim it seems to be a line of", async () => {
    const shifted = (text: string) => text.replace("125.00", "1,125.00");
    const lines = [line("A"), shifted(line("A", { number: 2 })), line("B"), `x,${line("C", { number: 2 })}`, line("C")];
    write("in.csv", csv(...lines));
    await split("in.csv");
    expect(read("clean.csv")).toBe(csv(lines[2]!));
    expect(list().map((row) => row.split(",").slice(2))).toEqual([
      ["1", "1", ""],
      ["2", "2", "file-row-width"],
      ["4", "3", "file-row-width"],
      ["5", "4", ""],
    ]);
  });

  test("a surplus empty cell is ragged beside records without one", async () => {
    write("in.csv", csv(line("A"), `${line("A", { number: 2 })},`, line("B")));
    await split("in.csv");
    expect(read("clean.csv")).toBe(csv(line("B")));
  });

  test("a line without a claim id is a claim of its own", async () => {
    write("in.csv", csv(line("", { npi: BAD }), line("")));
    await split("in.csv");
    expect(read("clean.csv")).toBe(csv(line("")));
  });

  test("the claim id of the list follows --values", async () => {
    write("in.csv", csv(line("AB-1", { npi: BAD })));
    await split("in.csv");
    expect(list()).toEqual(["AA-9,in.csv,1,1,npi-luhn"]);
    await split("in.csv", "--values", "all");
    expect(list()).toEqual(["AB-1,in.csv,1,1,npi-luhn"]);
    await split("in.csv", "--values", "none");
    expect(list()).toEqual(["AA-9,in.csv,1,1,npi-luhn"]);
  });

  test("--fail-on decides what rejects; never is about the exit code", async () => {
    const warned = line("W");
    write("in.csv", `${HEAD},diagnosis_2\n${warned},E11.9\n${line("E", { npi: BAD })},\n${line("C")},\n`);
    const clean = async (...argv: string[]) => {
      const { exit } = await split("in.csv", ...argv);
      return [
        exit,
        read("clean.csv")
          .match(/^[A-Z](?=,)/gm)
          ?.join(""),
      ];
    };
    expect(await clean()).toEqual([1, "WC"]);
    expect(await clean("--fail-on", "warning")).toEqual([1, "C"]);
    expect(await clean("--fail-on", "never")).toEqual([0, "WC"]);
  });

  test("nothing rejected: the header alone", async () => {
    write("in.csv", csv(line("A")));
    expect((await split("in.csv")).exit).toBe(0);
    expect([read("bad.csv"), list()]).toEqual([csv(), []]);
  });
});

describe("bytes", () => {
  const messy =
    `\n"claim_id",${HEAD.slice(9)},note\r\n\n` +
    `${line("A", { npi: BAD })},"a ""b""\r\nc"\n\r\n` +
    `${line("B")},"Zoë, –"\r` +
    `${line("C", { npi: BAD })},x"y"\n` +
    `${line("D")},last`;
  const head = `"claim_id",${HEAD.slice(9)},note\r\n`;
  const good = `${head}${line("B")},"Zoë, –"\r${line("D")},last`;
  const bad = `${head}${line("A", { npi: BAD })},"a ""b""\r\nc"\n${line("C", { npi: BAD })},x"y"\n`;

  test.each([
    ["utf-8", (text: string) => Buffer.from(text)],
    ["utf-8", (text: string) => Buffer.from(`\uFEFF${text}`)],
    ["utf-16le", (text: string) => Buffer.from(`\uFEFF${text}`, "utf16le")],
    ["windows-1252", (text: string) => Buffer.from(text.replaceAll("–", "\u0096"), "latin1")],
  ] as const)("each record as it stood: %s", async (encoding, encode) => {
    write("in.csv", encode(messy));
    await split("in.csv", "--encoding", encoding);
    expect(readFileSync(join(cwd, "clean.csv")).equals(encode(good))).toBe(true);
    expect(readFileSync(join(cwd, "bad.csv")).equals(encode(bad))).toBe(true);
  });

  test("gzip by name, and files nobody else may read", async () => {
    write("in.csv.gz", gzipSync(csv(line("A"), line("B", { npi: BAD }))));
    await run(["in.csv.gz", "--clean", "ok.csv", "--rejects", "bad.csv.gz", "-q", ...ONLY], { cwd });
    expect(read("ok.csv")).toBe(csv(line("A")));
    expect(gunzipSync(readFileSync(join(cwd, "bad.csv.gz"))).toString()).toBe(csv(line("B", { npi: BAD })));
    for (const name of ["ok.csv", "bad.csv.gz", "bad.rules.csv"]) {
      expect(statSync(join(cwd, name)).mode & 0o777, name).toBe(0o600);
    }
  });

  test("both parts together are the file, and the clean one is clean", async () => {
    const lines = fc.array(
      fc.record({
        claim: fc.constantFrom("A", "B", "C", " A", ""),
        npi: fc.constantFrom(GOOD, GOOD, BAD),
        extra: fc.constantFrom("", "", "", ",x"),
        end: fc.constantFrom("\n", "\r\n", "\n\n"),
      }),
      { minLength: 1, maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(lines, async (made) => {
        const records = made.map(({ claim, npi, extra, end }) => `${line(claim, { npi, patient: "P" })}${extra}${end}`);
        write("in.csv", `${HEAD}\n${records.join("")}`);
        await split("in.csv");
        const [clean, bad] = [read("clean.csv"), read("bad.csv")].map((text) => text.slice(HEAD.length + 1));
        const each = records.map((record) => record.replace("\n\n", "\n"));
        expect(clean!.length + bad!.length).toBe(each.join("").length);
        expect(each.every((record) => clean!.includes(record) || bad!.includes(record))).toBe(true);
        expect((await run(["clean.csv", "--allow-empty", ...ONLY], { cwd })).exit).toBe(0);
      }),
      { numRuns: 40 },
    );
  });
});

describe("several inputs", () => {
  test("one file of each, a claim across files kept whole, a line end put between", async () => {
    const [a1, a2, b] = [line("A"), line("A", { number: 2, npi: BAD }), line("B")];
    write("1.csv", csv(a1, b).trimEnd());
    write("2.csv", csv(a2, line("C")));
    await split("1.csv", "2.csv");
    expect(read("clean.csv")).toBe(csv(b, line("C")));
    expect(read("bad.csv")).toBe(csv(a1, a2));
    expect(list()).toEqual(["A,1.csv,1,1,", "A,2.csv,1,2,npi-luhn"]);
  });

  test("other headers are refused, and nothing is written", async () => {
    write("1.csv", csv(line("A")));
    write("2.csv", csv(line("B")).replace("units", "qty"));
    const ran = await split("1.csv", "2.csv");
    expect([ran.exit, existsSync(join(cwd, "clean.csv"))]).toEqual([2, false]);
    expect(ran.stderr).toMatch(/one at a time/);
  });
});

describe("what is refused", () => {
  test("an incomplete run writes neither file", async () => {
    write("in.csv", csv(line("A")).replace("charge", "Betrag"));
    const ran = await split("in.csv");
    expect([ran.exit, existsSync(join(cwd, "clean.csv")), existsSync(join(cwd, "bad.csv"))]).toEqual([2, false, false]);
    expect(ran.stderr).toContain("not written, because not everything could be checked");
  });

  test.each([
    ["- --clean ok.csv", /standard input/],
    ["in.csv --clean in.csv", /is an input or another output/],
    ["in.csv --clean ./in.csv", /is an input or another output/],
    ["in.csv --clean ok.csv --rejects ok.csv", /is an input or another output/],
    ["in.csv --clean ok.csv -o ok.csv", /is an input or another output/],
    ["in.csv --rejects ok.csv --clean ok.rules.csv", /is an input or another output/],
    ["in.csv --clean .", /folder/],
  ] as const)("%s", async (argv, message) => {
    write("in.csv", csv(line("A")));
    const ran = await run(argv.split(" "), { cwd });
    expect(ran.exit).toBe(2);
    expect(ran.stderr).toMatch(message);
    expect(read("in.csv")).toBe(csv(line("A")));
  });
});

test("the reject list lies beside the rejects", () => {
  expect(["bad.csv", "out/bad.csv.gz", "bad", "a.b.tsv"].map(rejectListName)).toEqual([
    "bad.rules.csv",
    join("out", "bad.rules.csv"),
    "bad.rules.csv",
    "a.b.rules.csv",
  ]);
});
