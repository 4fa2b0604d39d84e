import { valueRule } from "../../contract/rule.ts";

/** The example of CMS's check-digit paper, and the filled-up numbers whose check digit holds by chance. */
const PLACEHOLDERS: ReadonlySet<string> = new Set(["1234567893", "1000000004", "2000000002"]);

export default valueRule({
  id: "npi-placeholder",
  severity: "warning",
  tier: "T1",
  since: "0.1.0",
  summary: "NPI from an example or a template, not a provider's",
  why: "The number passes the check digit but belongs to nobody; the payer cannot identify the provider.",
  fix: "Put in the provider's own NPI; look for the template that left the example behind.",
  repair: "never",
  sources: ["CMS, Requirements for National Provider Identifier (NPI) check digit: its worked example"],
  denial: { carc: ["CO-16"], rarc: ["N290", "N286"] },

  on: ["renderingNpi", "billingNpi", "referringNpi", "orderingNpi", "supervisingNpi", "facilityNpi"],
  message: "NPI {npi} is an example number, not a provider's",

  check(value, { report }) {
    if (value.ok && PLACEHOLDERS.has(value.npi)) report({ npi: value });
  },

  examples: {
    passes: [{ rendering_npi: "1245319599" }, { rendering_npi: "1111111111" }, { billing_npi: "9999999999" }],
    finds: [{ rendering_npi: "1234567893" }, { billing_npi: "1000000004" }],
  },
  notes: `A repeated digit never gets here: \`1111111111\` and \`2222222222\` fail the check digit (\`npi-luhn\`), the others the
form (\`npi-format\`). The same NPI as billing and rendering provider is normal for a solo practice and not flagged.`,
});
