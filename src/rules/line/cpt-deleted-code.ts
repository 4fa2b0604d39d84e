import { deletedCode } from "../../codes/cpt-changes.ts";
import { lineRule } from "../../contract/rule.ts";
import { daysOf } from "../../model/claim.ts";
import { formatDate } from "../../model/dates.ts";

export default lineRule({
  id: "cpt-deleted-code",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "Procedure code was deleted before the date of service",
  why: "The date of service decides which codes exist; a deleted code is denied as invalid.",
  fix: "Choose from the codes named, by the record: the new codes are cut differently and the level may change.",
  repair: "never",
  sources: [
    "CPT, appendix B of the yearly editions (additions, deletions, revisions)",
    "CMS, National Physician Fee Schedule relative value file, October 2025",
  ],
  doubt:
    "Holds the well-known deletions only. COVID-19 vaccine administration (0001A–0174A) ended 2023-10-31 by the AMA's " +
    "list; the NCCI tables carry it to 2023-12-31.",
  denial: { carc: ["CO-181", "CO-16"], rarc: ["M51", "N56"] },

  needs: ["procedure", "serviceFrom"],
  procedures: (code) => deletedCode(code.code) !== undefined,
  message: "{code} was deleted after {last}; for {dos} see {successor}",

  check(line, { report }) {
    const deleted = deletedCode(line.procedure.code);
    if (deleted === undefined || daysOf(line.serviceFrom) <= deleted.lastValid) return;
    const last = formatDate(deleted.lastValid);
    report("procedure", {
      code: line.procedure.code,
      last,
      dos: line.serviceFrom,
      successor: deleted.successor,
    });
  },

  examples: {
    passes: [
      { procedure_code: "99201", service_from: "2020-12-31" },
      { procedure_code: "99221", service_from: "2026-01-05" },
      { procedure_code: "99441", service_from: "2024-12-31" },
    ],
    finds: [
      { procedure_code: "99201", service_from: "2026-03-01" },
      { procedure_code: "99218", service_from: "2024-01-05" },
      { procedure_code: "99441", service_from: "2025-01-01" },
    ],
  },
});
