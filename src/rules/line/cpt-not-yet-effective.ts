import { firstValidDate } from "../../codes/cpt-changes.ts";
import { lineRule } from "../../contract/rule.ts";
import { daysOf } from "../../model/claim.ts";
import { formatDate } from "../../model/dates.ts";

export default lineRule({
  id: "cpt-not-yet-effective",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "Procedure code did not exist yet on the date of service",
  why: "The date of service decides which codes exist; a code used before its first day is denied as invalid.",
  fix: "Check the date of service, or use the code that was valid then.",
  repair: "never",
  sources: [
    "CPT, appendix B of the yearly editions",
    "CMS, National Physician Fee Schedule relative value file, October 2025",
  ],
  doubt: "Holds the well-known additions only; a CPT or fee schedule file for the date knows the rest.",
  denial: { carc: ["CO-181"] },

  needs: ["procedure", "serviceFrom"],
  procedures: (code) => firstValidDate(code.code) !== undefined,
  message: "{code} is valid from {first}, after the date of service {dos}",

  check(line, { report }) {
    const first = firstValidDate(line.procedure.code);
    if (first === undefined || daysOf(line.serviceFrom) >= first) return;
    report("procedure", { code: line.procedure.code, first: formatDate(first), dos: line.serviceFrom });
  },

  examples: {
    passes: [
      { procedure_code: "98005", service_from: "2025-01-02" },
      { procedure_code: "99470", service_from: "2026-02-01" },
      { procedure_code: "90480", service_from: "2023-09-11" },
    ],
    finds: [
      { procedure_code: "98005", service_from: "2024-12-20" },
      { procedure_code: "99470", service_from: "2025-10-01" },
      { procedure_code: "90480", service_from: "2023-09-10" },
    ],
  },
});
