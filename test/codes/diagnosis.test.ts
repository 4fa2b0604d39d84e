import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDiagnosis } from "../../src/codes/diagnosis.ts";
import { dotted } from "../../src/codes/icd10cm.ts";
import { RELEASES_PRESENT, readRelease } from "./icd10cm-releases.ts";

describe("well-formed ICD-10-CM", () => {
  it.each([
    ["E11.9", "E119", "E11.9"],
    ["E119", "E119", "E11.9"],
    ["I10", "I10", "I10"],
    ["O9A.211", "O9A211", "O9A.211"],
    ["S93.401A", "S93401A", "S93.401A"],
    ["W19.XXXA", "W19XXXA", "W19.XXXA"],
    ["C4A.9", "C4A9", "C4A.9"],
    ["QA0.0101", "QA00101", "QA0.0101"],
    ["U07.1", "U071", "U07.1"],
    ["M54.50", "M5450", "M54.50"],
    ["Z23", "Z23", "Z23"],
    ["J01.90", "J0190", "J01.90"],
  ])("%s", (text, code, printed) => {
    expect(parseDiagnosis(text)).toMatchObject({
      ok: true,
      system: "ICD-10-CM",
      problem: undefined,
      untidy: false,
      code,
      dotted: printed,
      category: code.slice(0, 3),
      parts: [],
    });
  });

  it.each([
    ["e11.9", "E119"],
    [" E11.9 ", "E119"],
    ["\u00a0E11.9", "E119"],
    ["\ufeffE11.9", "E119"],
    ["E11\u200b.9", "E119"],
    ["'E11.9", "E119"],
    ['="E11.9"', "E119"],
    ["E11.", "E11"],
    ["E11.9,", "E119"],
    ["E11.9.", "E119"],
    ["E11 .9", "E119"],
    ["E 11.9", "E119"],
    ["M54 50", "M5450"],
    ["S72 001A", "S72001A"],
  ])("%j is untidy", (text, code) => {
    expect(parseDiagnosis(text)).toMatchObject({ ok: true, system: "ICD-10-CM", code, untidy: true });
  });

  // The collision set of the catalogue: HCPCS by shape, ICD-10-CM by column.
  it.each(
    "J1100 J9312 E0840 E0849 E1010 E0500 J0300 D2921 D3910 M1480 M1489 Q5001 Q5110 Q5122 V2020 D7140 E0601".split(" "),
  )("%s is read as ICD-10-CM in a diagnosis column", (text) => {
    expect(parseDiagnosis(text)).toMatchObject({ ok: true, system: "ICD-10-CM", dotted: dotted(text) });
  });
});

describe("ICD-9-CM", () => {
  it.each([
    ["250.00", "25000", "250.00"],
    ["401.9", "4019", "401.9"],
    ["4019", "4019", "401.9"],
    ["780", "780", "780"],
    ["250.0", "2500", "250.0"],
    ["V08", "V08", "V08"],
    ["V07.4", "V074", "V07.4"],
    ["E849.0", "E8490", "E849.0"],
    ["E9500", "E9500", "E950.0"],
    ["02000", "02000", "020.00"],
  ])("%s fits nothing else", (text, code, printed) => {
    expect(parseDiagnosis(text)).toMatchObject({
      ok: true,
      system: "ICD-9-CM",
      fitsIcd9: true,
      code,
      dotted: printed,
      untidy: false,
      category: "",
    });
  });

  it.each(["V70.0", "V72.31", "V7231", "E8490", "E849"])("%s is ICD-10-CM by shape and fits ICD-9-CM", (text) => {
    expect(parseDiagnosis(text)).toMatchObject({ ok: true, system: "ICD-10-CM", fitsIcd9: true });
  });

  it.each(["E11.9", "E119", "I10", "Z00.00", "V95.0", "E84.9"])("%s does not fit", (text) => {
    expect(parseDiagnosis(text)).toMatchObject({ ok: true, system: "ICD-10-CM", fitsIcd9: false });
  });
});

describe("codes of other systems", () => {
  it.each([
    ["99213", "CPT", false],
    ["99499", "CPT", false],
    ["20610", "CPT", true],
    ["25000", "CPT", true],
    ["00142", "CPT", true],
    ["80053", "CPT", true],
    ["0001F", "CPT", false],
    ["0213T", "CPT", false],
    ["G2211", "HCPCS", false],
    ["U0001", "HCPCS", false],
    ["E1800", "HCPCS", false],
    ["D9110", "CDT", false],
    ["0SRD0J9", "ICD-10-PCS", false],
    ["GZB2ZZZ", "ICD-10-PCS", false],
    ["B020ZZZ", "ICD-10-PCS", false],
    ["45.23", "ICD-9-CM procedure", false],
    ["5A11", "ICD-11", false],
    ["BA00.Z", "ICD-11", false],
    ["BA00", "ICD-11", false],
    ["5A11/BA00", "ICD-11", false],
    ["44054006", "SNOMED CT", false],
    ["00409128331", "NDC", false],
    ["0409-1283-31", "NDC", false],
  ])("%s is %s", (text, system, fitsIcd9) => {
    expect(parseDiagnosis(text)).toMatchObject({ ok: false, problem: "other-system", system, fitsIcd9, category: "" });
  });

  it("reads a dot after the third character as ICD-10-CM, never as HCPCS", () => {
    expect(parseDiagnosis("G22.11")).toMatchObject({ system: "ICD-10-CM", problem: "unknown-category" });
  });
});

