import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check, type Finding } from "../../src/index.ts";
import { RULES } from "../../src/registry/rules.ts";

/** Claim lines drawn from few values, so that defects, duplicates and shared claims all happen. */
const line = fc.record({
  claim_id: fc.constantFrom("C1", "C2", "C3", "C4"),
  line_number: fc.constantFrom("1", "2", "3"),
  patient_id: fc.constantFrom("P1", "P2"),
  dob: fc.constantFrom("1980-04-12", "2026-05-01"),
  sex: fc.constantFrom("F", "M", ""),
  service_from: fc.constantFrom("2026-03-02", "2026-03-03", "2026-13-01", ""),
  place_of_service: fc.constantFrom("11", "28", "5"),
  procedure_code: fc.constantFrom("99213", "20610", "E11.9", "142", "j1100 ", "27447", "", "0042X"),
  modifier_1: fc.constantFrom("", "25", "RT", "LT", "2"),
  modifier_2: fc.constantFrom("", "59", "TC"),
  diagnosis_1: fc.constantFrom("E11.9", "W19.XXXA", "E11", "I10", "99213", ""),
  diagnosis_2: fc.constantFrom("", "I10", "E11.9", "Z12.31"),
  dx_pointer: fc.constantFrom("1", "2", "A", "5", ""),
  units: fc.constantFrom("1", "0", "x", "2"),
  charge: fc.constantFrom("125.00", "-1", ""),
  rendering_npi: fc.constantFrom("1245319599", "1234567890", "123"),
  billing_npi: fc.constantFrom("1003000126", "1457398765"),
});

type Line = Record<string, string>;

function csv(lines: readonly Line[]): string {
  const columns = Object.keys(lines[0]!);
  return `${[columns.join(","), ...lines.map((l) => columns.map((c) => l[c]).join(","))].join("\n")}\n`;
}

async function findings(
  files: readonly { name: string; content: string }[],
): Promise<{ all: Finding[]; counts: unknown }> {
  const run = check(files, { asOf: "2026-11-22", values: "all" });
  const all: Finding[] = [];
  for await (const finding of run) all.push(finding);
  const { summary, rules } = await run.result;
  expect(rules.every((r) => r.reason?.startsWith("the rule failed") !== true)).toBe(true);
  // Which line of a pair carries the finding decides whose charge is at risk: a matter of position.
  const { chargeAtRiskCents: _, ...counts } = summary;
  return { all, counts: { ...counts, rules: rules.map((r) => [r.id, r.lines, r.checked, r.skipped, r.findings]) } };
}

const SCOPES = new Map(RULES.map((rule) => [rule.id, rule.scope]));

/**
 * A finding without its position, told by the line it stands on. A finding about several lines stands on one of them
 * (the second of a pair, the first of a repeated list), which of them, and in which claim, is a matter of position.
 */
function content(finding: Finding, rows: readonly Line[]): string {
  const { row, rule, severity, message, field, value, claimId } = finding;
  const scope = SCOPES.get(rule);
  if (scope === "history") return JSON.stringify([rule, severity]);
  return scope === "claim"
    ? JSON.stringify([rule, severity, claimId])
    : JSON.stringify([rule, severity, message.replace(/rows? \d+/g, "row"), field, value, rows[row - 1]]);
}

describe("properties of a check", () => {
  test("shuffling the lines of a file changes no finding but its position", async () => {
    const shuffled = fc
      .array(line, { minLength: 1, maxLength: 12 })
      .chain((lines) =>
        fc.tuple(fc.constant(lines), fc.shuffledSubarray(lines, { minLength: lines.length, maxLength: lines.length })),
      );
    await fc.assert(
      fc.asyncProperty(shuffled, async ([lines, other]) => {
        const a = await findings([{ name: "a.csv", content: csv(lines) }]);
        const b = await findings([{ name: "a.csv", content: csv(other) }]);
        expect(b.counts).toEqual(a.counts);
        const of = (all: Finding[], rows: readonly Line[]) => all.map((f) => content(f, rows)).sort();
        expect(of(b.all, other)).toEqual(of(a.all, lines));
      }),
      { numRuns: 150 },
    );
  });

  test("splitting a file in two changes no finding of value, line and claim scope", async () => {
    const split = fc.tuple(fc.array(line, { minLength: 2, maxLength: 12 }), fc.nat());
    await fc.assert(
      fc.asyncProperty(split, async ([lines, at]) => {
        // One patient to a claim: across files a claim is told by its id and its patient.
        const whole = lines.map((l) => ({ ...l, patient_id: `P-${l.claim_id}` }));
        const cut = 1 + (at % (lines.length - 1));
        const one = await findings([{ name: "a.csv", content: csv(whole) }]);
        const two = await findings([
          { name: "a.csv", content: csv(whole.slice(0, cut)) },
          { name: "b.csv", content: csv(whole.slice(cut)) },
        ]);
        const rows = (f: Finding) => (f.file === "a.csv" ? f.row : f.row + cut);
        const scoped = (all: Finding[]) =>
          all
            .filter((f) => f.row > 0)
            .map((f) => [rows(f), f.rule, f.severity, f.field, f.message])
            .sort();
        expect(scoped(two.all)).toEqual(scoped(one.all));
      }),
      { numRuns: 150 },
    );
  });

  test("the order in which files are named does not show", async () => {
    const rows = fc.array(line, { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(rows, rows, async (a, b) => {
        const files = [
          { name: "a.csv", content: csv(a) },
          { name: "b.csv", content: csv(b) },
        ];
        expect(await findings(files.toReversed())).toEqual(await findings(files));
      }),
      { numRuns: 50 },
    );
  });
});
