import { meantModifiers, modifierAbout } from "../../codes/modifier.ts";
import { optional } from "../../contract/dataset.ts";
import { lineRule } from "../../contract/rule.ts";
import hcpcs, { type Hcpcs } from "../../datasets/hcpcs.ts";
import { daysOf, modifierCodes, modifierSlot } from "../../model/claim.ts";
import { formatDate } from "../../model/dates.ts";
import type { CalendarDate } from "../../model/values.ts";

const SUCCESSORS: Readonly<Record<string, string>> = { JG: "TB", SZ: "96" };

interface Span {
  readonly from?: CalendarDate | undefined;
  readonly to?: CalendarDate | undefined;
}

/** The publisher's dates where they are installed and reach the day, else the built-in ones. */
function spanOf(code: string, date: CalendarDate, table: Hcpcs | undefined): Span | undefined {
  const { status, from, to } = table?.modifierOn(code, date) ?? { status: "not covered" as const };
  if (status === "early" || status === "ended" || status === "valid") return { from, to };
  return modifierAbout(code);
}

export default lineRule({
  id: "modifier-not-valid-on-date",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "Modifier was not in force on the date of service",
  why: "A modifier is read by the date of service; one that ended, or has not begun, is denied.",
  fix: "Use the modifier of that time, or correct the date of service.",
  repair: "never",
  sources: [
    "CMS, Alpha-Numeric HCPCS File, modifier records: effective and termination dates",
    "CPT, appendix A (modifiers) of the year",
  ],
  denial: { carc: ["CO-182", "CO-4"] },
  data: { hcpcs: optional(hcpcs) },

  needs: ["procedure", "modifiers", "serviceFrom"],
  reads: ["serviceTo"],
  message: "Modifier {modifier} {problem}; the service was on {date}{hint}",

  check(line, { data, report }) {
    const first = daysOf(line.serviceFrom);
    const last = Math.max(first, line.serviceTo?.days ?? first);
    for (const code of new Set(meantModifiers(modifierCodes(line), line.procedure))) {
      const span = spanOf(code, first, data.hcpcs);
      const early = span?.from !== undefined && last < span.from;
      const ended = span?.to !== undefined && first > span.to;
      if (!early && !ended) continue;
      const problem = early ? `begins on ${formatDate(span.from!)}` : `ended on ${formatDate(span!.to!)}`;
      const next = ended ? SUCCESSORS[code] : undefined;
      const hint = next === undefined ? "" : `; ${next} took its place`;
      report(["modifiers", modifierSlot(line, code)], { modifier: code, problem, date: line.serviceFrom, hint });
    }
  },

  examples: {
    data: { hcpcs: { JG: { added: "2018-01-01", terminated: "2024-12-31" } } },
    passes: [
      { procedure_code: "J1100", modifier_1: "JG", service_from: "2024-12-31" },
      { procedure_code: "J1100", modifier_1: "TB", service_from: "2025-03-01" },
      { procedure_code: "J1100", modifier_1: "JZ", service_from: "2023-07-01" },
      { procedure_code: "A0428", modifier_1: "ER", service_from: "2018-05-01" },
    ],
    finds: [
      { procedure_code: "J1100", modifier_1: "JG", service_from: "2025-03-01" },
      { modifier_1: "AC", service_from: "2026-06-01" },
      { modifier_1: "93", service_from: "2021-11-02" },
    ],
    skips: [{ modifier_1: "JG", service_from: "" }],
  },
  doubt:
    "Without the `hcpcs` data set only dates that are built in are known; the end of the AUC modifiers (MA–MH, QQ) is not.",
});
