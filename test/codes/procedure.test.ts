import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseProcedure } from "../../src/codes/procedure.ts";

const NBSP = "\u00A0";

describe("well-formed codes", () => {
  test.each([
    ["99213", "CPT", "I", "Evaluation and management", "E/M", 99213],
    ["00142", "CPT", "I", "Anesthesia", "surgical", 142],
    ["20610", "CPT", "I", "Surgery", "surgical", 20610],
    ["71046", "CPT", "I", "Radiology", "ancillary", 71046],
    ["80053", "CPT", "I", "Pathology and laboratory", "ancillary", 80053],
    ["90686", "CPT", "I", "Medicine", "ancillary", 90686],
    ["99100", "CPT", "I", "Anesthesia", "surgical", 99100],
    ["99091", "CPT", "I", "Evaluation and management", "E/M", 99091],
    ["98016", "CPT", "I", "Evaluation and management", "E/M", 98016],
    ["99201", "CPT", "I", "Evaluation and management", "E/M", 99201],
    ["10022", "CPT", "I", "Surgery", "surgical", 10022],
    ["98017", "CPT", "I", "Evaluation and management", "E/M", 98017],
    ["81600", "CPT", "I", "Pathology and laboratory", "ancillary", 81600],
    ["1159F", "CPT", "II", undefined, undefined, -1],
    ["9008F", "CPT", "II", undefined, undefined, -1],
    ["0054T", "CPT", "III", undefined, undefined, -1],
    ["0995T", "CPT", "III", undefined, undefined, -1],
    ["0001U", "CPT", "PLA", "Pathology and laboratory", "ancillary", -1],
    ["0002M", "CPT", "MAAA", "Pathology and laboratory", "ancillary", -1],
    ["0001A", "CPT", "administrative", "Medicine", "ancillary", -1],
    ["J1100", "HCPCS", undefined, undefined, "ancillary", -1],
    ["E0601", "HCPCS", undefined, undefined, "ancillary", -1],
    ["G0439", "HCPCS", undefined, undefined, "E/M", -1],
    ["G0463", "HCPCS", undefined, undefined, "E/M", -1],
    ["S0610", "HCPCS", undefined, undefined, undefined, -1],
    ["B4034", "HCPCS", undefined, undefined, "ancillary", -1],
    ["U0001", "HCPCS", undefined, undefined, "ancillary", -1],
    ["M0001", "HCPCS", undefined, undefined, undefined, -1],
    ["D7140", "CDT", undefined, undefined, undefined, -1],
  ])("%s is %s", (text, system, category, section, view, number) => {
    expect(parseProcedure(text)).toMatchObject({
      ...{ ok: true, code: text, problem: undefined, untidy: false, candidate: undefined, parts: [] },
      ...{ system, category, section, view, number },
    });
  });

  test.each([
    ["00100", true],
    ["00099", false],
    ["01999", true],
    ["02000", false],
    ["10003", false],
    ["10004", true],
    ["69990", true],
    ["69991", false],
    ["70009", false],
    ["70010", true],
    ["79999", true],
    ["80046", false],
    ["80047", true],
    ["89398", true],
    ["89399", false],
    ["90280", false],
    ["90281", true],
    ["99607", true],
    ["99608", false],
    ["09123", false],
    ["69995", false],
    ["00000", false],
    ["0000F", false],
    ["0001F", true],
  ])("%s in a CPT range: %s", (text, ok) => {
    const parsed = parseProcedure(text);
    expect(parsed.ok).toBe(ok);
    expect(parsed.problem).toBe(ok ? undefined : "unknown-range");
    if (!ok) expect(parsed).toMatchObject({ number: -1, section: undefined, category: undefined, view: undefined });
  });

  test("the subsection is known where 2026 codes stood and open in the gaps", () => {
    expect(parseProcedure("44950").subsection).toBe("digestive");
    expect(parseProcedure("84443").subsection).toBe("chemistry");
    expect(parseProcedure("81600").subsection).toBeUndefined();
    expect(parseProcedure("98017").subsection).toBeUndefined();
  });
});

describe("untidy but whole", () => {
  test.each([
    [" j1100 ", "J1100"],
    ["'00142", "00142"],
    ["99213,", "99213"],
    ['"99213"', "99213"],
    ['="00142"', "00142"],
    [`${NBSP}99213${NBSP}`, "99213"],
    ["\uFEFF99213", "99213"],
    ["992\u200B13", "99213"],
    ["“99213”", "99213"],
    ["0054t", "0054T"],
    ["J 1100", "J1100"],
    ["0054 T", "0054T"],
    ["992 13", "99213"],
    ["\t99213\r", "99213"],
  ])("%j is %s", (text, code) => {
    expect(parseProcedure(text)).toMatchObject({ ok: true, code, untidy: true, problem: undefined, text });
  });
});

