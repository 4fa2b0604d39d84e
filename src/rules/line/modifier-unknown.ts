import { isAmbulancePair, lookalikeModifier, meantModifiers, modifierAbout } from "../../codes/modifier.ts";
import { optional } from "../../contract/dataset.ts";
import { lineRule } from "../../contract/rule.ts";
import hcpcs from "../../datasets/hcpcs.ts";
import { modifierCodes, modifierSlot } from "../../model/claim.ts";
import { day } from "../../model/dates.ts";

/** W, X, Y and Z were left to states and carriers, and workers' compensation and Medicaid programs still use them. */
const LOCAL = /^[WXYZ]/;

/** The built-in table is as of 2026; CMS adds modifiers every quarter. */
const BUILT_IN_UNTIL = day("2026-12-31");

export default lineRule({
  id: "modifier-unknown",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "Modifier does not exist",
  why: "The payer does not know the modifier and rejects the line.",
  fix: "Look it up in CPT appendix A and the HCPCS modifiers; if the payer has defined it itself, add it to the option `known`.",
  repair: "never",
  sources: ["CPT, appendix A (modifiers)", "CMS, Alpha-Numeric HCPCS File, modifier records"],
  denial: { carc: ["CO-4", "CO-16"], rarc: ["N823"] },
  options: {
    known: { type: "list", default: [], describe: "Modifiers that a payer of this practice has defined itself" },
  },
  data: { hcpcs: optional(hcpcs) },

  needs: ["modifiers"],
  reads: ["procedure", "serviceFrom"],
  message: "Modifier {modifier} does not exist{hint}",

  check(line, { data, options, report }) {
    const all = modifierCodes(line);
    // Without a readable procedure two letters may be an ambulance's way.
    const codes = line.procedure?.ok
      ? meantModifiers(all, line.procedure)
      : all.filter((code) => !isAmbulancePair(code));
    const date = line.serviceFrom?.days;
    for (const code of new Set(codes)) {
      if (modifierAbout(code) !== undefined || options.known.includes(code)) continue;
      if (data.hcpcs?.span(code) !== undefined) continue;
      const proven = date !== undefined && data.hcpcs?.modifierOn(code, date).status === "absent";
      const local = LOCAL.test(code) && line.payerKind !== "medicare";
      const doubtful = local || (!proven && (date ?? 0) > BUILT_IN_UNTIL);
      const meant = lookalikeModifier(code);
      report(
        ["modifiers", modifierSlot(line, code)],
        { modifier: code, hint: meant === undefined ? "" : `; is ${meant} meant?` },
        {
          severity: doubtful ? "warning" : "error",
          ...(meant !== undefined && { suggestion: { safe: false, replacement: meant } }),
        },
      );
    }
  },

  examples: {
    data: { hcpcs: { QW: {}, Q0: {} } },
    passes: [
      { procedure_code: "A0429", modifier_1: "RH" },
      { procedure_code: "00142", modifier_1: "QZ", modifier_2: "P3" },
      { procedure_code: "H0038", modifier_1: "U1", modifier_2: "HQ" },
      { procedure_code: "11042", modifier_1: "XS" },
      { modifier_1: "QZ", $options: '{"known":["QV"]}' },
    ],
    finds: [{ modifier_1: "98" }, { modifier_1: "ZZ", $payer: "medicare" }, { modifier_1: "RH" }],
    skips: [{ modifier_1: "" }],
  },
  notes: `Built in are the CPT modifiers and the HCPCS modifiers of 2026. With the \`hcpcs\` data set installed its modifiers
are known too. Modifiers in W, X, Y and Z, and dates of service after 2026 without that data set, are warnings.`,
});
