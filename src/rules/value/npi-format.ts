import { isScientificNotation } from "../../codes/spreadsheet.ts";
import { valueRule } from "../../contract/rule.ts";

export default valueRule({
  id: "npi-format",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "NPI is not ten digits that start with 1 or 2",
  why: "No provider has such a number; the payer rejects the whole claim.",
  fix: "Look the provider up in NPPES. A tax id, a license number or a legacy number in the column is no NPI.",
  repair: "never",
  sources: ["45 CFR 162.406", "NPI final rule, 69 FR 3434 (2004-01-23)"],
  denial: { carc: ["CO-16"], rarc: ["N290", "N257", "N286", "N265", "N293", "N297"] },

  on: ["renderingNpi", "billingNpi", "referringNpi", "orderingNpi", "supervisingNpi", "facilityNpi"],
  message: "NPI {npi} is not ten digits starting with 1 or 2",

  check(value, { report }) {
    if (!value.shaped && !isScientificNotation(value.text)) report({ npi: value });
  },

  examples: {
    passes: [
      { rendering_npi: "1245319599" },
      { rendering_npi: "2543210985" },
      { billing_npi: "1003000126.0" },
      { billing_npi: "" },
      { rendering_npi: "1234567890" },
      { rendering_npi: "1.24532E+09" },
    ],
    finds: [{ rendering_npi: "123456789" }, { billing_npi: "3234567893" }, { referring_npi: "12453195990" }],
  },
  notes: `White space and the \`.0\` of a spreadsheet's number are dropped first. An NPI of the right form whose check digit
fails is \`npi-luhn\`; one in scientific notation is \`file-scientific-notation\`. De-identified research files (SynPUF)
carry numbers that are no NPIs: switch the rule off for them.`,
});
