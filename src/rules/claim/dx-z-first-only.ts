import { isFirstOnly } from "../../codes/icd10cm-lists.ts";
import { firstListed, listedDiagnoses, mentions } from "../../codes/listed.ts";
import { claimRule } from "../../contract/rule.ts";
import { linesByDiagnosisList, linkedDiagnoses } from "../../model/claim.ts";

export default claimRule({
  id: "dx-z-first-only",
  severity: "warning",
  tier: "T1",
  since: "0.1.0",
  summary: "Z code that may only be first-listed stands in a later position",
  why: "The code says why the patient came; behind another diagnosis it contradicts it, and payers' edits return the claim.",
  fix: "List it first and the other conditions after it, where it was the reason for the encounter.",
  repair: "never",
  sources: ["ICD-10-CM Official Guidelines, section I.C.21.c.16"],
  denial: { carc: ["CO-16", "CO-11"], rarc: ["M76"] },

  needs: ["diagnoses", "serviceFrom"],
  reads: ["diagnosisVersion", "pointers", "lineDiagnosis"],
  message: "{code} may only be first-listed; it stands in position {position}, after {first}",

  check({ lines, size }, { report }) {
    if (!mentions(lines, isFirstOnly)) return;
    // Several encounters of a day on one claim: the code is first-listed for the service that points to it first.
    const firstOfALine = new Set<string | undefined>();
    for (const line of lines) {
      const { by, diagnoses } = linkedDiagnoses(line);
      if (by !== "claim") firstOfALine.add(diagnoses[0]?.code);
    }
    for (const line of linesByDiagnosisList(lines)) {
      const first = firstListed(line);
      if (first === undefined || isFirstOnly(first.diagnosis.code)) continue;
      for (const { slot, diagnosis } of listedDiagnoses(line)) {
        if (!isFirstOnly(diagnosis.code) || firstOfALine.has(diagnosis.code)) continue;
        // A normal pregnancy beside a complication is in the wrong company, not in the wrong place: dx-excludes-combination.
        if (diagnosis.code.startsWith("Z34") && first.diagnosis.code.startsWith("O")) continue;
        const slots = { code: diagnosis.dotted, position: slot + 1, first: first.diagnosis.dotted };
        report(line, ["diagnoses", slot], slots, size > 1 ? { severity: "info" } : {});
      }
    }
  },

  examples: {
    passes: [
      { diagnosis_1: "Z51.11", diagnosis_2: "C50.911" },
      { diagnosis_1: "Z00.00", diagnosis_2: "Z01.419" },
      { diagnosis_1: "I10", diagnosis_2: "Z00.6" },
      [
        { diagnosis_1: "C50.911", diagnosis_2: "Z51.11", dx_pointer: "1" },
        { line_number: "2", diagnosis_1: "C50.911", diagnosis_2: "Z51.11", procedure_code: "96413", dx_pointer: "2,1" },
      ],
    ],
    finds: [
      { diagnosis_1: "I10", diagnosis_2: "Z51.11" },
      { diagnosis_1: "E11.9", diagnosis_2: "I10", diagnosis_3: "Z34.80" },
    ],
  },
  notes: `The guideline excepts several encounters of one day. So a code is let pass where a line points to it first, or
where the first diagnosis is of the same kind; on a claim of more than one line the finding is advisory.`,
});
