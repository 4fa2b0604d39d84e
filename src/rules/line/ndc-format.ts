import { isHyphenatedNdc, NDC_UNITS, ndcCandidates, normaliseNdc } from "../../codes/ndc.ts";
import { isScientificNotation } from "../../codes/spreadsheet.ts";
import { lineRule } from "../../contract/rule.ts";
import { daysOf } from "../../model/claim.ts";
import { day } from "../../model/dates.ts";
import type { ProcedureCode } from "../../model/values.ts";

const TWELVE_DIGITS_FROM = day("2033-03-07");
/** Supplies are billed to some payers with the twelve-digit number of their bar code (UPC) in place of an NDC. */
const isSupply = (code: ProcedureCode | undefined) => /^[ABEKL]\d{4}$/.test(code?.code ?? "");

export default lineRule({
  id: "ndc-format",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "Drug code (NDC), its unit or its quantity cannot stand on a claim",
  why: "Claims carry the NDC as eleven digits (5-4-2) without hyphens, with a unit and a quantity; else the drug line is rejected.",
  fix: "Take the number from the package: a short part gets a zero in front (4-4-2, 5-3-2 and 5-4-1 become 5-4-2).",
  repair: "suggest",
  sources: [
    "ASC X12N 837P (005010X222A1), 2410 LIN03 and CTP04, CTP05",
    "45 CFR 162.1002 (NDC in claims); 21 CFR part 207; 91 FR 10749 (twelve digits from 2033-03-07)",
  ],
  denial: { carc: ["CO-16"], rarc: ["M119"] },

  needs: ["ndc", "serviceFrom"],
  reads: ["procedure", "ndcUnit", "ndcQuantity"],
  message: '{what} "{text}" {problem}{more}',

  check({ ndc, serviceFrom, procedure, ndcUnit, ndcQuantity }, { report }) {
    const say = (problem: string, more = "") => report("ndc", { what: "NDC", text: ndc.text, problem, more });
    const reading = normaliseNdc(ndc.trimmed);
    if (reading.ok) {
      // A unit and a quantity behind the number would be lost.
      const suggestion = { safe: /^(N4\s*)?[\d-]+$/i.test(ndc.trimmed), replacement: reading.ndc };
      const hyphens = (problem: string, severity: "warning" | "info") =>
        report("ndc", { what: "NDC", text: ndc.text, problem, more: "" }, { severity, suggestion });
      if (/^0+$/.test(reading.ndc)) say("is all zeros");
      else if (/^99999-?9999/.test(ndc.trimmed)) say("is a filler; a claim names the NDC of each ingredient");
      else if (isHyphenatedNdc(ndc.trimmed) && /\d{5}-\d{4}-\d{2}$/.test(ndc.trimmed))
        hyphens(`is billed without hyphens: ${reading.ndc}`, "info");
      else if (isHyphenatedNdc(ndc.trimmed)) hyphens(`is billed as eleven digits: ${reading.ndc}`, "warning");
    } else if (reading.reason === "ambiguous")
      say("has ten digits, a zero is missing", `: ${ndcCandidates(ndc.trimmed).join(", ")}`);
    else if (reading.reason === "twelve-digit") {
      if (!isSupply(procedure) && daysOf(serviceFrom) < TWELVE_DIGITS_FROM)
        say("has twelve digits; claims carry eleven until 2033-03-07");
    } else if (!isSupply(procedure) && !isScientificNotation(ndc.trimmed)) say("is not eleven digits");

    const unit = ndcUnit?.trimmed.toUpperCase();
    if (ndcUnit && unit && !NDC_UNITS.has(/^([A-Z]\w)[\d.]*$/.exec(unit)?.[1] ?? unit))
      report("ndcUnit", {
        what: "NDC unit",
        text: ndcUnit.text,
        problem: "is none of F2, GR, ME, ML and UN",
        more: "",
      });
    if (ndcQuantity?.thousandths !== undefined && ndcQuantity.thousandths <= 0)
      report("ndcQuantity", { what: "NDC quantity", text: ndcQuantity.text, problem: "is not above zero", more: "" });
  },

  examples: {
    passes: [
      { procedure_code: "J9035", ndc: "50242004062", ndc_unit: "ML", ndc_quantity: "4" },
      { procedure_code: "J1650", ndc: "N400024590010", ndc_unit: "ml", ndc_quantity: "0.4" },
      { procedure_code: "A4253", ndc: "885370000123" },
      { procedure_code: "99213", ndc: "" },
    ],
    finds: [
      { procedure_code: "J9035", ndc: "5024204062" },
      { procedure_code: "J9035", ndc: "50242-040-62" },
      { procedure_code: "J9035", ndc: "50242004062", ndc_unit: "MG" },
      { procedure_code: "J9035", ndc: "50242004062", ndc_unit: "ML", ndc_quantity: "0" },
    ],
  },
  notes:
    "A hyphenated number is converted without doubt (advisory if only the hyphens have to go). Twelve digits are " +
    "accepted on supplies, where they are a bar code. A missing NDC is `drug-needs-ndc`.",
});
