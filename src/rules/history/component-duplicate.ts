import { bypassingModifiers, sameNcciProvider } from "../../codes/ncci.ts";
import { optional } from "../../contract/dataset.ts";
import { historyRule, type LineView } from "../../contract/rule.ts";
import mpfs from "../../datasets/mpfs.ts";
import ptpPractitioner from "../../datasets/ncci-ptp-practitioner.ts";
import { daysOf, modifierCodes } from "../../model/claim.ts";
import { bothStand, ENCOUNTER_COLUMNS } from "../../model/encounter.ts";

type Reads = "modifiers" | "claimId" | "placeOfService" | (typeof ENCOUNTER_COLUMNS)[number];
type Line = LineView<"procedure" | "serviceFrom", Reads>;

/** Whole tests whose parts have codes of their own. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  "93000": ["93005", "93010"],
  "93015": ["93016", "93017", "93018"],
  "93040": ["93041", "93042"],
  "93224": ["93225", "93226", "93227"],
  "93268": ["93270", "93271", "93272"],
};
const ANOTHER = new Set("52 53 59 76 77 91 XE XS XP XU LT RT 50".split(" "));

const part = (line: Line): string | undefined => modifierCodes(line).find((code) => code === "26" || code === "TC");

export default historyRule({
  id: "component-duplicate",
  severity: "warning",
  tier: "T2",
  since: "0.1.0",
  summary: "Test billed whole and in part on one day",
  why: "The whole test includes its professional and its technical part; the payer pays each once.",
  fix: "Find out who read the test and whose equipment it was: either the whole, or the two parts.",
  repair: "never",
  sources: ["Medicare Claims Processing Manual, chapter 13, section 20", "NCCI Policy Manual, chapter I"],
  denial: { carc: ["CO-97", "CO-18", "CO-B13"] },
  forms: ["professional"],
  data: { fees: mpfs, edits: optional(ptpPractitioner) },
  notes: "By any provider, in one place of service. Pairs that `ncci-ptp` reports are left to it.",

  per: "patient+date",
  needs: ["procedure", "serviceFrom"],
  reads: ["modifiers", "claimId", "placeOfService", ...ENCOUNTER_COLUMNS],
  message: "{part} on {date} is a part of {whole}, which is billed as well",

  start: (): Line[] => [],
  step: (lines, line) => void (modifierCodes(line).some((code) => ANOTHER.has(code)) || lines.push(line)),
  finish(lines, { data, report }) {
    for (const whole of lines.filter((line) => part(line) === undefined)) {
      const { code } = whole.procedure;
      const date = daysOf(whole.serviceFrom);
      const split = data.fees.on(code, date)?.pctc === "1";
      for (const line of split || PARTS[code] ? lines : []) {
        const own = line.procedure.code;
        const modifier = part(line);
        const isPart = own === code ? split && modifier !== undefined : PARTS[code]?.includes(own);
        const elsewhere = line.placeOfService?.code !== whole.placeOfService?.code;
        if (!isPart || elsewhere || !bothStand(whole, line)) continue;
        const edited = data.edits?.pair(code, own, date) !== undefined && sameNcciProvider(whole, line);
        if (edited && bypassingModifiers(line, 2).length === 0) continue;
        const slots = { part: modifier ? `${own}-${modifier}` : own, date: line.serviceFrom, whole: code };
        report(line, "procedure", slots, { related: [{ line: whole, at: "procedure", label: "the whole test" }] });
      }
    }
  },

  examples: {
    data: { fees: { "71046": { pctc: "1" }, "93000": { pctc: "4" } } },
    passes: [[{ procedure_code: "93005" }, { procedure_code: "93010", line_number: "2" }]],
    finds: [
      [{ procedure_code: "93000" }, { procedure_code: "93010", line_number: "2" }],
      [
        { procedure_code: "71046" },
        { procedure_code: "71046", modifier_1: "26", claim_id: "B", rendering_npi: "2123456784" },
      ],
    ],
  },
});
