import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { hcpcsFamily, hcpcsView, isAmbulance, isDrug, isHcpcsShape, isHcpcsVisit } from "../../src/codes/hcpcs.ts";
import { parseProcedure } from "../../src/codes/procedure.ts";
import type { ProcedureCode } from "../../src/model/values.ts";

const code = (text: string): ProcedureCode => ({ ...parseProcedure(text), blank: false, privacy: "none" });

test.each([
  ["A0021", true],
  ["J1100", true],
  ["V5364", true],
  ["D0120", true],
  ["H0001", true],
  ["T1015", true],
  ["U0005", true],
  ["F0001", false],
  ["I0001", false],
  ["N0001", false],
  ["O0001", false],
  ["W1234", false],
  ["Z0001", false],
  ["U0100", false],
  ["J110", false],
  ["J11000", false],
  ["j1100", false],
  ["0001U", false],
])("%s has HCPCS shape: %s", (text, expected) => {
  expect(isHcpcsShape(text)).toBe(expected);
  expect(hcpcsFamily(text) !== undefined).toBe(expected);
});

test("families", () => {
  expect(hcpcsFamily("E0601")).toMatchObject({ letter: "E", accepts: "DME MAC" });
  expect(hcpcsFamily("J1100")?.accepts).toBeUndefined();
  expect(hcpcsView("J1100")).toBe("ancillary");
  expect(hcpcsView("G0439")).toBe("E/M");
  expect(hcpcsView("G0008")).toBeUndefined();
});

test("predicates", () => {
  expect(["A0021", "A0427", "A0999", "A0020", "A1000", "A0427-RH"].map((text) => isAmbulance(code(text)))).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
  expect(["J1100", "Q5101", "Q5010", "99213", "J110"].map((text) => isDrug(code(text)))).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
  expect(["G2211", "G0558", "G0008"].map((text) => isHcpcsVisit(code(text)))).toEqual([true, true, false]);
});

const list = join(import.meta.dirname, "../../../shared/reference/hcpcs/hcpcs_level2_2026q3.txt.gz");

describe.skipIf(!existsSync(list))("the codes in force in 2026 Q3", () => {
  test("every one is well formed", () => {
    const codes = gunzipSync(readFileSync(list))
      .toString("latin1")
      .split(/\r?\n/)
      .map((line) => line.slice(0, 5))
      .filter(Boolean);
    expect(codes.length).toBeGreaterThan(8000);
    expect(codes.filter((text) => !parseProcedure(text).ok)).toEqual([]);
  });
});
