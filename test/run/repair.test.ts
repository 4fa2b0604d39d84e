import { mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { run } from "../cases/running.ts";

const cwd = mkdtempSync(join(tmpdir(), "claimlint-fix-"));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const COLUMNS = {
  claim_id: "CLM-1",
  line_number: "1",
  patient_id: "P-1",
  patient_name: "Grüße, Zoë",
  service_from: "2026-03-02",
  place_of_service: "11",
  procedure_code: "99213",
  modifier_1: "",
  modifier_2: "",
  modifier_3: "",
  diagnosis_1: "E11.9",
  diagnosis_2: "",
  diagnosis_3: "",
  dx_pointer: "1",
  units: "1",
  charge: "125.00",
  billing_npi: "1999902186",
  ndc: "",
  revenue_code: "",
  type_of_bill: "",
} as const;
type Cells = Partial<Record<keyof typeof COLUMNS, string>>;

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const record = (cells: Cells = {}) =>
  Object.values({ ...COLUMNS, ...cells })
    .map(quoted)
    .join(",");
const csv = (...lines: Cells[]) => `${[Object.keys(COLUMNS).join(","), ...lines.map(record)].join("\n")}\n`;

/** What `fix -o` makes of some bytes. */
async function fixed(content: string | Buffer, ...args: string[]): Promise<{ out: Buffer; stderr: string }> {
  writeFileSync(join(cwd, "in.csv"), content);
  const ran = await run(["fix", "in.csv", "-o", "out.csv", ...args], { cwd });
  expect({ exit: ran.exit, stdout: ran.stdout }, ran.stderr).toEqual({ exit: 0, stdout: "" });
  return { out: readFileSync(join(cwd, "out.csv")), stderr: ran.stderr };
}

describe("what is repaired", () => {
  type Row = readonly [what: string, before: Cells, after: Cells];
  const rows: readonly Row[] = [
    ["spaces and case", { procedure_code: " j1100 " }, { procedure_code: "J1100" }],
    ["an apostrophe", { procedure_code: "'00142" }, { procedure_code: "00142" }],
    ["case of a diagnosis, its dot kept", { diagnosis_1: "e11.9" }, { diagnosis_1: "E11.9" }],
    ["no dot, no other with a dot", { diagnosis_1: "e119" }, { diagnosis_1: "E119" }],
    [
      "dots, all of them",
      { diagnosis_1: "E11.9", diagnosis_2: "E785", diagnosis_3: "k219" },
      { diagnosis_1: "E11.9", diagnosis_2: "E78.5", diagnosis_3: "K21.9" },
    ],
    [
      "decimals",
      { procedure_code: "99213.0", place_of_service: "11.0" },
      { procedure_code: "99213", place_of_service: "11" },
    ],
    ["invisible characters", { claim_id: "CLM-1\u200B", billing_npi: "1999902186\u00A0" }, {}],
    ["a repeated modifier", { modifier_1: "25", modifier_2: "25" }, { modifier_1: "25" }],
    ["one repeated twice", { modifier_1: "25", modifier_2: "25", modifier_3: "25" }, { modifier_1: "25" }],
    [
      "an NDC of 10 digits",
      { procedure_code: "J9035", ndc: "50242-40-62" },
      { procedure_code: "J9035", ndc: "50242-40-62" },
    ],
    ["a 5-3-2 NDC", { procedure_code: "J9035", ndc: "50242-040-62" }, { procedure_code: "J9035", ndc: "50242004062" }],
    [
      "a revenue code without its zero",
      { revenue_code: "450", type_of_bill: "131" },
      { revenue_code: "0450", type_of_bill: "131" },
    ],
    [
      "a bill type with decimals",
      { revenue_code: "0450", type_of_bill: "131.0" },
      { revenue_code: "0450", type_of_bill: "131" },
    ],
  ];
  test.each(rows)("%s", async (_, before, after) => {
    const { out } = await fixed(csv(before));
    expect(out.toString()).toBe(csv(after));
  });

  const never: readonly (readonly [what: string, cells: Cells])[] = [
    ["a lost zero", { procedure_code: "142" }],
    ["letters for digits", { procedure_code: "992I3" }],
    ["a code that is not billable", { diagnosis_1: "E11" }],
    ["a place of one digit", { place_of_service: "2" }],
    ["ten digits that fit three NDC", { procedure_code: "J9035", ndc: "5024204062" }],
    ["an NDC in no known shape", { procedure_code: "J9035", ndc: "50242-40-62" }],
    ["a unit behind an NDC", { procedure_code: "J9035", ndc: "N450242-040-62 ML4" }],
    ["a modifier in the middle", { modifier_1: "25", modifier_2: "25", modifier_3: "RT" }],
    ["a wrong check digit", { billing_npi: "1999902187" }],
    ["a character that was lost", { claim_id: "CLM\uFFFD1" }],
    ["decimals of an amount", { charge: "125.0", units: "1.0" }],
    ["a modifier in the procedure cell", { procedure_code: "99213-25" }],
  ];
  test.each(never)("never: %s", async (_, cells) => {
    const { out, stderr } = await fixed(csv(cells));
    expect(out.toString()).toBe(csv(cells));
    expect(stderr).toBe("claimlint: in.csv: nothing to repair without loss; out.csv is a copy\n");
  });

  test("a value of the claim on all its lines, where they agree", async () => {
    const mixed = { diagnosis_1: "E11.9", diagnosis_2: "E785" };
    const before = csv(mixed, { ...mixed, line_number: "2" }, { ...mixed, claim_id: "CLM-2", diagnosis_2: "I10" });
    expect((await fixed(before)).out.toString()).toBe(before.replaceAll("E785", "E78.5"));
  });

  test("a rule that is off repairs nothing", async () => {
    const before = csv({ procedure_code: " 99213", modifier_1: "25", modifier_2: "25" });
    expect((await fixed(before, "--skip", "code-whitespace-case")).out.toString()).toBe(
      csv({ procedure_code: " 99213", modifier_1: "25" }),
    );
  });

  test("what is waived stays as it is", async () => {
    const waiver = { rule: "code-whitespace-case", reason: "vendor", owner: "billing", expires: "2027-01-31" };
    writeFileSync(join(cwd, "waivers.json"), JSON.stringify({ waivers: [waiver] }));
    const before = csv({ procedure_code: " 99213", place_of_service: "11.0" });
    const { out } = await fixed(before, "--waivers", "waivers.json");
    expect(out.toString()).toBe(csv({ procedure_code: " 99213" }));
  });

  test("letter pointers, where asked for", async () => {
    const before = csv({ dx_pointer: "A" }, { dx_pointer: "AB", diagnosis_2: "I10" });
    expect((await fixed(before)).out.toString()).toBe(before);
    const after = csv({ dx_pointer: "1" }, { dx_pointer: "1,2", diagnosis_2: "I10" });
    expect((await fixed(before, "--rule", "dx-pointer-letters")).out.toString()).toBe(after);
  });

  test("the summary counts cells by rule and names no value", async () => {
    const { stderr } = await fixed(
      csv({ procedure_code: " 99213", modifier_1: "rt", modifier_2: "RT" }, { units: "0" }),
    );
    expect(stderr).toBe(`claimlint: in.csv: 3 cells on 1 line repaired, written to out.csv
  code-whitespace-case  2
  modifier-duplicate    1
`);
  });
});

describe("what is not touched", () => {
  const messy =
    '\n\r\n"claim_id",line_number,patient_id,service_from,"procedure_code",diagnosis_1,units,charge,note\r\n' +
    'CLM-1,1,P-1,2026-03-02," j1100 ",E11.9,1,"125.00","a ""quoted""\r\nremark"\r\n\n' +
    'CLM-2,1,P-2,2026-03-02,99213\t,E11.9,1,9.5,x"y"\n\r' +
    'CLM-3,1,P-3,2026-03-02,99213,e11.9,1,9.50,"“Zoë” – 5 €"\n' +
    "ragged, 99213\n" +
    "CLM-4,1,P-4,2026-03-02, 99213,E11.9,1,9.50,last";
  const repaired = messy
    .replace(" j1100 ", "J1100")
    .replace("99213\t", "99213")
    .replace("e11.9", "E11.9")
    .replace("02, 99213,", "02,99213,");

  test("quotes, line ends, blank lines, ragged records, an end without line end", async () => {
    expect((await fixed(messy)).out.toString()).toBe(repaired);
  });

  test.each([
    ["a byte order mark", (text: string) => Buffer.from(`\uFEFF${text}`), []],
    ["windows-1252", (text: string) => windows1252(text), ["--encoding", "windows-1252"]],
    ["utf-16le", (text: string) => Buffer.from(text, "utf16le"), ["--encoding", "utf-16le"]],
    ["utf-16le with its mark", (text: string) => Buffer.from(`\uFEFF${text}`, "utf16le"), ["--encoding", "utf-16le"]],
    ["semicolons", (text: string) => Buffer.from(text.replaceAll(",", ";")), ["--delimiter", "semicolon"]],
  ] as const)("%s", async (_, encode, args) => {
    const { out } = await fixed(encode(messy), ...args);
    expect(out.equals(encode(repaired))).toBe(true);
  });

  test("gzip in; gzip out only by name", async () => {
    writeFileSync(join(cwd, "in.csv.gz"), gzipSync(messy));
    await run(["fix", "in.csv.gz", "-o", "plain.csv"], { cwd });
    expect(readFileSync(join(cwd, "plain.csv"), "utf8")).toBe(repaired);
    await run(["fix", "in.csv.gz", "-o", "out.csv.gz"], { cwd });
    expect(gunzipSync(readFileSync(join(cwd, "out.csv.gz"))).toString()).toBe(repaired);
    await run(["fix", "in.csv.gz", "--in-place"], { cwd });
    expect(gunzipSync(readFileSync(join(cwd, "in.csv.gz"))).toString()).toBe(repaired);
  });

  test("a line break in a repaired cell goes, the quotes stay", async () => {
    const text = csv({ procedure_code: "99213\n" });
    expect((await fixed(text)).out.toString()).toBe(text.replace('"99213\n"', '"99213"'));
  });

  test("a repaired cell gets quotes only where it needs them", async () => {
    const text = csv({ procedure_code: " j1100" }).replace(" j1100", '" j1100"');
    expect((await fixed(text)).out.toString()).toBe(text.replace(" j1100", "J1100"));
  });
});

function windows1252(text: string): Buffer {
  const high: Readonly<Record<string, number>> = { "€": 0x80, "–": 0x96, "“": 0x93, "”": 0x94 };
  return Buffer.from([...text].map((c) => high[c] ?? c.charCodeAt(0)));
}

describe("where it goes", () => {
  const before = csv({ procedure_code: " 99213" });

  test("in place keeps the mode and follows a link; a file without repairs is not written", async () => {
    writeFileSync(join(cwd, "place.csv"), before, { mode: 0o640 });
    symlinkSync("place.csv", join(cwd, "link.csv"));
    const ran = await run(["fix", "link.csv", "--in-place"], { cwd });
    expect(ran.stderr).toContain("repaired, in place");
    expect(readFileSync(join(cwd, "place.csv"), "utf8")).toBe(csv({}));
    expect(statSync(join(cwd, "place.csv")).mode & 0o777).toBe(0o640);
    utimesSync(join(cwd, "place.csv"), 1, 1);
    await run(["fix", "place.csv", "--in-place"], { cwd });
    expect(statSync(join(cwd, "place.csv")).mtimeMs).toBe(1000);
  });

  test("a new file is private", async () => {
    await fixed(before);
    expect(statSync(join(cwd, "out.csv")).mode & 0o777).toBe(0o600);
  });

  test("standard output", async () => {
    writeFileSync(join(cwd, "in.csv"), before);
    expect((await run(["fix", "in.csv", "-o", "-"], { cwd })).stdout).toBe(csv({}));
  });

  test.each([
    ["fix in.csv", /Nothing says where/],
    ["fix in.csv --diff --in-place", /exclude each other/],
    ["fix in.csv -o in.csv", /is the file itself/],
    ["fix in.csv -o ./in.csv", /is the file itself/],
    ["fix - -o out.csv", /standard input/],
    ["fix nowhere.csv --diff", /no such file/i],
    ["fix in.csv.gz --diff", /gzipped/],
    ["fix open.csv -o never.csv", /never closed/],
  ] as const)("%s is refused", async (argv, message) => {
    writeFileSync(join(cwd, "in.csv"), before);
    writeFileSync(join(cwd, "open.csv"), before.replace(" 99213", '"99213'));
    const ran = await run(argv.split(" "), { cwd });
    expect({ exit: ran.exit, stdout: ran.stdout }).toEqual({ exit: 2, stdout: "" });
    expect(ran.stderr).toMatch(message);
  });
});

/** Cells that carry every repair, and some that look like one. */
const line = fc.record({
  claim_id: fc.constantFrom("C1", "C2", "C2\u200B", "C1\u00A0", "C3"),
  patient_name: fc.constantFrom("Zoë", 'a "b", c', "x\ny", ""),
  service_from: fc.constantFrom("2026-03-02", "2026-03-02\u200B", "2014-03-02", "03/02/2026", ""),
  place_of_service: fc.constantFrom("11", "11.0", "2.0", "11\u00A0"),
  procedure_code: fc.constantFrom("99213", " j1100", "99213.0", "142.0", "'00142", "99213\n", '"99213"', "992I3", ""),
  modifier_1: fc.constantFrom("", "25", "rt", "25.0"),
  modifier_2: fc.constantFrom("", "25", "RT ", "59"),
  modifier_3: fc.constantFrom("", "25", "rt"),
  diagnosis_1: fc.constantFrom("E11.9", "e119", "E119", "I10 ", "250.00", "v70.0", "e849.0", "W19XXXA", ""),
  diagnosis_2: fc.constantFrom("", "E785", "E78.5", "E78.5,", "25000.0", "S72 001A"),
  diagnosis_3: fc.constantFrom("", "k219", "K21.9", "Z1231"),
  billing_npi: fc.constantFrom("1999902186", "1999902186.0", " 1999902186\u200B"),
  dx_pointer: fc.constantFrom("1", "A", "AB", "1\uFEFF2", "B\u00A0"),
  ndc: fc.constantFrom("", "50242-040-62", "N450242-040-62", "5024-2040-62 ", "50242-0040-62"),
  revenue_code: fc.constantFrom("", "450", "0450", "450.0"),
  type_of_bill: fc.constantFrom("", "131.0", "131", "131.0 "),
});

describe("any file", () => {
  const letters = ["--rule", "dx-pointer-letters"];
  test("repaired once it is clean of lossless repairs, and repaired twice it is the same", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 6 }), async (lines) => {
        const once = (await fixed(csv(...lines), ...letters)).out;
        const again = await fixed(once, ...letters);
        expect(again.out.equals(once)).toBe(true);
        expect(again.stderr).toContain("nothing to repair");
        writeFileSync(join(cwd, "in.csv"), once);
        const report = JSON.parse(
          (await run(["in.csv", "-f", "json", "--values", "all", ...letters], { cwd })).stdout,
        ) as {
          findings: { rule: string; suggestion?: { safe: boolean } }[];
        };
        expect(report.findings.filter(({ suggestion }) => suggestion?.safe)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  }, 120_000);
});
