import { isVisit } from "../../codes/ncci.ts";
import { claimRule } from "../../contract/rule.ts";
import mpfs from "../../datasets/mpfs.ts";
import { daysOf, modifierCodes } from "../../model/claim.ts";

/** The biller knows that it is not covered, or has given the patient notice. */
const NOTICED = new Set(["GY", "GX", "GA", "GZ"]);

/** Not X and E, which other schedules pay (laboratory, drugs, ambulance), nor P, which is paid to suppliers. */
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
    "Medicare physician fee schedule: status codes",
    "Medicare Claims Processing Manual, chapter 12, section 20.3",
  ],
  denial: { carc: ["CO-97", "CO-96", "CO-16"], rarc: ["N425", "M51"] },
  payers: ["medicare"],
  forms: ["professional"],
  data: { fees: mpfs },

  needs: ["procedure", "serviceFrom"],
  reads: ["modifiers", "charge"],
  // Category II and the codes of other payers have rules of their own.
  procedures: (code) => code.category !== "II" && !/^[HST]/.test(code.code),
  message: "{code} has status {status} in the Medicare fee schedule: {meaning}",

  check({ lines }, { data, report }) {
    const statusOf = ({ procedure, serviceFrom }: (typeof lines)[number]) =>
      data.fees.on(procedure.code, daysOf(serviceFrom))?.status;
    for (const line of lines) {
      if (line.payerKind !== "medicare" || line.charge?.cents === 0) continue;
      if (modifierCodes(line).some((modifier) => NOTICED.has(modifier))) continue;
      const status = statusOf(line) ?? "";
      const { code } = line.procedure;
      const meaning = MEANING[status];
      // So have visits: consultations, preventive, prolonged and telemedicine ones.
      if (meaning !== undefined && !isVisit(line.procedure)) report(line, "procedure", { code, status, meaning });
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
        "94760": { status: "T" },
        A9270: { status: "N" },
        "80053": { status: "X" },
        "99213": {},
      },
    },
    passes: [
      { procedure_code: "A9270", modifier_1: "GY", $payer: "medicare" },
      { procedure_code: "80053", $payer: "medicare" },
      { procedure_code: "94760", $payer: "medicare" },
      { procedure_code: "99080", charge: "0.00", $payer: "medicare" },
    ],
    finds: [
      { procedure_code: "99080", $payer: "medicare" },
      [{ procedure_code: "94760", $payer: "medicare" }, { line_number: "2" }],
    ],
    skips: [{ procedure_code: "99080", service_from: "" }],
  },
});
