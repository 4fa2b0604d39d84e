import { isUnlisted } from "../../codes/cpt-unlisted.ts";
import { lineRule } from "../../contract/rule.ts";

export default lineRule({
  id: "cpt-unlisted-description",
  severity: "warning",
  tier: "T1",
  since: "0.1.0",
  summary: "Unlisted procedure code without a description",
  why: "An unlisted code says only that no code fits. The payer cannot price the line without being told what was done.",
  fix: "Describe the service in the line note (SV101-7, CMS-1500 item 19) and name a comparable code; use a Category III code where one exists.",
  repair: "never",
  sources: [
    "CPT, introduction: unlisted procedure or service",
    "Medicare Claims Processing Manual, chapter 26, section 10.4, item 19",
  ],
  denial: { carc: ["CO-16", "CO-252"], rarc: ["N350", "M127"] },

  needs: ["procedure"],
  reads: ["description"],
  columns: ["description"],
  procedures: (code) => isUnlisted(code.code),
  message: "Unlisted code {code} has no description",

  check(line, { report }) {
    if (line.description === undefined) report("procedure", { code: line.procedure.code });
  },

  examples: {
    passes: [
      { procedure_code: "64999", line_note: "Peripheral nerve field stimulation, comparable to 64555" },
      { procedure_code: "64999" },
      { procedure_code: "99213", line_note: "" },
    ],
    finds: [
      { procedure_code: "64999", line_note: "" },
      { procedure_code: "17999", line_note: " ", units: "3" },
    ],
  },
  notes:
    "A file without a note column is not judged: the note may travel another way. More than one unit is not flagged, " +
    "as laboratories bill several unlisted tests on one line.",
});
