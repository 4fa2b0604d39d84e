import { describe, expect, test } from "vitest";
import { waiverBook } from "../../src/findings/waivers.ts";
import { day } from "../../src/model/dates.ts";
import type { Waiver } from "../../src/model/waiver.ts";

const TODAY = day("2026-11-22");

function waiver(changes: Partial<Waiver> = {}): Waiver {
  return {
    where: "waivers.jsonc:3:5",
    rules: ["npi-luhn"],
    reason: "being corrected",
    owner: "billing",
    expires: TODAY,
    covers: () => true,
    ...changes,
  };
}

const noLine = () => undefined;

describe("waivers", () => {
  test.each([
    ["2026-11-21", false],
    ["2026-11-22", true],
    ["2026-11-23", true],
  ])("one that expires on %s holds today: %s", (expires, holds) => {
    const book = waiverBook([waiver({ expires: day(expires) })], TODAY);
    expect(book.waiverOf("npi-luhn", "a.csv", noLine) !== undefined).toBe(holds);
  });

  test("only for its rules, and only what it covers", () => {
    const book = waiverBook([waiver({ covers: (file) => file === "a.csv" })], TODAY);
    expect(book.waiverOf("npi-luhn", "a.csv", noLine)?.reason).toBe("being corrected");
    expect(book.waiverOf("npi-luhn", "b.csv", noLine)).toBeUndefined();
    expect(book.waiverOf("cpt-format", "a.csv", noLine)).toBeUndefined();
    expect(book.notes()).toEqual([]);
  });

  test("an unused one is told, an expired one with what it would still cover", () => {
    const expired = { expires: day("2026-10-31") };
    const book = waiverBook(
      [
        waiver({ where: "w:1:1", covers: () => false }),
        waiver({ where: "w:2:1", ...expired, rules: ["npi-luhn", "cpt-format"] }),
        waiver({ where: "w:3:1", ...expired, covers: () => false }),
      ],
      TODAY,
    );
    for (const rule of ["npi-luhn", "cpt-format"]) expect(book.waiverOf(rule, "a.csv", noLine)).toBeUndefined();
    expect(book.notes()).toEqual([
      "w:1:1: the waiver of billing for npi-luhn matched nothing",
      "w:2:1: the waiver of billing for npi-luhn, cpt-format expired on 2026-10-31; 2 findings count again",
      "w:3:1: the waiver of billing for npi-luhn expired on 2026-10-31; it would match nothing",
    ]);
  });

  test("of two that cover a finding the first one's reason is given, and neither is unused", () => {
    const book = waiverBook([waiver({ reason: "first" }), waiver({ reason: "second" })], TODAY);
    expect(book.waiverOf("npi-luhn", "a.csv", noLine)?.reason).toBe("first");
    expect(book.notes()).toEqual([]);
  });
});
