import { describe, expect, it } from "vitest";
import type { Finding } from "../../src/model/finding.ts";
import pretty from "../../src/reporters/pretty.ts";
import { makeFinding, makeRule, makeRun, printAll, shown, write } from "./sample.ts";

const body = (text: string) => text.slice(text.indexOf("\n\n") + 2, text.indexOf("Findings by rule"));
const numbered = (n: number, changes: Partial<Finding> = {}) =>
  Array.from({ length: n }, (_, i) =>
    makeFinding({ at: { ...makeFinding().at, row: i + 1, line: i + 2 }, ...changes }),
  );

it("shows each finding with its line, the cell underlined, why and fix", () => {
  expect(body(write(pretty))).toBe(`error  npi-check-digit  billing_npi fails the NPI check digit
  ┌─ claims/2026-11.csv:3:46   row 2 · cell F3 · claim CLM-00017 line 1
  │ row  claim_id   line  service_from  billing_npi  procedure_code
  │   2  CLM-00017     1  2026-11-02    1234567890   99213
  │                                     ^^^^^^^^^^
  why   payers reject the whole claim when an NPI fails its check digit (likely denial: CO-16 with N257)
  fix   look the provider up; do not just change the last digit

warning  member-id-format  member id OKONKWO-ZEBEDEE of the patient born 1987-03-04 is not an MBI
  ┌─ claims/2026-11.csv:4:11   row 3 · cell B4 · claim CLM-00017 line 1
  │ row  claim_id   Member
  │   3  CLM-00017  OKONKWO-ZEBEDEE
  │                 ^^^^^^^^^^^^^^^
  why   the payer cannot find the member
  fix   copy the id from the card

error  cpt-format  ␛[2J␛]0;pwned␇␍␊::error::forged␍␊#\\u{23}[add-mask]x=cmd|' /C calc… is no CPT code; the line has 3 units
  ┌─ claims/2026-11.csv:5:60   row 4 · cell G5 · claim =1+1 line 1
  │ row  claim_id  procedure_code
  │   4  =1+1      ␛[2J␛]0;pwned␇␍␊::error::forged␍…}31m\\u{D800}]]>
  │                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  why   an unknown code is denied (likely denial: CO-181)
  fix   look the code up

error  duplicate-line  repeats row 2 with ${"x".repeat(60)}…
  ┌─ claims/2026-11.csv:8:1   row 6 · cell A8
  │ row  units  procedure_code
  │   6      3  xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…xxxxxxxxxxxxxx…
  │             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ should be 99213
  │ see claims/2026-11.csv:3:57   row 2 · the first of the two
  why   the second line is denied as a duplicate
  fix   bill once, or add modifier 76 or 77

`);
});

it("says that a value is hidden and shows its form", () => {
  const text = write(pretty, { findings: printAll("direct") });
  expect(text).toContain(
    "  │   3  CLM-00017  AAAAAAA-AAAAAAA\n  │                 ^^^^^^^^^^^^^^^ value hidden, form shown\n",
  );
});

it("explains a rule once", () => {
  const text = write(pretty, { findings: printAll("nothing", numbered(3)) });
  expect(text.match(/^ {2}why/gm)).toHaveLength(1);
  expect(text.match(/^ {2}fix/gm)).toHaveLength(1);
  expect(text.match(/┌─/g)).toHaveLength(3);
});

