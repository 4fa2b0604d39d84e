import { procedureSex } from "../../codes/procedure-sex.ts";
import { lineRule } from "../../contract/rule.ts";
import { modifierCodes } from "../../model/claim.ts";

/** Gender dysphoria, and the history of sex reassignment: organs and registered sex need not agree. */
const TRANSGENDER = /^(?:F64|Z87890$)/;

export default lineRule({
  id: "proc-sex-conflict",
  severity: "warning",
  tier: "T1",
  since: "0.1.0",
  summary: "Procedure on an organ that a patient of this sex normally does not have",
  why: "Payers deny it as not consistent with the sex on file; often the wrong patient or a mistyped code.",
  fix: "Check patient, sex and code; where all are right, add KX (professional) or condition code 45 (facility).",
  repair: "never",
  sources: [
    "Medicare Claims Processing Manual, chapter 32, section 240",
    "CMS, Integrated Outpatient Code Editor, edit 8 (procedure and sex conflict)",
  ],
  denial: { carc: ["CO-7"], rarc: ["MA39"] },

  needs: ["procedure", "sex"],
  reads: ["modifiers", "diagnoses"],
  procedures: (code) => procedureSex(code) !== undefined,
  message: "{code} is {how} {wanted} patients; the patient's sex is {sex}",

  check(line, { report }) {
    const expected = procedureSex(line.procedure);
    const { sex } = line.sex;
    if (expected === undefined || sex === undefined || sex === "U" || sex === expected.sex) return;
    if (modifierCodes(line).includes("KX")) return;
    if (line.diagnoses.some((diagnosis) => diagnosis && TRANSGENDER.test(diagnosis.code))) return;
    const wanted = expected.sex === "F" ? "female" : "male";
    const slots = { code: line.procedure.code, wanted, sex };
    if (expected.certain) report("procedure", { ...slots, how: "for" });
    else report("procedure", { ...slots, how: "usually for" }, { severity: "info" });
  },

  examples: {
    passes: [
      { procedure_code: "58661", sex: "F" },
      { procedure_code: "55866", sex: "F", modifier_1: "KX" },
      { procedure_code: "58150", sex: "U" },
      { procedure_code: "84153", sex: "F", diagnosis_1: "F64.0" },
    ],
    finds: [
      { procedure_code: "58150", sex: "M" },
      { procedure_code: "55250", sex: "F" },
    ],
    skips: [{ procedure_code: "58150", sex: "" }],
  },
  notes: "88141–88175 are information only: laboratories use them for anal smears too.",
});
