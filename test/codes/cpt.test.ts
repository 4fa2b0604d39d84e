import { describe, expect, test } from "vitest";
import {
  cptRange,
  emFamily,
  isAnesthesia,
  isEvaluationAndManagement,
  isEyeVisit,
  isImmuneGlobulin,
  isLaboratory,
  isOfficeVisit,
  isPreventiveVisit,
  isRadiology,
  isSurgery,
  isVaccineAdministration,
  isVaccineProduct,
} from "../../src/codes/cpt.ts";
import { parseProcedure } from "../../src/codes/procedure.ts";
import type { ProcedureCode } from "../../src/model/values.ts";

const code = (text: string): ProcedureCode => ({ ...parseProcedure(text), blank: false, privacy: "none" });

const PREDICATES = {
  isEvaluationAndManagement,
  isAnesthesia,
  isSurgery,
  isRadiology,
  isLaboratory,
  isEyeVisit,
  isOfficeVisit,
  isPreventiveVisit,
  isVaccineProduct,
  isImmuneGlobulin,
  isVaccineAdministration,
};

describe("cptRange", () => {
  test.each([
    [99, undefined, undefined],
    [100, "Anesthesia", "head"],
    [1999, "Anesthesia", "other"],
    [2000, undefined, undefined],
    [10003, undefined, undefined],
    [10022, "Surgery", undefined],
    [19499, "Surgery", "integumentary"],
    [19500, "Surgery", undefined],
    [69990, "Surgery", "operating microscope"],
    [69991, undefined, undefined],
    [77067, "Radiology", "breast imaging"],
    [85025, "Pathology and laboratory", "hematology/coagulation"],
    [89398, "Pathology and laboratory", "reproductive"],
    [89399, undefined, undefined],
    [97999, "Medicine", undefined],
    [98000, "Evaluation and management", "telemedicine visits (2025)"],
    [98017, "Evaluation and management", undefined],
    [98100, "Medicine", undefined],
    [99090, "Medicine", undefined],
    [99091, "Evaluation and management", "physiologic data analysis"],
    [99100, "Anesthesia", "qualifying circumstances"],
    [99141, "Medicine", undefined],
    [99199, "Medicine", "other medicine"],
    [99200, "Medicine", undefined],
    [99201, "Evaluation and management", "all E/M"],
    [99499, "Evaluation and management", "all E/M"],
    [99500, "Medicine", "home health procedures"],
    [99608, undefined, undefined],
    [-1, undefined, undefined],
  ])("%i: %s, %s", (number, section, subsection) => {
    expect(cptRange(number)?.section).toBe(section);
    expect(cptRange(number)?.subsection).toBe(subsection);
  });

  test("every number of a subsection has the section of that row, and one view", () => {
    for (let number = 0; number < 100_000; number++) {
      const range = cptRange(number);
      if (range === undefined) continue;
      const surgical = range.section === "Surgery" || range.section === "Anesthesia";
      const view = range.section === "Evaluation and management" ? "E/M" : surgical ? "surgical" : "ancillary";
      expect(range.view).toBe(view);
    }
  });
});

test.each([
  [99202, "office visit, new patient"],
  [99205, "office visit, new patient"],
  [99206, undefined],
  [99211, "office visit, established patient"],
  [99239, "hospital discharge"],
  [99285, "emergency department visit"],
  [99291, "critical care"],
  [99443, "telephone visit"],
  [99470, "remote physiologic monitoring"],
  [99499, "unlisted"],
  [99213.5, "office visit, established patient"],
  [98925, undefined],
])("E/M family of %d: %s", (number, family) => {
  expect(emFamily(number)).toBe(family);
});

test.each([
  [
    "isEvaluationAndManagement",
    ["99202", "99499", "98000", "99091", "99201"],
    ["99199", "99500", "98100", "92014", "G0439", "99100"],
  ],
  ["isAnesthesia", ["00100", "01999"], ["99100", "10004", "0100T", "142"]],
  ["isSurgery", ["10004", "69990"], ["70010", "00100", "1000F"]],
  ["isRadiology", ["70010", "79999"], ["69990", "80047"]],
  ["isLaboratory", ["80047", "89398", "0001U", "0002M"], ["90281", "U0001", "0001T"]],
  ["isEyeVisit", ["92002", "92014"], ["92001", "92015"]],
  ["isOfficeVisit", ["99202", "99215"], ["99199", "99221"]],
  ["isPreventiveVisit", ["99381", "99397"], ["99380", "99401"]],
  ["isVaccineProduct", ["90476", "90759", "91300", "91323"], ["90475", "90785", "91299", "90380"]],
  ["isImmuneGlobulin", ["90380", "90281"], ["90460", "90476"]],
  [
    "isVaccineAdministration",
    ["90460", "90471", "90474", "90480", "G0008", "G0010", "0001A"],
    ["90481", "G0011", "90476", "G0008-25"],
  ],
] as const)("%s", (name, yes, no) => {
  for (const text of yes) expect([text, PREDICATES[name](code(text))]).toEqual([text, true]);
  for (const text of no) expect([text, PREDICATES[name](code(text))]).toEqual([text, false]);
});