describe("the underlined cell", () => {
  const lines = (finding: Finding, width?: number) => {
    const text = write(pretty, { findings: printAll("nothing", [finding]), width });
    return text.split("\n").filter((line) => line.startsWith("  │ "));
  };
  it("stands under a cell aligned to the right", () => {
    const cells = [shown("units", "7", "none", true), shown("procedure_code", "97110", "none")];
    expect(lines(makeFinding({ shown: cells }))).toEqual([
      "  │ row  units  procedure_code",
      "  │   2      7  97110",
      "  │          ^",
    ]);
  });
  it("counts wide characters as two columns and combining ones as none", () => {
    const cells = [shown("payer", "保険e\u0301", "none"), shown("procedure_code", "９９", "none", true)];
    expect(lines(makeFinding({ shown: cells }))).toEqual([
      "  │ row  payer  procedure_code",
      "  │   2  保険e\u0301  ９９",
      "  │             ^^^^",
    ]);
  });
  it("is marked even where it is blank", () => {
    const cells = [shown("procedure_code", "", "none", true), shown("units", "1", "none")];
    expect(lines(makeFinding({ shown: cells })).at(-1)).toBe("  │      ^ blank");
  });
  it("stays when the terminal is narrow", () => {
    const cells = [
      shown("claim_id", "C".repeat(40), "none"),
      shown("payer", "P".repeat(40), "none"),
      shown("plan", "Q".repeat(40), "none"),
      shown("procedure_code", "97110", "none", true),
    ];
    const all = lines(makeFinding({ shown: cells }), 50);
    expect(all[0]).toBe("  │ row  claim_id      procedure_code");
    expect(all[1]).toBe("  │   2  CCCCCCCC…CCC  97110");
    for (const line of all) expect(line.length).toBeLessThanOrEqual(50);
  });
});

it("shows at most --max-per-rule of a rule, says how many more, and counts all", () => {
  const run = makeRun({ rules: [makeRule("npi-check-digit", { findings: 7, checked: 80 })] });
  const findings = printAll("nothing", numbered(7));
  const frames = (maxPerRule?: number) => write(pretty, { run, findings, maxPerRule }).match(/┌─/g)?.length;
  expect([frames(), frames(2), frames(7), frames(0)]).toEqual([5, 2, 7, 7]);
  const text = write(pretty, { run, findings, maxPerRule: 2 });
  expect(text).toContain("  … 5 more of npi-check-digit (shown: 2; --max-per-rule 0 shows all)\n");
  expect(text).toContain("  error    7  npi-check-digit");
  expect(write(pretty, { run, findings, maxPerRule: 7 })).not.toContain("more of");
});

describe("a column that fails as a whole", () => {
  const report = (n: number, checked: number, changes: Partial<Finding> = {}, maxPerRule?: number) => {
    const run = makeRun({ rules: [makeRule("npi-check-digit", { findings: n, checked, lines: checked })] });
    return write(pretty, { run, findings: printAll("nothing", numbered(n, changes)), maxPerRule });
  };
  const isWide = (text: string) => text.includes("most of column");

  it("is shown once, with count, share, the first places and a likely cause", () => {
    expect(body(report(60, 84))).toBe(`error  npi-check-digit  summary of npi-check-digit
  ┌─ most of column billing_npi: 60 of 84 lines checked (71 %)
  │ claims/2026-11.csv:2:46   row 1   1234567890
  │ claims/2026-11.csv:3:46   row 2   1234567890
  │ claims/2026-11.csv:4:46   row 3   1234567890
  │ … --max-per-rule 0 lists every one
  cause probably one for all: the column is not billing_npi, or the export damaged it; \`claimlint inspect\`
        shows how it was read.
  why   payers reject the whole claim when an NPI fails its check digit (likely denial: CO-16 with N257)
  fix   look the provider up; do not just change the last digit

`);
  });

  it.each([
    [20, 33, true],
    [19, 20, false],
    [20, 34, false],
    [60, 100, true],
    [59, 100, false],
    [30, 20, false],
  ])("%i of %i lines: %s", (n, checked, wide) => expect(isWide(report(n, checked))).toBe(wide));

  it("is not guessed from findings spread over several columns", () => {
    const half = numbered(30).flatMap((f) => [f, { ...f, field: "rendering_npi" }]);
    const run = makeRun({ rules: [makeRule("npi-check-digit", { findings: 60, checked: 90 })] });
    const text = write(pretty, { run, findings: printAll("nothing", half) });
    expect(isWide(text)).toBe(false);
    expect(text.match(/┌─/g)).toHaveLength(5);
    expect(text).toContain("… 55 more of npi-check-digit");
  });

  it("does not swallow the same rule's findings on another column", () => {
    const other = numbered(3, { field: "rendering_npi" });
    const run = makeRun({ rules: [makeRule("npi-check-digit", { findings: 63, checked: 90 })] });
    const text = write(pretty, { run, findings: printAll("nothing", [...numbered(60), ...other]) });
    expect(isWide(text)).toBe(true);
    expect(text.match(/┌─/g)).toHaveLength(4);
    expect(text).not.toContain("more of");
  });

  it("is listed in full on request", () => {
    const text = report(60, 84, {}, 0);
    expect(isWide(text)).toBe(false);
    expect(text.match(/┌─/g)).toHaveLength(60);
  });

  it.each([
    ["1.23E+09", "scientific notation"],
    ["250.0", "decimal numbers"],
    ["99213 ", "pads its cells"],
    ["3/14/26", "these are dates"],
    ["ABC", "the column is not billing_npi"],
  ])("of values like %j has the likely cause: %s", (value, cause) => {
    expect(report(60, 84, { value: { text: value, privacy: "none" } })).toContain(cause);
  });

  it("of a column mapped by a similar name says so; of whole records suspects the delimiter", () => {
    expect(report(60, 84, { field: "member_id", header: "Member" })).toContain("`--map member_id=HEADER`");
    expect(report(60, 84, { field: undefined, header: undefined })).toContain("wrong delimiter");
  });
});

