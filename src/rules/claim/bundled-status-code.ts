import { isPreventiveVisit } from "../../codes/cpt.ts";
import { isVisit } from "../../codes/ncci.ts";
import { claimRule } from "../../contract/rule.ts";
import mpfs from "../../datasets/mpfs.ts";
import { daysOf, modifierCodes } from "../../model/claim.ts";

/** The biller knows that it is not covered, or has given the patient notice. */
const NOTICED = new Set(["GY", "GX", "GA", "GZ"]);

/**
 * X and E are left out: they are paid under other schedules (laboratory, drugs, ambulance); so is P, paid to suppliers.
 */
const MEANING: Readonly<Record<string, string>> = {
  B: "Medicare pays it with other services, never apart",
  I: "Medicare wants another code for it",
  N: "Medicare does not cover it",
};

export default claimRule({
  id: "bundled-status-code",
  severity: "warning",
  tier: "T2",
  since: "0.1.0",
  summary: "Code that Medicare does not pay, by its status in the fee schedule",
  why: "The status of a code in the fee schedule says whether Medicare pays it: bundled (B), other code (I), not covered (N), only alone (T).",
  fix: "B: do not bill it apart. I: look for the code Medicare takes. N: add GY if the patient or a second payer is to be billed.",
  repair: "never",
  sources: [
    "Medicare physician fee schedule, record layout: status codes",
    "Medicare Claims Processing Manual, chapter 12, section 20.3",
  ],
  denial: { carc: ["CO-97", "CO-96", "CO-16"], rarc: ["N425", "M51"] },
  payers: ["medicare"],
  forms: ["professional"],
  data: { fees: mpfs },

  needs: ["procedure", "serviceFrom"],
  reads: ["modifiers", "charge"],
  // Visits have rules of their own (consultations, preventive, prolonged and telemedicine visits), Category II codes too.
  procedures: (code) =>
    code.category !== "II" && !isVisit(code) && !isPreventiveVisit(code) && !/^[HST]/.test(code.code),
  message: "{code} has status {status} in the Medicare fee schedule: {meaning}",

  check({ lines }, { data, report }) {
    const statusOf = (line: (typeof lines)[number]) =>
      data.fees.on(line.procedure.code, daysOf(line.serviceFrom))?.status;
    for (const line of lines) {
      if (line.payerKind !== "medicare" || line.charge?.cents === 0) continue;
      if (modifierCodes(line).some((modifier) => NOTICED.has(modifier))) continue;
      const status = statusOf(line) ?? "";
      const { code } = line.procedure;
      const meaning = MEANING[status];
      if (meaning !== undefined) report(line, "procedure", { code, status, meaning });
      const beside = lines.find((other) => other.serviceFrom.days === line.serviceFrom.days && statusOf(other) === "A");
      if (status !== "T" || beside === undefined) continue;
      const related = [{ line: beside, at: "procedure" as const, label: "paid instead" }];
      report(line, "procedure", { code, status, meaning: "paid only if nothing else is paid that day" }, { related });
    }
  },

  examples: {
    data: {
      fees: {
        "99080": { status: "B" },
        "36416": { status: "B" },
        "94760": { status: "T" },
        A9270: { status: "N" },
        "80053": { status: "X" },
        "94010": {},
      },
    },
    passes: [
      { procedure_code: "94010", $payer: "medicare" },
      { procedure_code: "A9270", modifier_1: "GY", $payer: "medicare" },
      { procedure_code: "80053", $payer: "medicare" },
      { procedure_code: "94760", $payer: "medicare" },
      { procedure_code: "99080", $payer: "commercial" },
      { procedure_code: "36416", charge: "0.00", $payer: "medicare" },
    ],
    finds: [
      { procedure_code: "99080", $payer: "medicare" },
      { procedure_code: "36416", $payer: "medicare" },
      { procedure_code: "A9270", $payer: "medicare" },
      [
        { procedure_code: "94760", $payer: "medicare" },
        { procedure_code: "94010", line_number: "2" },
      ],
    ],
    skips: [{ procedure_code: "99080", service_from: "" }],
  },
});
