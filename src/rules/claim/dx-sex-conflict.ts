import { diagnosisSex } from "../../codes/icd10cm-lists.ts";
import { listedDiagnoses, mentions } from "../../codes/listed.ts";
import { claimRule } from "../../contract/rule.ts";
import { daysOf, linesByDiagnosisList, modifierCodes } from "../../model/claim.ts";
import { day } from "../../model/dates.ts";

/** From this day the Medicare Code Editor no longer compares diagnosis and sex. */
const EDIT_OFF = day("2024-10-01");

/** Gender dysphoria, personal history of sex reassignment. */
const EXPLAINS = /^F64|^Z87890/;

const WORDS = { F: "female", M: "male" } as const;

export default claimRule({
  id: "dx-sex-conflict",
  severity: "warning",
  tier: "T1",
  since: "0.1.0",
  summary: "Diagnosis does not fit the patient's sex",
  why: "Payers deny it, and often it shows that the claim has another patient's data or a slip in the code.",
  fix: "Check the patient's data and the code; where both are right, modifier KX (condition code 45 on institutional claims).",
  repair: "never",
  sources: [
    "Medicare Claims Processing Manual, chapter 32, section 240",
    "Medicare Code Editor, edit 5 (sex conflict), deactivated 2024-10-01",
  ],
  doubt: "Condition code 45 has no column of its own; an institutional claim that carries it is reported all the same.",
  denial: { carc: ["CO-10", "CO-7"] },

  needs: ["diagnoses", "sex", "serviceFrom"],
  reads: ["modifiers", "diagnosisVersion"],
  message: "{code} is normally for {expected} patients; the patient's sex is {sex}",

  check({ lines }, { report }) {
    if (!mentions(lines, diagnosisSex)) return;
    const { sex } = lines[0]!.sex;
    if (sex === undefined || sex === "U" || lines.some((line) => line.sex.sex !== sex)) return;
    if (lines.some((line) => modifierCodes(line).includes("KX"))) return;
    for (const line of linesByDiagnosisList(lines)) {
      const listed = listedDiagnoses(line);
      if (listed.some(({ diagnosis }) => EXPLAINS.test(diagnosis.code))) continue;
      const conflicts = listed.filter(({ diagnosis }) => (diagnosisSex(diagnosis.code) ?? sex) !== sex);
      const [first, ...others] = conflicts;
      if (first === undefined) continue;
      const expected = WORDS[sex === "F" ? "M" : "F"];
      const related = others.map(({ slot }) => ({ line, at: ["diagnoses", slot] as const, label: "so is this one" }));
      const off = line.payerKind === "medicare" && daysOf(line.serviceFrom) >= EDIT_OFF;
      report(
        line,
        ["diagnoses", first.slot],
        { code: first.diagnosis.dotted, expected, sex: line.sex },
        { related, ...(off && { severity: "info" }) },
      );
    }
  },

  examples: {
    passes: [
      { diagnosis_1: "N40.1", sex: "M" },
      { diagnosis_1: "N40.1", sex: "F", modifier_1: "KX" },
      { diagnosis_1: "C50.921", sex: "M" },
      { diagnosis_1: "O80", sex: "U" },
      { diagnosis_1: "N39.3", sex: "M" },
      { diagnosis_1: "N40.1", diagnosis_2: "F64.0", sex: "F" },
      { diagnosis_1: "Z85.46", sex: "F" },
    ],
    finds: [
      { diagnosis_1: "N40.1", sex: "F" },
      { diagnosis_1: "O80", diagnosis_2: "Z37.0", sex: "M" },
      { diagnosis_1: "C50.911", sex: "M" },
    ],
  },
  notes: `One finding for a list of diagnoses, however many of them conflict. Codes of history are not compared, nor is a
patient of unknown sex. For Medicare since 2024-10-01 the finding is advisory.`,
});
