import { isLaboratory, isRadiology } from "../../codes/cpt.ts";
import { lineRule } from "../../contract/rule.ts";
import { modifierCodes } from "../../model/claim.ts";

export default lineRule({
  id: "date-after-death",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "Service after the patient's death",
  why: "The payer denies services after the date of death, and may look at the provider's other claims.",
  fix: "Verify the patient, the date of service and the date of death.",
  repair: "never",
  sources: [
    "CARC 13 (the date of death precedes the date of service)",
    "MLN Matters SE17023: date of service of readings",
  ],
  denial: { carc: ["CO-13"] },

  needs: ["serviceFrom", "dateOfDeath"],
  reads: ["procedure", "modifiers"],
  message: "Service on {dos} is after the patient's death on {death}",

  check(line, { report }) {
    const { serviceFrom, dateOfDeath, procedure } = line;
    if (serviceFrom.days! <= dateOfDeath.days!) return;
    const modifiers = modifierCodes(line);
    // PM: post mortem; QL: pronounced dead after the ambulance was called.
    if (modifiers.includes("PM") || modifiers.includes("QL")) return;
    const postMortem = procedure?.ok && procedure.number >= 88000 && procedure.number <= 88099;
    if (postMortem) return;
    const reading = procedure?.ok && (isLaboratory(procedure) || (isRadiology(procedure) && modifiers.includes("26")));
    report("serviceFrom", { dos: serviceFrom, death: dateOfDeath }, reading ? { severity: "warning" } : undefined);
  },

  examples: {
    passes: [
      { service_from: "2026-03-02", date_of_death: "2026-03-02" },
      { service_from: "2026-03-02", date_of_death: "" },
      { service_from: "2026-03-04", date_of_death: "2026-03-02", procedure_code: "88020" },
      { service_from: "2026-03-03", date_of_death: "2026-03-02", procedure_code: "A0429", modifier_1: "QL" },
    ],
    finds: [
      { service_from: "2026-03-04", date_of_death: "2026-03-02" },
      { service_from: "2026-03-03", date_of_death: "2026-03-02", procedure_code: "97110" },
      { service_from: "2026-03-03", date_of_death: "2026-03-02", procedure_code: "88305", modifier_1: "26" },
    ],
  },
  notes: `Not flagged: post-mortem examinations (88000–88099), PM and QL. Laboratory services and professional readings
(26) are a warning only: the day of the reading may follow the death.`,
});
