import { isMangledDate } from "../../codes/spreadsheet.ts";
import { valueRule } from "../../contract/rule.ts";

/** What people write in place of a code. A proposal only: the words do not tell an office from a hospital's clinic. */
const WORDS: Readonly<Record<string, string>> = { office: "11", home: "12", telehealth: "02" };

function proposal(code: string): string | undefined {
  const word = WORDS[code.toLowerCase()];
  if (word !== undefined) return word;
  if (/^[1-9]$/.test(code)) return `0${code}`;
  return /^0?(\d\d)(?: ?[-–:] ?\D.*)?$/.exec(code)?.[1];
}

export default valueRule({
  id: "pos-format",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "Place of service is not two digits",
  why: "Payers know the places by two digits; anything else is rejected.",
  fix: "Take the place from the record. A single digit is not safe to pad: 2 would be telehealth, and 22 may be meant.",
  repair: "suggest",
  sources: ["CMS, Place of Service Code Set", "ASC X12N 837P (005010X222A1), 2300 CLM05-1 and 2400 SV105"],
  denial: { carc: ["CO-16"], rarc: ["M77"] },
  forms: ["professional", "dental"],

  on: ["placeOfService"],
  message: 'Place of service "{raw}" is not two digits',

  check(value, { report }) {
    // `11.0` is code-decimal-artifact, `2-Jan` file-date-mangled-code.
    if (value.ok || /^\d+\.0+$/.test(value.code) || isMangledDate(value.text)) return;
    const replacement = proposal(value.code);
    report({ raw: value.text }, replacement === undefined ? undefined : { suggestion: { safe: false, replacement } });
  },

  examples: {
    passes: [
      { place_of_service: "11" },
      { place_of_service: "02" },
      { place_of_service: "" },
      { place_of_service: "11.0" },
      { place_of_service: "Office", type_of_bill: "131" },
    ],
    finds: [{ place_of_service: "Office" }, { place_of_service: "2" }, { place_of_service: "11 - Office" }],
  },
});
