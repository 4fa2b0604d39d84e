import { mayNeedClia, needsClia } from "../../codes/clia.ts";
import { optional } from "../../contract/dataset.ts";
import { claimRule } from "../../contract/rule.ts";
import cliaList from "../../datasets/clia-list.ts";
import { modifierSlot } from "../../model/claim.ts";

export default claimRule({
  id: "lab-clia-missing",
  severity: "warning",
  tier: "T1",
  since: "0.1.0",
  summary: "Laboratory test without a CLIA number on the claim",
  why: "Medicare and Medicaid pay a laboratory test only to a certified laboratory and return the claim without its number.",
  fix: "Put the number of the CLIA certificate into item 23 (REF*X4).",
  repair: "never",
  sources: ["Medicare Claims Processing Manual, chapter 16, section 70.10", "42 CFR 493"],
  doubt:
    "Without CMS's lists (data set clia-list) skin and breath tests, tissue, blood products and reproduction are left out whole.",
  denial: { carc: ["CO-16", "CO-B7"], rarc: ["MA120"] },
  payers: ["medicare", "medicaid"],
  forms: ["professional"],
  data: { lists: optional(cliaList) },

  needs: ["procedure"],
  reads: ["clia", "modifiers", "serviceFrom"],
  columns: ["clia"],
  procedures: mayNeedClia,
  message: "{code} needs the CLIA number of the laboratory{others}; the claim has none",

  check({ lines }, { data, report }) {
    if (lines.some((line) => line.clia !== undefined)) return;
    const tests = lines.filter(({ procedure, serviceFrom }) => {
      const date = serviceFrom?.days;
      const said = date === undefined ? undefined : data.lists?.needsCertificate(procedure.code, date);
      return said ?? needsClia(procedure);
    });
    // Reading a test that another laboratory ran needs no certificate of one's own.
    const [first, ...others] = tests.filter((line) => modifierSlot(line, "26") < 0);
    if (first === undefined) return;
    const more = others.length === 0 ? "" : `, as ${others.length} more of its tests do`;
    report(first, "clia", { code: first.procedure.code, others: more });
  },

  examples: {
    passes: [
      { procedure_code: "80053", clia: "05D1234567", $payer: "medicare" },
      [
        { procedure_code: "80053", clia: "05D1234567", $payer: "medicare" },
        { procedure_code: "85025", clia: "", line_number: "2" },
      ],
      { procedure_code: "36415", clia: "", $payer: "medicare" },
      { procedure_code: "86580", clia: "", $payer: "medicare" },
      { procedure_code: "85025", modifier_1: "26", clia: "", $payer: "medicare" },
    ],
    finds: [
      { procedure_code: "87880", modifier_1: "QW", clia: "", $payer: "medicare" },
      [
        { procedure_code: "80053", clia: "", $payer: "medicaid" },
        { procedure_code: "85025", clia: "", line_number: "2" },
      ],
    ],
    skips: [{ procedure_code: "80053" }],
  },
  notes:
    "One number on any line is the claim's. Not run where the export has no CLIA column. With CMS's lists of the year installed, they decide.",
});
