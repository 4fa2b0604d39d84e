import { isManifestation } from "../../codes/icd10cm-lists.ts";
import { firstListed, isIcd10Code, linkedInWords, mentions } from "../../codes/listed.ts";
import { claimRule } from "../../contract/rule.ts";
import { linesByDiagnosisList, linkedDiagnoses } from "../../model/claim.ts";

export default claimRule({
  id: "dx-manifestation-first",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "Manifestation is listed before the disease that causes it",
  why: "The classification does not allow a manifestation first; payers reject the claim or the line.",
  fix: "List the underlying disease first and the manifestation directly after it.",
  repair: "never",
  sources: [
    "ICD-10-CM Official Guidelines, section I.A.13",
    "Medicare Code Editor, edit 6 (manifestation code as principal diagnosis)",
  ],
  denial: { carc: ["CO-16", "CO-11"], rarc: ["MA63", "M76"] },

  needs: ["diagnoses", "serviceFrom"],
  reads: ["diagnosisVersion", "pointers", "lineDiagnosis"],
  message: "{code} is a manifestation; the underlying disease comes before it{where}",

  check({ lines }, { report }) {
    if (!mentions(lines, isManifestation)) return;
    const first = new Set<string>();
    for (const line of linesByDiagnosisList(lines)) {
      const listed = firstListed(line);
      if (listed === undefined || !isManifestation(listed.diagnosis.code)) continue;
      first.add(listed.diagnosis.code);
      report(line, ["diagnoses", listed.slot], { code: listed.diagnosis.dotted, where: "" });
    }
    for (const line of lines) {
      const linked = linkedDiagnoses(line);
      const [pointed] = linked.diagnoses;
      if (linked.by !== "pointer" || pointed === undefined || first.has(pointed.code)) continue;
      if (!isIcd10Code(line, pointed) || !isManifestation(pointed.code)) continue;
      const where = `: ${linkedInWords(linked)}`;
      report(line, "pointers", { code: pointed.dotted, where }, { severity: "warning" });
    }
  },

  examples: {
    passes: [
      { diagnosis_1: "G30.9", diagnosis_2: "F02.80" },
      { diagnosis_1: "K86.1", diagnosis_2: "E08.9", dx_pointer: "1,2" },
      { diagnosis_1: "F03.90", diagnosis_2: "" },
    ],
    finds: [
      { diagnosis_1: "F02.80", diagnosis_2: "G30.9" },
      { diagnosis_1: "E08.9", diagnosis_2: "" },
      { diagnosis_1: "N18.4", diagnosis_2: "D63.1", dx_pointer: "2" },
    ],
  },
  notes: `Manifestations are the codes with "in diseases classified elsewhere" in their title, and a few more whose
code-first note has no exception. That a line points to the manifestation first, on a claim with the right order, is a
warning.`,
});
