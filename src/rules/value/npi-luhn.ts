import { valueRule } from "../../contract/rule.ts";

export default valueRule({
  id: "npi-luhn",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "NPI fails its check digit",
  why: "Payers reject the whole claim when an NPI fails its check digit.",
  fix: "Look the provider up in NPPES; do not just change the last digit.",
  repair: "never",
  sources: [
    "CMS, Requirements for National Provider Identifier (NPI) check digit (ISO/IEC 7812, prefix 80840)",
    "45 CFR 162.406",
  ],
  denial: { carc: ["CO-16"], rarc: ["N290", "N257", "N286"] },

  on: ["renderingNpi", "billingNpi", "referringNpi", "orderingNpi", "supervisingNpi", "facilityNpi"],
  message: "NPI {npi} fails the NPI check digit",

  check(value, { report }) {
    if (value.shaped && !value.checkDigitHolds) report({ npi: value });
  },

  examples: {
    passes: [{ rendering_npi: "1245319599" }, { billing_npi: "1003000126" }, { rendering_npi: "123456789" }],
    finds: [{ rendering_npi: "1234567890" }, { billing_npi: "1457398765" }],
  },
});
