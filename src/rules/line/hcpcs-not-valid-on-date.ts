import { deletedCode, firstValidDate } from "../../codes/cpt-changes.ts";
import { lineRule } from "../../contract/rule.ts";
import hcpcs from "../../datasets/hcpcs.ts";
import { daysOf } from "../../model/claim.ts";
import { formatDate } from "../../model/dates.ts";

export default lineRule({
  id: "hcpcs-not-valid-on-date",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "HCPCS code was not in force on the date of service",
  why: "The date of service decides which codes exist; a code that had ended, or was still to come, is denied as invalid.",
  fix: "Take the code that was in force on the date; the one named, where the record fits it.",
  repair: "never",
  sources: [
    "CMS, Alpha-Numeric HCPCS file: add date, termination date (the last day in force), cross references",
    "45 CFR 162.1002",
  ],
  denial: { carc: ["CO-181", "CO-16"], rarc: ["M20"] },
  data: { codes: hcpcs },

  needs: ["procedure", "serviceFrom"],
  // The built-in dates of cpt-deleted-code and cpt-not-yet-effective hold a few HCPCS codes as well.
  procedures: ({ system, code }) =>
    system === "HCPCS" && deletedCode(code) === undefined && firstValidDate(code) === undefined,
  message: "{code} {validity}, not on {dos}{successors}",

  check(line, { data, report }) {
    const { code } = line.procedure;
    const { status, from, to } = data.codes.statusOn(code, daysOf(line.serviceFrom));
    const successors = data.codes.successors(code);
    if (status === "early" && from !== undefined) {
      report("procedure", {
        code,
        validity: `is valid from ${formatDate(from)}`,
        dos: line.serviceFrom,
        successors: "",
      });
    } else if (status === "ended" && to !== undefined) {
      report("procedure", {
        code,
        validity: `was valid until ${formatDate(to)}`,
        dos: line.serviceFrom,
        successors: successors.length === 0 ? "" : `; see ${successors.join(", ")}`,
      });
    }
  },

  examples: {
    data: {
      codes: {
        K0901: { added: "2010-01-01", terminated: "2024-12-31", successors: ["L1851"] },
        Q5199: { added: "2026-04-01" },
        E0601: { added: "1990-01-01" },
      },
    },
    passes: [
      { procedure_code: "K0901", service_from: "2024-12-31" },
      { procedure_code: "Q5199", service_from: "2026-04-01" },
      { procedure_code: "E0601" },
      { procedure_code: "E9999" },
      { procedure_code: "99213" },
    ],
    finds: [
      { procedure_code: "K0901", service_from: "2025-01-01" },
      { procedure_code: "Q5199", service_from: "2026-03-31" },
    ],
  },
});