describe("--group-by", () => {
  const findings = [
    makeFinding({ severity: "warning", rule: "w" }),
    makeFinding({ rule: "e", claimId: { text: "CLM-00018", privacy: "quasi" }, at: { ...makeFinding().at, row: 3 } }),
    makeFinding({
      severity: "warning",
      rule: "w",
      field: "units",
      header: "Units",
      at: { ...makeFinding().at, file: "b.csv" },
    }),
  ];
  it.each([
    ["rule", ["e", "w"]],
    ["file", ["claims/2026-11.csv", "b.csv"]],
    ["claim", ["claim CLM-00017", "claim CLM-00018"]],
    ["column", ["column billing_npi", "column Units"]],
  ] as const)("%s puts findings under headings", (groupBy, headings) => {
    const text = write(pretty, { findings: printAll("nothing", findings), groupBy });
    expect([...text.matchAll(/^── (.*) ──$/gm)].map((m) => m[1])).toEqual(headings);
    expect(text.match(/┌─/g)).toHaveLength(3);
  });
  it("claim does not throw claims together whose ids are hidden", () => {
    const text = write(pretty, { findings: printAll("direct+quasi", findings), groupBy: "claim" });
    expect([...text.matchAll(/^── (.*) ──$/gm)].map((m) => m[1])).toEqual([
      "row 2 of claims/2026-11.csv",
      "row 3 of claims/2026-11.csv",
      "row 2 of b.csv",
    ]);
  });
});

it("marks waived findings", () => {
  const findings = printAll("nothing", [makeFinding()]).map((f) => ({ ...f, waived: { reason: "payer agreed" } }));
  expect(body(write(pretty, { findings }))).toBe(
    "waived  npi-check-digit  billing_npi fails the NPI check digit\n  ┌─ claims/2026-11.csv:3:46   payer agreed\n\n",
  );
});

it("quiet leaves findings and verdict; very quiet only errors", () => {
  const quiet = write(pretty, { quiet: 1 });
  expect(quiet.startsWith("error  npi-check-digit")).toBe(true);
  expect(
    quiet.endsWith(
      "\n\n3 errors, 1 warning in 84 lines of 41 claims — fix before you submit\n$12,345.50 charged on lines with errors\n",
    ),
  ).toBe(true);
  expect(quiet).not.toContain("Not checked");
  const silent = write(pretty, { quiet: 2 });
  expect(silent).not.toMatch(/warning|why|errors,/);
  expect(silent.match(/^error /gm)).toHaveLength(3);
  expect(write(pretty, { quiet: 2, findings: [] })).toBe("");
});

it("colours only when asked", () => {
  expect(write(pretty)).not.toContain("\u001b");
  expect(write(pretty, { color: true })).toContain("\u001b[31m\u001b[1merror");
});
