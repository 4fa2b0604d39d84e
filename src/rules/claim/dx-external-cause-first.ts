import { isExternalCause } from "../../codes/icd10cm-lists.ts";
import { firstListed, isIcd10Code, linkedInWords, listedDiagnoses, mentions } from "../../codes/listed.ts";
import { claimRule } from "../../contract/rule.ts";
import { linesByDiagnosisList, linkedDiagnoses } from "../../model/claim.ts";

export default claimRule({
  id: "dx-external-cause-first",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "External-cause code is first-listed, or the only diagnosis of a line",
  why: "A code of chapter 20 says how an injury came about, not what was treated; payers do not accept it alone or first.",
  fix: "List the injury or condition that was treated first and the cause after it, and point the lines to the injury.",
  repair: "never",
  sources: [
    "ICD-10-CM Official Guidelines, section I.C.20.a.6",
    "Medicare Code Editor, edit 2 (external causes of morbidity codes as principal diagnosis)",
  ],
  denial: { carc: ["CO-16"], rarc: ["MA63", "M76"] },

  needs: ["diagnoses", "serviceFrom"],
  reads: ["diagnosisVersion", "pointers", "lineDiagnosis"],
  message: "External-cause code {code} {where}{instead}",

  check({ lines }, { report }) {
    const own = lines.some(({ lineDiagnosis }) => lineDiagnosis !== undefined && isExternalCause(lineDiagnosis.code));
    if (!own && !mentions(lines, isExternalCause)) return;
    const first = new Set<string>();
    for (const line of linesByDiagnosisList(lines)) {
      const listed = firstListed(line);
      if (listed === undefined || !isExternalCause(listed.diagnosis.code)) continue;
      first.add(listed.diagnosis.code);
      const injury = listedDiagnoses(line).find(({ diagnosis }) => /^[ST]/.test(diagnosis.code))?.diagnosis.dotted;
      report(line, ["diagnoses", listed.slot], {
        code: listed.diagnosis.dotted,
        where: "cannot be first-listed",
        instead: injury === undefined ? "" : `; ${injury} stands after it`,
      });
    }
    for (const line of lines) {
      const linked = linkedDiagnoses(line);
      const [only] = linked.diagnoses;
      if (linked.by === "claim" || only === undefined || first.has(only.code)) continue;
      if (!linked.diagnoses.every((d) => isIcd10Code(line, d) && isExternalCause(d.code))) continue;
      const at = linked.by === "pointer" ? "pointers" : "lineDiagnosis";
      report(line, at, {
        code: only.dotted,
        where: "is all the line has for a reason",
        instead: `: ${linkedInWords(linked)}`,
      });
    }
  },

  examples: {
    passes: [
      { diagnosis_1: "S61.412A", diagnosis_2: "W26.0XXA", dx_pointer: "1" },
      { diagnosis_1: "S61.412A", diagnosis_2: "W26.0XXA", dx_pointer: "2,1" },
      { diagnosis_1: "U07.1", diagnosis_2: "" },
      { diagnosis_1: "V70.0", diagnosis_2: "", service_from: "2014-03-02" },
    ],
    finds: [
      { diagnosis_1: "W26.0XXA", diagnosis_2: "S61.412A", dx_pointer: "2" },
      { diagnosis_1: "Y92.009", diagnosis_2: "" },
      { diagnosis_1: "S61.412A", diagnosis_2: "W26.0XXA", dx_pointer: "2" },
    ],
  },
});
