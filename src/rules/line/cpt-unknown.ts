import { deletedCode, firstValidDate } from "../../codes/cpt-changes.ts";
import { optional } from "../../contract/dataset.ts";
import { lineRule } from "../../contract/rule.ts";
import cptList from "../../datasets/cpt-list.ts";
import mpfs from "../../datasets/mpfs.ts";
import muePractitioner from "../../datasets/mue-practitioner.ts";
import ptpPractitioner from "../../datasets/ncci-ptp-practitioner.ts";
import { daysOf } from "../../model/claim.ts";

export default lineRule({
  id: "cpt-unknown",
  severity: "error",
  tier: "T2",
  since: "0.1.0",
  summary: "Code in the CPT ranges that no installed list of that time has",
  why: "The number looks like CPT, but no such code was in force; payers reject it.",
  fix: "Look the service up in CPT of that year; a digit is wrong, or the code is very new.",
  repair: "never",
  sources: ["45 CFR 162.1002", "Medicare physician fee schedule (PPRRVU): every CPT code has a row, paid or not"],
  doubt:
    "The fee schedule has every CPT code but the proprietary laboratory analyses; a code that appears within a quarter may be missing, so without your own CPT list it is a warning.",
  denial: { carc: ["CO-181", "CO-16"], rarc: ["M51", "N56"] },
  forms: ["professional"],
  data: {
    fees: optional(mpfs),
    own: optional(cptList),
    units: optional(muePractitioner),
    edits: optional(ptpPractitioner),
  },
  anyOf: ["fees", "own"],

  needs: ["procedure", "serviceFrom"],
  // What is known to have been deleted or added belongs to cpt-deleted-code and cpt-not-yet-effective.
  procedures: ({ code, system, category }) =>
    system === "CPT" && category !== "administrative" && !deletedCode(code) && !firstValidDate(code),
  message: "{code} is not in {lists} for {date}",

  check({ procedure, serviceFrom }, { data, report }) {
    const { code, category } = procedure;
    const date = daysOf(serviceFrom);
    const own = data.own?.covers(date) ? data.own : undefined;
    const inSchedule = category !== "PLA" && category !== "MAAA" && data.fees?.covers(date) === true;
    if (data.fees?.on(code, date) !== undefined || own?.has(code, date) || (own === undefined && !inSchedule)) return;
    if (typeof data.units?.on(code, date) === "object" || data.edits?.hasAnyPair(code, date)) return;
    const lists =
      own === undefined ? "the fee schedule" : inSchedule ? "your CPT list and the fee schedule" : "your CPT list";
    report("procedure", { code, lists, date: serviceFrom }, { severity: own === undefined ? "warning" : "error" });
  },

  examples: {
    data: { fees: { "99213": {}, "99215": {}, "98016": {} } },
    passes: [{ procedure_code: "99213" }, { procedure_code: "98016" }, { procedure_code: "0001U" }],
    finds: [{ procedure_code: "99216" }, { procedure_code: "99229" }],
    skips: [{ procedure_code: "99216", service_from: "" }],
  },
});
