import { isScientificNotation } from "../../codes/spreadsheet.ts";
import { valueRule } from "../../contract/rule.ts";

/** Prefixes that the IRS has not given out (its list "How EINs are assigned and valid EIN prefixes"). */
const UNUSED_PREFIXES: ReadonlySet<string> = new Set("00 07 08 09 17 18 19 28 29 49 69 70 78 79 89 96 97".split(" "));

export default valueRule({
  id: "ein-format",
  severity: "warning",
  tier: "T3",
  since: "0.1.0",
  summary: "Tax id is not nine digits, or has a prefix that the IRS does not use",
  why: "The payer matches the billing provider by NPI and tax id, and rejects a claim when they do not agree.",
  fix: "Compare with the provider's W-9; a leading zero is often lost in a spreadsheet.",
  repair: "suggest",
  sources: [
    "IRS, How EINs are assigned and valid EIN prefixes",
    "ASC X12N 837P (005010X222A1), 2010AA REF*EI and REF*SY",
  ],
  doubt: "The IRS adds prefixes now and then; a finding on the prefix alone is advisory.",
  denial: { carc: ["CO-16"], rarc: ["N209"] },

  on: ["taxId"],
  message: "Tax id {id} {problem}",

  check(value, { report }) {
    const text = value.trimmed.replace(/^(\d+)\.0+$/, "$1");
    // A masked number was made unreadable on purpose.
    if (/[*#]|x{2}/i.test(text) || isScientificNotation(text)) return;
    const digits = text.replace(/[\s-]/g, "");
    if (/^\d{8}$/.test(digits)) {
      const suggestion = { safe: false, replacement: `0${digits}` };
      report({ id: value, problem: "has eight digits; a leading zero may be lost" }, { suggestion });
    } else if (!/^\d{9}$/.test(digits)) report({ id: value, problem: "is not nine digits" });
    else if (/^(\d)\1{8}$/.test(digits)) report({ id: value, problem: "is one digit nine times" });
    // Without the hyphen of an EIN the number may be a social security number, which starts with anything.
    else if (/^\d{2}-\d{7}$/.test(text) && UNUSED_PREFIXES.has(text.slice(0, 2)))
      report({ id: value, problem: "starts with a prefix that the IRS has not given out" }, { severity: "info" });
  },

  examples: {
    passes: [
      { tax_id: "12-3456789" },
      { tax_id: "061234567" },
      { tax_id: "001-23-4567" },
      { tax_id: "007123456" },
      { tax_id: "XXX-XX-6789" },
    ],
    finds: [{ tax_id: "1234567" }, { tax_id: "00-1234567" }, { tax_id: "61234567" }, { tax_id: "999999999" }],
  },
});