describe("one cause each", () => {
  test.each([
    // group code, cpt-leading-zero-lost
    ["142", "leading-zero-lost", "CPT", "00142"],
    ["1967", "leading-zero-lost", "CPT", "01967"],
    ["142.0", "leading-zero-lost", "CPT", "00142"],
    ["1967.0", "leading-zero-lost", "CPT", "01967"],
    ["100", "leading-zero-lost", "CPT", "00100"],
    ["54T", "leading-zero-lost", "CPT", "0054T"],
    ["1U", "leading-zero-lost", "CPT", "0001U"],
    ["470", "leading-zero-lost", "CPT", "00470"],
    ["0T", "cpt-format", "malformed", undefined],
    ["0000T", "cpt-format", "malformed", undefined],
    ["0450", "other-system", "revenue code", undefined],
    ["0300", "other-system", "revenue code", undefined],
    ["0001", "other-system", "revenue code", undefined],
    ["2101", "other-system", "revenue code", undefined],
    ["045", "other-system", "MS-DRG", undefined],
    ["000", "cpt-format", "malformed", undefined],
    ["99", "cpt-format", "malformed", undefined],
    ["8000", "cpt-format", "malformed", undefined],
    ["5115", "cpt-format", "malformed", undefined],
    // code-decimal-artifact
    ["99213.0", "decimal-artifact", "CPT", "99213"],
    ["99213.00", "decimal-artifact", "CPT", "99213"],
    ["J1100.0", "decimal-artifact", "HCPCS", "J1100"],
    // code-lookalike-character
    ["992I3", "lookalike-character", "CPT", "99213"],
    ["992l3", "lookalike-character", "CPT", "99213"],
    ["992L3", "cpt-format", "malformed", undefined],
    ["9921O", "lookalike-character", "CPT", "99210"],
    ["J11OO", "lookalike-character", "HCPCS", "J1100"],
    ["OO142", "lookalike-character", "CPT", "00142"],
    ["005ST", "lookalike-character", "CPT", "0055T"],
    ["I10", "other-system", "ICD-10-CM", undefined],
    // cpt-format, hcpcs-format
    ["992133", "cpt-format", "malformed", undefined],
    ["0042X", "cpt-format", "malformed", undefined],
    ["99,213", "cpt-format", "malformed", undefined],
    ["142-QZ", "cpt-format", "malformed", undefined],
    ["142 25", "cpt-format", "malformed", undefined],
    ["J110", "hcpcs-format", "malformed", undefined],
    ["W1234", "hcpcs-format", "malformed", undefined],
    ["J12345", "hcpcs-format", "malformed", undefined],
    ["A04277", "hcpcs-format", "malformed", undefined],
    ["G04399", "hcpcs-format", "malformed", undefined],
    ["J45901", "other-system", "ICD-10-CM", undefined],
    ["E11621", "other-system", "ICD-10-CM", undefined],
    ["U1234", "hcpcs-format", "malformed", undefined],
    ["RT", "hcpcs-format", "malformed", undefined],
    ["ſ0610", "hcpcs-format", "malformed", undefined],
    // code-system-swapped
    ["E11.9", "other-system", "ICD-10-CM", undefined],
    ["M54.16", "other-system", "ICD-10-CM", undefined],
    ["J01.90", "other-system", "ICD-10-CM", undefined],
    ["E119", "other-system", "ICD-10-CM", undefined],
    ["J069", "other-system", "ICD-10-CM", undefined],
    ["I2510", "other-system", "ICD-10-CM", undefined],
    ["Z0000", "other-system", "ICD-10-CM", undefined],
    ["U071", "other-system", "ICD-10-CM", undefined],
    ["S82201A", "other-system", "ICD-10-CM", undefined],
    ["S82201P", "other-system", "ICD-10-CM", undefined],
    ["M80011P", "other-system", "ICD-10-CM", undefined],
    ["H353122", "other-system", "ICD-10-CM", undefined],
    ["E113551", "other-system", "ICD-10-CM", undefined],
    ["W19XXXA", "other-system", "ICD-10-CM", undefined],
    ["X500XXA", "other-system", "ICD-10-CM", undefined],
    ["V72.31", "other-system", "ICD-9-CM", undefined],
    ["250.00", "other-system", "ICD-9-CM", undefined],
    ["401.9", "other-system", "ICD-9-CM", undefined],
    ["E849.0", "other-system", "ICD-9-CM", undefined],
    ["5A11", "other-system", "ICD-11", undefined],
    ["CA40.0", "other-system", "ICD-11", undefined],
    // code-icd-procedure-professional
    ["0SRD0J9", "other-system", "ICD-10-PCS", undefined],
    ["4A023N7", "other-system", "ICD-10-PCS", undefined],
    ["XW033E5", "other-system", "ICD-10-PCS", undefined],
    ["XRHB018", "other-system", "ICD-10-PCS", undefined],
    ["30233N1", "other-system", "ICD-10-PCS", undefined],
    ["GZB2ZZZ", "other-system", "ICD-10-PCS", undefined],
    ["45.23", "other-system", "ICD-9-CM procedure", undefined],
    // code-ndc-in-procedure
    ["50242-040-62", "other-system", "NDC", undefined],
    ["00409-2525-50", "other-system", "NDC", undefined],
    ["N400024590010", "other-system", "NDC", undefined],
    ["63323016501", "other-system", "NDC", undefined],
    ["6332316501", "other-system", "NDC", undefined],
    // Synthea
    ["185345009", "other-system", "SNOMED CT", undefined],
    ["430193006", "other-system", "SNOMED CT", undefined],
    ["5880005", "other-system", "SNOMED CT", undefined],
    ["430193007", "cpt-format", "malformed", undefined],
    // code-foreign-procedure-system
    ["49518-00", "other-system", "foreign procedure", undefined],
    ["NFKA007", "other-system", "foreign procedure", undefined],
    ["HHFA016", "other-system", "foreign procedure", undefined],
    ["5-470.1", "other-system", "foreign procedure", undefined],
    ["1.VG.53", "other-system", "foreign procedure", undefined],
    // spreadsheets
    ["1E2", "scientific-notation", "malformed", undefined],
    ["9.92E+04", "scientific-notation", "malformed", undefined],
    ["2-Jan", "date-mangled", "malformed", undefined],
    ["Jan-02", "date-mangled", "malformed", undefined],
    ["1:02:00 AM", "date-mangled", "malformed", undefined],
    ["2026-03-02", "date-mangled", "malformed", undefined],
    ["3/2/2026", "date-mangled", "malformed", undefined],
  ])("%s: %s", (text, problem, system, candidate) => {
    expect(parseProcedure(text)).toMatchObject({
      ok: false,
      problem,
      system,
      candidate,
      number: -1,
      section: undefined,
    });
  });

  test.each([
    ["99213-25", "99213", ["25"]],
    ["20610RT", "20610", ["RT"]],
    ["30520RT", "30520", ["RT"]],
    ["99213 25 59", "99213", ["25", "59"]],
    ["99213-2559", "99213", ["25", "59"]],
    ["99213–25", "99213", ["25"]],
    ["HC:99213:25", "99213", ["25"]],
    ["HC>99213>25", "99213", ["25"]],
    ["HC:99213:25::", "99213", ["25"]],
    ["HC:99213", "99213", []],
    ["9921325", "99213", ["25"]],
    ["00142AA", "00142", ["AA"]],
    ["00142-QZ-P3", "00142", ["QZ", "P3"]],
    ["J1100JW", "J1100", ["JW"]],
    ["E0601RR", "E0601", ["RR"]],
    ["B4034NU", "B4034", ["NU"]],
    ["G043933", "G0439", ["33"]],
    ["3074F-8P", "3074F", ["8P"]],
    ["A0427-RH", "A0427", ["RH"]],
    ["99213.25", "99213", ["25"]],
  ])("%s is a code with modifiers", (text, candidate, parts) => {
    expect(parseProcedure(text)).toMatchObject({ ok: false, problem: "embedded-modifier", candidate, parts });
  });

  test.each([
    ["99213-ZQ", "cpt-format"],
    ["99213RH", "cpt-format"],
    ["09123-25", "cpt-format"],
    ["99213-20", "cpt-format"],
    ["992132559", "cpt-format"],
    ["99213-25-59-76-77-91", "cpt-format"],
  ])("%s is not", (text, problem) => {
    expect(parseProcedure(text)).toMatchObject({ ok: false, problem });
  });

  test.each([
    ["99213;36415", ["99213", "36415"]],
    ["99213,36415", ["99213", "36415"]],
    ["99213 85025", ["99213", "85025"]],
    ["80053|85025", ["80053", "85025"]],
    ["99213-25, 36415 + J1100", ["99213", "36415", "J1100"]],
    ["99213/99214", ["99213", "99214"]],
  ])("%s is several codes", (text, parts) => {
    expect(parseProcedure(text)).toMatchObject({ ok: false, problem: "multiple", parts, candidate: undefined });
  });

  test("an empty cell has no problem of its own", () => {
    expect(parseProcedure("  ")).toMatchObject({ ok: false, code: "", problem: undefined });
  });
});

