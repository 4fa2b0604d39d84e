import { describe, expect, test } from "vitest";
import {
  diagnosisAge,
  diagnosisSex,
  explainsBodyMassIndex,
  isAftercareNotForInjury,
  isExternalCause,
  isFirstOnly,
  isInjury,
  isManifestation,
  isOfPregnancy,
  isSecondaryOnly,
  isSequela,
} from "../../src/codes/icd10cm-lists.ts";
import { RELEASES_PRESENT, readRelease } from "./icd10cm-releases.ts";

const both = (is: (code: string) => boolean, yes: string, no: string) => {
  for (const code of yes.split(" ")) expect([code, is(code)]).toEqual([code, true]);
  for (const code of no.split(" ")) expect([code, is(code)]).toEqual([code, false]);
};

test("external causes are chapter 20", () => both(isExternalCause, "V00831A W19XXXA Y99 Y95", "U071 T889XXS Z00 S000"));

test("first-listed only, with the two exceptions", () => {
  both(
    isFirstOnly,
    "Z0000 Z01419 Z0289 Z3181 Z332 Z3480 Z3800 Z5111 Z510 Z5200 Z9912",
    "Z006 Z529 Z03 Z05 Z3189 Z5189 Z331",
  );
});

test("never first", () => {
  both(
    isSecondaryOnly,
    "B9620 Z1611 Z66 Z6835 Z370 Z3A32 Z1501 R6520 R29705 I462",
    "B99 Z23 Z7901 Z933 Z5902 R402 I469 B94",
  );
  both(
    isSecondaryOnly,
    "T464X5A T464X6D T3695XA T50A95A T50905S",
    "T464X1A T464X2A T3691XA T365X T369 T510X1A T5491XA",
  );
});

test("manifestations", () => {
  both(isManifestation, "F0280 E089 D631 G63 N521 M906 I43", "G309 E099 D649 M1460 B9620 I42 D63");
});

test("sequelae", () => {
  both(isSequela, "S52501S T25321S M8000XS M84311S B948 O94 G09", "S52501D I69351 T2532 S52501 M546 B95 V4352XS");
});

test("sex", () => {
  for (const code of "O80 N830 C50911 Z3A20 D071".split(" ")) expect([code, diagnosisSex(code)]).toEqual([code, "F"]);
  for (const code of "N401 C61 C50922 D074 R972".split(" ")) expect([code, diagnosisSex(code)]).toEqual([code, "M"]);
  for (const code of "N393 C50A1 N64 Z323 Z853 P00 D09".split(" "))
    expect([code, diagnosisSex(code)]).toEqual([code, undefined]);
});

test("age", () => {
  expect(diagnosisAge("Z3800")).toMatchObject({ from: 0, to: 0 });
  expect(diagnosisAge("Z00129")).toMatchObject({ from: 0, to: 17 });
  expect(diagnosisAge("O80")).toMatchObject({ from: 9, to: 64 });
  expect(diagnosisAge("Z0000")).toMatchObject({ from: 15 });
  expect(diagnosisAge("Z6841")).toMatchObject({ from: 20 });
  expect(diagnosisAge("Z6852")).toMatchObject({ from: 2 });
  for (const code of ["Z008", "P073", "Q210", "H26", "M8080", "Z006"]) expect(diagnosisAge(code)).toBeUndefined();
});

test("injuries and aftercare", () => {
  both(isInjury, "S82201A S61412D", "S82201S T8484XA S822");
  both(isAftercareNotForInjury, "Z4789 Z4802 Z48817", "Z471 Z4781 Z4821 Z483");
  both(explainsBodyMassIndex, "E6601 R634 Z713 Z00129 O99213", "I10 E119 M1711 R69");
});

describe.skipIf(!RELEASES_PRESENT)("against the order files of CMS", () => {
  const releases = RELEASES_PRESENT ? [readRelease("fy2021"), readRelease("fy2026")] : [];
  const titles = new Map(
    releases.flatMap((release) => [...release.titles].filter(([code]) => release.billable.has(code))),
  );

  test("a title with diseases classified elsewhere is a manifestation, organisms and one with `if known` aside", () => {
    const wanted = [...titles].filter(
      ([code, title]) =>
        /classified elsewhere/i.test(title) &&
        !/not (elsewhere )?classified elsewhere/i.test(title) &&
        !/^B9[567]|^P91811/.test(code),
    );
    expect(wanted.length).toBeGreaterThan(200);
    expect(wanted.filter(([code]) => !isManifestation(code))).toEqual([]);
  });

  test("a title that names a sex is never of the other one", () => {
    const wrong = [...titles].filter(([code, title]) => {
      const sex = diagnosisSex(code);
      if (/\(female\)|\(male\)|female.*\bmale|\bmale.*female/i.test(title)) return false;
      return (
        (sex === "M" && /\bfemale|pregnan|\bvagina\b|\buter(us|ine)/i.test(title)) ||
        (sex === "F" && /\bmale|prostat|penis|\btesti[cs]/i.test(title))
      );
    });
    expect(wrong).toEqual([]);
  });

  test("the breast codes of a sex are those that say it", () => {
    const breast = [...titles].filter(([code]) => code.startsWith("C50"));
    for (const [code, title] of breast) {
      const said = /female/i.test(title) ? "F" : /\bmale/i.test(title) ? "M" : undefined;
      expect([code, diagnosisSex(code)]).toEqual([code, said]);
    }
  });

  test("adverse effect and underdosing are those of the title", () => {
    for (const [code, title] of titles) {
      if (!/^T(3[6-9]|4\d|50)/.test(code)) continue;
      expect([code, isSecondaryOnly(code)]).toEqual([code, /^(adverse effect|underdosing)/i.test(title)]);
    }
  });

  test("a sequela by its 7th character says so", () => {
    for (const [code, title] of titles)
      if (code.length === 7 && isSequela(code))
        expect([code, title]).toEqual([code, expect.stringMatching(/sequela/i)]);
  });

  test("a code that asks for the week of pregnancy is not of the puerperium", () => {
    const wrong = [...titles].filter(
      ([code, title]) => isOfPregnancy(code) && /puerper|postpartum|lactation/i.test(title),
    );
    expect(wrong).toEqual([]);
  });
});
