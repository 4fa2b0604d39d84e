import { meantModifiers } from "../../codes/modifier.ts";
import { lineRule } from "../../contract/rule.ts";
import { modifierCodes, modifierSlot } from "../../model/claim.ts";

/** Medicare returns GX beside these; GX with GY or TS is right. GA with GZ and GY with either is modifier-conflict. */
const NOT_WITH_GX = ["EY", "GA", "GL", "GZ"];
/** What a notice under fee-for-service Medicare is about. GY stands on claims that must be denied before another payer pays. */
const NOTICES = ["GA", "GX", "GZ"];

export default lineRule({
  id: "abn-modifier-conflict",
  severity: "warning",
  tier: "T2",
  since: "0.1.0",
  summary: "Liability-notice modifier that contradicts another one, or the payer",
  why: "GA, GX, GY and GZ decide whether patient or provider pays after a denial; Medicare returns contradictions.",
  fix: "Look at the notice on file: required and signed GA, voluntary GX, excluded by law GY, none although needed GZ.",
  repair: "never",
  sources: [
    "Medicare Claims Processing Manual, chapter 30, section 50",
    "CMS change request 6563 (GX with EY, GA, GL or GZ is returned)",
  ],
  doubt: "A Medicare Advantage plan may take these modifiers from its providers; therefore information only.",
  denial: { carc: ["CO-50", "CO-96", "CO-4"], rarc: ["N425"] },

  needs: ["procedure", "modifiers"],
  reads: ["payer", "responsibility"],
  message: "{modifier} on {code}: {reason}",

  check(line, { report }) {
    const codes = meantModifiers(modifierCodes(line), line.procedure);
    const { code } = line.procedure;
    const other = codes.includes("GX") ? codes.find((modifier) => NOT_WITH_GX.includes(modifier)) : undefined;
    if (other !== undefined) {
      const reason = `the notice was voluntary, which excludes ${other}`;
      report(["modifiers", modifierSlot(line, "GX")], { modifier: "GX", code, reason });
    }
    if (line.payerKind !== "commercial" && line.payerKind !== "medicaid") return;
    // A secondary payer gets the line as Medicare saw it; a plan with Medicare in its name is Medicare Advantage.
    const primary = line.responsibility === undefined || /^(?:p|1|primary)$/i.test(line.responsibility.trimmed);
    if (!primary || /medicare|advantage/i.test(line.payer?.trimmed ?? "")) return;
    const notice = codes.find((modifier) => NOTICES.includes(modifier));
    if (notice === undefined) return;
    const reason = "it reports a notice of fee-for-service Medicare, and the payer is another";
    report(["modifiers", modifierSlot(line, notice)], { modifier: notice, code, reason }, { severity: "info" });
  },

  examples: {
    passes: [
      { procedure_code: "A9270", modifier_1: "GY", modifier_2: "GX", $payer: "medicare" },
      { procedure_code: "82306", modifier_1: "GA", $payer: "medicare" },
      { procedure_code: "97110", modifier_1: "GA", payer: "Aetna", payer_responsibility: "S" },
      { procedure_code: "97110", modifier_1: "GA", payer: "Aetna Medicare Advantage" },
    ],
    finds: [
      { procedure_code: "97110", modifier_1: "GA", payer: "Aetna PPO" },
      { procedure_code: "82306", modifier_1: "GX", modifier_2: "GA", $payer: "medicare" },
    ],
    skips: [{ procedure_code: "82306", modifier_1: "" }],
  },
  notes:
    "Not flagged: GX without GY and A9270 without GY, which Medicare denies as asked without an error in the claim.",
});