describe("properties", () => {
  const codeLike = fc.string({
    unit: fc.constantFrom(..."0123456789ABDEFGHIJMOSTUXZl-.,:; '\"=+\u00A0\u200B"),
    maxLength: 14,
  });
  const anything = fc.oneof(codeLike, fc.string({ unit: "binary" }), fc.string());
  const wellFormed = fc.oneof(
    fc.integer({ min: 10004, max: 69990 }).map(String),
    fc.integer({ min: 100, max: 1999 }).map((number) => String(number).padStart(5, "0")),
    fc
      .tuple(fc.integer({ min: 1, max: 9999 }), fc.constantFrom(..."AFMTU"))
      .map(([n, letter]) => String(n).padStart(4, "0") + letter),
    fc
      .tuple(fc.constantFrom(..."ABCDEGHJKLMPQRSTV"), fc.integer({ min: 0, max: 9999 }))
      .map(([letter, n]) => letter + String(n).padStart(4, "0")),
  );

  test("never throws; a text that is not blank has a problem exactly when it is not ok", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const parsed = parseProcedure(text);
        expect(parsed.text).toBe(text);
        expect(parsed.untidy).toBe(parsed.code !== text);
        if (parsed.code !== "") expect(parsed.problem === undefined).toBe(parsed.ok);
        if (parsed.candidate !== undefined) expect(parseProcedure(parsed.candidate).ok).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  test("reading the code of a reading changes nothing", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const { text: _, untidy: __, ...first } = parseProcedure(text);
        if (!first.ok) return;
        expect(parseProcedure(first.code)).toEqual({ text: first.code, untidy: false, ...first });
      }),
      { numRuns: 3000 },
    );
  });

  test("white space and case never make a code bad", () => {
    fc.assert(
      fc.property(wellFormed, fc.nat(3), fc.constantFrom(" ", NBSP, "\t"), (code, n, blank) => {
        const parsed = parseProcedure(blank.repeat(n) + code.toLowerCase() + blank.repeat(n));
        expect(parsed).toMatchObject({ ok: true, code });
      }),
    );
  });
});