describe("broken cells", () => {
  it.each([
    ["1E11", "format", undefined],
    ["E11.9.1", "format", undefined],
    ["E1.19", "format", "E11.9"],
    ["E119.0", "format", undefined],
    ["S7200.1A", "format", "S72.001A"],
    ["S72001AA", "format", undefined],
    ["I1O", "format", "I10"],
    ["E11-9", "format", "E11.9"],
    ["E11.-", "format", undefined],
    ["A17.0†", "format", "A17.0"],
    ["E11.9 - Type 2 diabetes", "format", "E11.9"],
    ["I10 HTN", "format", "I10"],
    ["9E5", "format", undefined],
    ["11", "format", undefined],
    ["8.45", "format", undefined],
    ["992.13", "format", undefined],
    ["hypertension", "format", undefined],
    ["", "format", undefined],
    ["I64", "unknown-category", undefined],
    ["B24", "unknown-category", undefined],
    ["I84.1", "unknown-category", undefined],
    ["QB0.1", "unknown-category", undefined],
    ["EI1.9", "unknown-category", "E11.9"],
    ["E11.9;I10", "multiple", undefined],
    ["25000.0", "decimal-artifact", undefined],
    ["4019.0", "decimal-artifact", "401.9"],
    ["99213.0", "decimal-artifact", undefined],
    ["1.2E+05", "scientific-notation", undefined],
    ["9E+05", "scientific-notation", undefined],
    ["3-Jan", "date-mangled", undefined],
    ["Jan-03", "date-mangled", undefined],
    ["2026-03-02", "date-mangled", undefined],
    ["03/02/2026", "date-mangled", undefined],
  ])("%j: %s", (text, problem, candidate) => {
    expect(parseDiagnosis(text)).toMatchObject({ ok: false, untidy: false, problem, candidate });
  });

  it.each([
    ["E11.9;I10", ["E11.9", "I10"]],
    ["E119|I10", ["E11.9", "I10"]],
    ["E11.9,I10", ["E11.9", "I10"]],
    ["e11.9 i10", ["E11.9", "I10"]],
    ["E11.9/I10/Z79.4", ["E11.9", "I10", "Z79.4"]],
    ["250.00, 401.9", ["250.00", "401.9"]],
    ["99213;36415", ["99213", "36415"]],
  ])("%s holds several codes", (text, parts) => {
    expect(parseDiagnosis(text)).toMatchObject({ ok: false, problem: "multiple", parts });
  });
});

describe("properties", () => {
  const code = fc.stringMatching(/^[A-Z][0-9][0-9AB](\.?[0-9A-Z]{1,4})?$/);
  const cell = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: fc.constantFrom(..."0123456789EIVXOAZ.,;/- +'\u00a0\u200b") }),
    code,
    fc.tuple(code, fc.constantFrom(";", ",", " ", "|"), code).map((parts) => parts.join("")),
  );

  it("never throws, and `ok` means a diagnosis system without a problem", () => {
    fc.assert(
      fc.property(cell, (text) => {
        const value = parseDiagnosis(text);
        expect(value.text).toBe(text);
        expect(value.ok).toBe(value.problem === undefined);
        if (value.ok) expect(["ICD-10-CM", "ICD-9-CM"]).toContain(value.system);
        expect(value.parts.length > 0).toBe(value.problem === "multiple");
      }),
      { numRuns: 3000 },
    );
  });

  it("is idempotent: what it makes of a right cell, dotted, is tidy and reads the same", () => {
    fc.assert(
      fc.property(cell, (text) => {
        const { ok, system, code, dotted: printed } = parseDiagnosis(text);
        if (ok) expect(parseDiagnosis(printed)).toMatchObject({ ok, system, code, dotted: printed, untidy: false });
      }),
      { numRuns: 3000 },
    );
  });

  it("repairs to something right: a candidate is well formed", () => {
    fc.assert(
      fc.property(cell, (text) => {
        const { candidate } = parseDiagnosis(text);
        if (candidate !== undefined) expect(parseDiagnosis(candidate).ok).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it("is quick on a megabyte of anything", () => {
    for (const text of ["E11.9 ".repeat(200_000), " ".repeat(1_000_000), "1".repeat(1_000_000)]) {
      const start = performance.now();
      expect(parseDiagnosis(text).ok).toBe(false);
      expect(performance.now() - start).toBeLessThan(500);
    }
  });
});

describe.skipIf(!RELEASES_PRESENT)("every billable code of the order file", () => {
  it.each(["fy2026", "fy2021"])("%s reads as itself: dotted, undotted, lower case", (zip) => {
    const { billable } = readRelease(zip);
    if (zip === "fy2026") expect(billable.size).toBe(74_719);
    const wrong: string[] = [];
    for (const code of billable) {
      const printed = dotted(code);
      for (const text of [code, printed, printed.toLowerCase()]) {
        const value = parseDiagnosis(text);
        const tidy = text === code || text === printed;
        if (!value.ok || value.system !== "ICD-10-CM" || value.code !== code || value.dotted !== printed)
          wrong.push(text);
        else if (value.untidy === tidy) wrong.push(`${text} untidy ${value.untidy}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
