import { needsOrder } from "../../codes/ordered-services.ts";
import { lineRule } from "../../contract/rule.ts";
import { modifierSlot } from "../../model/claim.ts";

export default lineRule({
  id: "referring-provider-required",
  severity: "warning",
  tier: "T2",
  since: "0.1.0",
  summary: "Ordered service for Medicare without the provider who ordered it",
  why: "Medicare denies laboratory tests, imaging and equipment that do not name an enrolled ordering or referring provider.",
  fix: "Add the individual who ordered the service (DK) or referred the patient (DN); for tests ordered in one's own office, oneself.",
  repair: "never",
  sources: [
    "Medicare Claims Processing Manual, chapter 26, section 10.4, items 17 and 17b",
    "Affordable Care Act, section 6405; 42 CFR 424.507",
    "CMS MLN Matters SE1305",
  ],
  denial: { carc: ["CO-16"], rarc: ["N264", "N265", "N285", "N286"] },
  payers: ["medicare"],
  forms: ["professional"],

  needs: ["procedure"],
  reads: ["referringNpi", "orderingNpi", "modifiers"],
  columns: ["referringNpi"],
  procedures: needsOrder,
  message: "{code} names no ordering or referring provider",

  check(line, { report }) {
    if (line.payerKind !== "medicare" || line.referringNpi || line.orderingNpi) return;
    // The edits look at the technical part; contractors differ on a reading alone.
    if (modifierSlot(line, "26") >= 0) return;
    report("referringNpi", { code: line.procedure.code });
  },

  examples: {
    passes: [
      { procedure_code: "80053", referring_npi: "1245319599", $payer: "medicare" },
      { procedure_code: "99213", referring_npi: "", $payer: "medicare" },
      { procedure_code: "77067", referring_npi: "", $payer: "medicare" },
    ],
    finds: [
      { procedure_code: "80053", referring_npi: "", $payer: "medicare" },
      { procedure_code: "E0601", referring_npi: "", $payer: "medicare" },
    ],
    skips: [{ procedure_code: "80053", $payer: "medicare" }],
  },
  notes: `Only where the file has a column for the referring provider, and only for payers known to be Medicare. Not flagged:
readings (26), screening mammography, imaging guidance, anatomic pathology, supplies, visits.`,
});
