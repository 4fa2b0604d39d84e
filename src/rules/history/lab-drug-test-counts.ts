import { drugTestKind } from "../../codes/drug-test.ts";
import { optional } from "../../contract/dataset.ts";
import { historyRule, type LineView } from "../../contract/rule.ts";
import ptpPractitioner from "../../datasets/ncci-ptp-practitioner.ts";
import { daysOf } from "../../model/claim.ts";
import { ENCOUNTER_COLUMNS, groupByBiller } from "../../model/encounter.ts";

type Line = LineView<"procedure" | "serviceFrom" | "units", "claimId" | (typeof ENCOUNTER_COLUMNS)[number]>;

const KINDS = ["presumptive", "definitive"] as const;

export default historyRule({
  id: "lab-drug-test-counts",
  severity: "warning",
  tier: "T2",
  since: "0.1.0",
  summary: "More drug tests on one day than a payer pays, or codes Medicare does not take",
  why: "One presumptive and one definitive drug test a day is paid; Medicare takes definitive tests under G0480–G0483 and G0659 only.",
  fix: "Bill the one code of the method used (80305–80307), and the one G code for the number of drug classes.",
  repair: "never",
  sources: [
    "NCCI Policy Manual, chapter X",
    "CMS, Clinical Laboratory Fee Schedule: drug testing codes since 2017; fee schedule status I of 80320–80377",
  ],
  denial: { carc: ["CO-97", "CO-151"], rarc: ["M51"] },
  forms: ["professional"],
  data: { edits: optional(ptpPractitioner) },

  per: "patient+date",
  needs: ["procedure", "serviceFrom", "units"],
  reads: ["claimId", ...ENCOUNTER_COLUMNS],
  procedures: (code) => drugTestKind(code) !== undefined,
  message: "{codes}: {problem}",

  start: () => [] as Line[],
  step: (lines, line) => void lines.push(line),
  finish(lines, { data, report }) {
    const isPair = (a: Line, b: Line) =>
      [a, b].some((column1) => {
        const column2 = column1 === a ? b : a;
        const edit = data.edits?.pair(column1.procedure.code, column2.procedure.code, daysOf(a.serviceFrom));
        return edit !== undefined;
      });
    for (const group of groupByBiller(lines)) {
      const of = (kind: string) => group.filter((line) => drugTestKind(line.procedure) === kind);
      for (const kind of KINDS) {
        const tests = of(kind);
        const codes = new Set(tests.map((line) => line.procedure.code));
        const many = tests.find((line) => line.units.amount > 1);
        const line = codes.size > 1 ? tests.at(-1) : many;
        // Two lines of one code are duplicate-line; with the NCCI table installed a pair is ncci-ptp's to report.
        if (line === undefined || tests.some((other) => isPair(line, other))) continue;
        const count = codes.size > 1 ? "" : ` ×${line.units.amount}`;
        const slots = { codes: [...codes].join(", ") + count, problem: `one ${kind} drug test a day is paid` };
        const others = tests.filter((other) => other !== line);
        const related = others.map((other) => ({ line: other, at: "procedure", label: "the other test" }) as const);
        report(line, "procedure", slots, { related });
      }
      const [first] = of("by drug class");
      if (first?.payerKind !== "medicare") continue;
      const problem = "Medicare takes G0480–G0483 or G0659 instead";
      report(first, "procedure", { codes: first.procedure.code, problem });
    }
  },

  examples: {
    passes: [
      [{ procedure_code: "80307" }, { procedure_code: "G0481" }],
      [{ procedure_code: "80320", $payer: "commercial" }, { procedure_code: "80324" }],
    ],
    finds: [
      [{ procedure_code: "80305" }, { procedure_code: "80307" }],
      [{ procedure_code: "G0480" }, { procedure_code: "G0481" }],
      { procedure_code: "80324", $payer: "medicare" },
    ],
  },
});
