import { claimRule, type LineView } from "../../contract/rule.ts";

type Line = LineView<never, "lineNumber">;

export default claimRule({
  id: "claim-line-number-invalid",
  severity: "warning",
  tier: "T1",
  since: "0.1.0",
  summary: "Line numbers of the claim are not 1, 2, 3 …",
  why: "The 837 numbers the lines of a claim from 1; a repeated or missing number makes remittances hard to match.",
  fix: "Number the lines in order. A gap may also mean that the export left a line out.",
  repair: "suggest",
  sources: ["ASC X12N 837P (005010X222A1), 2400 LX01"],
  options: {
    gaps: {
      type: "boolean",
      default: true,
      describe: "Report numbers that are left out (switch off for exports of open lines only)",
    },
  },

  needs: [],
  reads: ["lineNumber"],
  columns: ["lineNumber"],
  message: "Line number {number} {problem}",

  check({ lines, size }, { options, report }) {
    const seen = new Map<number, Line>();
    let broken = false;
    for (const line of lines) {
      const cell = line.lineNumber;
      if (cell === undefined) continue;
      const number = cell.number ?? 0;
      const first = seen.get(number);
      if (number >= 1 && first === undefined) {
        seen.set(number, line);
        continue;
      }
      broken = true;
      if (first === undefined) report(line, "lineNumber", { number: cell, problem: "is not a positive whole number" });
      else {
        const related = [{ line: first, at: "lineNumber", label: "the first of them" } as const];
        report(line, "lineNumber", { number, problem: "stands twice in the claim" }, { related });
      }
    }
    // Where a claim does not begin at 1, the column is a number of the whole file or the export is a selection.
    if (!options.gaps || broken || seen.size < size || !seen.has(1)) return;
    const last = [...seen.keys()].reduce((a, b) => Math.max(a, b));
    for (let number = 2; number < last; number++) {
      if (seen.has(number)) continue;
      const next = [...seen].filter(([n]) => n > number).sort(([a], [b]) => a - b)[0]![1];
      const problem = `is left out; the claim goes from 1 to ${last}`;
      return report(next, "lineNumber", { number, problem }, { severity: "info" });
    }
  },

  examples: {
    passes: [
      [{ line_number: "1" }, { line_number: "2", procedure_code: "36415" }],
      [{ line_number: "2" }, { line_number: "1", procedure_code: "36415" }],
      [{ line_number: "5" }, { line_number: "7", procedure_code: "36415" }],
      [
        { $options: '{"gaps":false}', line_number: "1" },
        { line_number: "3", procedure_code: "36415" },
      ],
      { line_number: "" },
    ],
    finds: [
      [{ line_number: "1" }, { line_number: "1", procedure_code: "36415" }],
      { line_number: "0" },
      { line_number: "1.5" },
      [{ line_number: "1" }, { line_number: "3", procedure_code: "36415" }],
    ],
  },
  notes: `The order of the lines in the file does not matter, and a gap is advisory. Numbers of a claim that does not begin
at 1 are taken for numbers of the whole file and only compared with each other.`,
});
