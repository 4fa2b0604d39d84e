import { describe, expect, it } from "vitest";
import { type Hidden, hiddenBy, mayShow, printFinding } from "../../src/findings/print.ts";
import type { Finding } from "../../src/model/finding.ts";
import type { Privacy } from "../../src/model/values.ts";
import { HOSTILE, makeFinding } from "../reporters/sample.ts";

const ABOUT = { why: "because", fix: "look" };
const print = (changes: Partial<Finding>, hidden: Hidden = "nothing") =>
  printFinding(makeFinding(changes), ABOUT, hidden, "f00");
const text = (value: string, privacy: Privacy) => ({ text: value, privacy });

describe("the values policy", () => {
  it.each([
    ["auto", true, "direct"],
    ["auto", false, "direct+quasi"],
    ["safe", true, "direct+quasi"],
    ["safe", false, "direct+quasi"],
    ["all", false, "nothing"],
    ["none", true, "everything"],
  ] as const)("--values %s, terminal %s hides %s", (values, terminal, hidden) => {
    expect(hiddenBy(values, terminal)).toBe(hidden);
  });

  const table: [Hidden, shows: Privacy[]][] = [
    ["nothing", ["none", "quasi", "direct"]],
    ["direct", ["none", "quasi"]],
    ["direct+quasi", ["none"]],
    ["everything", []],
  ];
  it.each(table)("hiding %s shows %j", (hidden, shows) => {
    const all: Privacy[] = ["none", "quasi", "direct"];
    expect(all.filter((privacy) => mayShow(privacy, hidden))).toEqual(shows);
    for (const privacy of all) {
      const value = text("Ab1", privacy);
      const printed = print(
        {
          value,
          claimId: value,
          message: "<{v}>",
          slots: { v: value },
          shown: [{ field: "x", header: "X", value, target: true }],
          suggestion: { safe: true, replacement: value },
        },
        hidden,
      );
      const open = shows.includes(privacy);
      expect(printed.valueShape).toBe("AA9");
      expect(printed.value).toBe(open ? "Ab1" : undefined);
      expect("value" in printed).toBe(open);
      expect(printed.claimId).toBe(open ? "Ab1" : "AA9");
      expect(printed.message).toBe(open ? "<Ab1>" : "<AA9>");
      expect(printed.shown[0]?.text).toBe(open ? "Ab1" : "AA9");
      // A shape is no replacement: a program would write it into the file.
      expect(printed.suggestion).toEqual(open ? { safe: true, replacement: "Ab1" } : undefined);
    }
  });
});

describe("the message", () => {
  it.each<[string, Finding["slots"], string]>([
    ["{units} units of {code}", { units: 12.5, code: "97110" }, "12.5 units of 97110"],
    ["{a}", { a: text("{b}", "none"), b: "secret" }, "{b}"],
    ["{a}{a}", { a: 1 }, "11"],
    ["{missing} stays", {}, "{missing} stays"],
    ["{toString} stays", {}, "{toString} stays"],
    ["{a}", { a: text("", "direct") }, "(blank)"],
    ["{a}", { a: text("x".repeat(61), "none") }, `${"x".repeat(60)}…`],
    ["{a}", { a: "y".repeat(201) }, `${"y".repeat(200)}…`],
    ["{a}", { a: "$&\n" }, "$&␊"],
    ["{a}", { a: text("##[add-mask]a ##vso[task]", "none") }, "#\\u{23}[add-mask]a #\\u{23}vso[task]"],
  ])("%s with %j", (message, slots, expected) => expect(print({ message, slots }).message).toBe(expected));
});

it("lets no control character of a cell through, wherever the cell stands", () => {
  const hostile = text(HOSTILE, "none");
  const printed = print({
    message: "{a} {b}",
    slots: { a: hostile, b: HOSTILE },
    header: HOSTILE,
    value: hostile,
    claimId: hostile,
    lineNumber: HOSTILE,
    shown: [{ field: "x", header: HOSTILE, value: hostile, target: true }],
    related: [{ at: makeFinding().at, field: undefined, label: HOSTILE }],
    suggestion: { safe: true, replacement: hostile },
  });
  expect(JSON.stringify(printed)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|\\u[0-9a-f]{4}|\\[rn]|##\[/u);
  expect(printed.suggestion).toBeUndefined();
});

it("keeps a megabyte cell short", () => {
  const long = text("x".repeat(1_000_000), "none");
  const printed = print({
    value: long,
    claimId: long,
    shown: [{ field: "x", header: "x", value: long, target: true }],
  });
  expect(JSON.stringify(printed).length).toBeLessThan(2000);
  expect(printed.value).toBe(`${"x".repeat(200)}…`);
});

it("leaves out what there is not", () => {
  const printed = print({
    field: undefined,
    header: undefined,
    value: undefined,
    claimId: undefined,
    lineNumber: undefined,
  });
  for (const key of ["field", "header", "value", "valueShape", "claimId", "lineNumber", "carc", "rarc", "waived"]) {
    expect(printed).not.toHaveProperty(key);
  }
});

it("takes denial codes and waiver from what it is told of the rule", () => {
  const about = { ...ABOUT, denial: { carc: ["CO-16"], rarc: ["N257"] }, waived: { reason: "payer\nagreed" } };
  expect(printFinding(makeFinding(), about, "nothing", "f")).toMatchObject({
    why: "because",
    fix: "look",
    carc: ["CO-16"],
    rarc: ["N257"],
    waived: { reason: "payer␊agreed" },
    fingerprint: "f",
  });
});