const reference = join(import.meta.dirname, "../../../shared/reference");
const unzipped = (archive: string, file: string): string[] =>
  execFileSync("unzip", ["-p", join(reference, archive), file], { maxBuffer: 1 << 28 })
    .toString("latin1")
    .split(/\r?\n/);

describe.skipIf(!existsSync(reference))("published code sets", () => {
  test("every CPT and HCPCS code of the 2025 fee schedule is well formed, and with a modifier is read as both", () => {
    const codes = new Set(
      unzipped("mpfs/rvu25d.zip", "PPRRVU2025_Oct.csv")
        .map((line) => line.slice(0, 5))
        .filter((code) => /^[0-9A-Z]\d{3}[0-9A-Z]$/.test(code)),
    );
    expect(codes.size).toBeGreaterThan(15_000);
    expect([...codes].filter((code) => !parseProcedure(code).ok)).toEqual([]);
    const misread = [...codes].filter(
      (code) => parseProcedure(code + (/^0[01]\d{3}$/.test(code) ? "QZ" : "RT")).candidate !== code,
    );
    expect(misread).toEqual([]);
  });

  test("an ICD-10-CM code is never taken for a code with a modifier, and with a dot never for anything else", () => {
    const codes = unzipped("icd10cm/fy2026_icd10cm-Code_Descriptions-2026.zip", "icd10cm-order-2026.txt")
      .filter((line) => line.charAt(14) === "1")
      .map((line) => line.slice(6, 13).trim());
    expect(codes.length).toBeGreaterThan(70_000);
    const undotted = codes.map(parseProcedure).filter(({ ok, system }) => !ok && system !== "ICD-10-CM");
    expect(undotted.map(({ code, problem, system }) => `${code} ${problem} ${system}`)).toEqual([]);
    const dotted = codes
      .filter((code) => code.length > 3)
      .map((code) => parseProcedure(`${code.slice(0, 3)}.${code.slice(3)}`));
    expect(
      dotted.filter(({ system }) => system !== "ICD-10-CM").map(({ code, system }) => `${code} ${system}`),
    ).toEqual([]);
  });
});
