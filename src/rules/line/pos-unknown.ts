import { placeAbout } from "../../codes/place.ts";
import { lineRule } from "../../contract/rule.ts";
import { formatDate } from "../../model/dates.ts";

export default lineRule({
  id: "pos-unknown",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "Place of service is unassigned, or was not in use on the date",
  why: "The place of service decides the rate; a line with a code that does not exist is rejected.",
  fix: "Take the place from the record: 11 office, 12 home, 22 hospital outpatient, 02 or 10 telehealth.",
  repair: "never",
  sources: ["CMS, Place of Service Code Set", "Medicare Claims Processing Manual, chapter 26, section 10.5"],
  denial: { carc: ["CO-16", "CO-5"], rarc: ["M77"] },
  forms: ["professional", "dental"],
  options: {
    known: {
      type: "list",
      default: [],
      describe: "Places of service that a payer of this practice has defined itself",
    },
  },

  needs: ["placeOfService"],
  reads: ["serviceFrom", "serviceTo"],
  message: "Place of service {place} {problem}",

  check(line, { options, report }) {
    const { code } = line.placeOfService;
    if (options.known.includes(code)) return;
    const about = placeAbout(code);
    if (about === undefined) return report("placeOfService", { place: code, problem: "is not assigned" });
    // The last day of the line decides: a line that reaches into the time of the code may carry it.
    const last = line.serviceTo?.days ?? line.serviceFrom?.days;
    if (about.from === undefined || last === undefined || last >= about.from) return;
    report("placeOfService", { place: code, problem: `(${about.name}) is in use from ${formatDate(about.from)} on` });
  },

  examples: {
    passes: [
      { place_of_service: "66", service_from: "2024-08-01" },
      { place_of_service: "27", service_from: "2023-10-01" },
      { place_of_service: "23" },
      { place_of_service: "28", $options: '{"known":["28"]}' },
      { place_of_service: "28", type_of_bill: "131" },
    ],
    finds: [{ place_of_service: "28" }, { place_of_service: "27", service_from: "2023-05-01" }],
    skips: [{ place_of_service: "" }, { place_of_service: "Office" }],
  },
});
