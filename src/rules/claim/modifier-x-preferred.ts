import { ANATOMIC_MODIFIERS } from "../../codes/modifier.ts";
import { claimRule, type LineView } from "../../contract/rule.ts";
import { daysOf, modifierCodes, modifierSlot } from "../../model/claim.ts";
import { day } from "../../model/dates.ts";

type Line = LineView<"procedure" | "serviceFrom", "modifiers" | "renderingNpi" | "placeOfService">;

/** CMS change request 8863. */
const SINCE = day("2015-01-01");

const places = (line: Line): string =>
  modifierCodes(line)
    .filter((code) => ANATOMIC_MODIFIERS.has(code))
    .toSorted()
    .join(" ");

/** What the two lines of one code show, and so which X modifier says it. */
function specific(line: Line, other: Line): readonly [modifier: string, evidence: string] | undefined {
  const [here, there] = [places(line), places(other)];
  if (here !== "" && there !== "" && here !== there) return ["XS", `the lines are for ${here} and ${there}`];
  const [npi, otherNpi] = [line.renderingNpi, other.renderingNpi];
  if (npi?.ok && otherNpi?.ok && npi.npi !== otherNpi.npi) return ["XP", "the lines have different providers"];
  const [place, otherPlace] = [line.placeOfService, other.placeOfService];
  if (place?.ok && otherPlace?.ok && place.code !== otherPlace.code) return ["XE", "the lines have different places"];
  return undefined;
}

export default claimRule({
  id: "modifier-x-preferred",
  severity: "info",
  tier: "T3",
  since: "0.1.0",
  summary: "Modifier 59 where the claim shows which of XE, XP, XS it is",
  why: "Medicare wants the more specific modifier wherever it is known; 59 draws reviews.",
  fix: "Replace 59 by the X modifier if the record agrees; never send both.",
  repair: "never",
  sources: ["CMS change request 8863", "NCCI Policy Manual, chapter I, section E"],
  payers: ["medicare"],
  forms: ["professional", "institutional"],

  needs: ["procedure", "serviceFrom"],
  reads: ["modifiers", "renderingNpi", "placeOfService"],
  message: "59 on {code}: {modifier} may be the more specific one, {evidence}",

  check({ lines }, { report }) {
    for (const line of lines) {
      const slot = modifierSlot(line, "59");
      // Other payers are not known to read the X modifiers.
      if (slot < 0 || line.payerKind !== "medicare" || daysOf(line.serviceFrom) < SINCE) continue;
      const same = lines.filter((other) => other.procedure.code === line.procedure.code && other !== line);
      const onDay = same.filter((other) => other.serviceFrom.days === line.serviceFrom.days);
      const found = onDay
        .map((other) => ({ other, hint: specific(line, other) }))
        .find(({ hint }) => hint !== undefined);
      if (found?.hint === undefined) continue;
      const [modifier, evidence] = found.hint;
      const related = [{ line: found.other, at: "procedure", label: "the other line" }] as const;
      report(line, ["modifiers", slot], { code: line.procedure.code, modifier, evidence }, { related });
    }
  },

  examples: {
    passes: [
      { procedure_code: "11720", modifier_1: "59", $payer: "medicare" },
      [
        { procedure_code: "20610", modifier_1: "RT", $payer: "commercial" },
        { procedure_code: "20610", modifier_1: "LT", modifier_2: "59", line_number: "2" },
      ],
    ],
    finds: [
      [
        { procedure_code: "20610", modifier_1: "RT", $payer: "medicare" },
        { procedure_code: "20610", modifier_1: "LT", modifier_2: "59", line_number: "2" },
      ],
    ],
  },
  notes:
    "Only two lines of one code are compared: what 59 separates from another code is not known without the NCCI table.",
});
