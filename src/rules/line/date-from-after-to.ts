import { lineRule } from "../../contract/rule.ts";

export default lineRule({
  id: "date-from-after-to",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "Service ends before it begins",
  why: "The payer rejects a line whose last date of service lies before the first one.",
  fix: "Check both dates against the record; a wrong year and swapped columns are the usual causes.",
  repair: "suggest",
  sources: ["ASC X12N 837P (005010X222A1), 2400 DTP*472*RD8"],
  denial: { carc: ["CO-16"], rarc: ["M59"] },

  needs: ["serviceFrom", "serviceTo"],
  message: "The service ends on {to}, before it begins on {from}",

  check({ serviceFrom: from, serviceTo: to }, { report }) {
    if (to.days! < from.days!) report("serviceTo", { from, to });
  },

  examples: {
    passes: [
      { service_from: "2026-03-02", service_to: "2026-03-02" },
      { service_from: "2026-03-02", service_to: "2026-03-03" },
      { service_from: "2026-03-02", service_to: "" },
    ],
    finds: [
      { service_from: "2026-03-05", service_to: "2026-03-04" },
      { service_from: "2026-01-02", service_to: "2025-01-03" },
    ],
  },
});
