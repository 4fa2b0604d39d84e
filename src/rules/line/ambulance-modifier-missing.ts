import { isAmbulancePair } from "../../codes/modifier.ts";
import { lineRule } from "../../contract/rule.ts";
import { modifierCodes, modifiersReadable } from "../../model/claim.ts";

/** Transports and their mileage. Not A0998 (no transport), not the waiting time and supplies. */
const TRANSPORT = /^A04(?:2[5-9]|3[0-6])$/;

/** The patient died after the ambulance was called: there is no destination. */
const NO_DESTINATION = "QL";

export default lineRule({
  id: "ambulance-modifier-missing",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "Ambulance line without its origin and destination",
  why: "Payers decide coverage by the trip; a transport or mileage line without both letters is denied.",
  fix: "Add the two letters of the trip from the run report, first the origin, then the destination (RH: residence to hospital).",
  repair: "never",
  sources: ["Medicare Claims Processing Manual, chapter 15, section 30.A"],
  doubt: "Medicaid programs and some plans have letters of their own; the finding is a warning for them.",
  denial: { carc: ["CO-4", "CO-16"], rarc: ["N53"] },

  needs: ["procedure"],
  reads: ["modifiers"],
  columns: ["modifiers"],
  procedures: (code) => TRANSPORT.test(code.code),
  message: "{code} has no origin and destination modifier (two letters, such as RH)",

  check(line, { report }) {
    if (!modifiersReadable(line)) return;
    if (modifierCodes(line).some((modifier) => modifier === NO_DESTINATION || isAmbulancePair(modifier))) return;
    const certain = line.payerKind === "medicare";
    report("procedure", { code: line.procedure.code }, { severity: certain ? "error" : "warning" });
  },

  examples: {
    passes: [
      { procedure_code: "A0429", modifier_1: "RH" },
      { procedure_code: "A0425", modifier_1: "QN", modifier_2: "SH", units: "12.4" },
      { procedure_code: "A0427", modifier_1: "QL" },
    ],
    finds: [
      { procedure_code: "A0429", $payer: "medicare" },
      { procedure_code: "A0425", modifier_1: "GM", units: "12.4" },
    ],
  },
});
