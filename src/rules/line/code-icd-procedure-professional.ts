import { isInpatientBill } from "../../codes/short-number.ts";
import { lineRule } from "../../contract/rule.ts";

export default lineRule({
  id: "code-icd-procedure-professional",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "ICD inpatient procedure code on a professional or outpatient line",
  why: "ICD procedure codes are for hospital inpatient claims only; physicians and outpatient departments bill CPT or HCPCS.",
  fix: "Code the service from the record with CPT or HCPCS Level II.",
  repair: "never",
  sources: ["45 CFR 162.1002(a)(3) and (c)(3): ICD-10-PCS for hospital inpatient procedures"],
  denial: { carc: ["CO-16"], rarc: ["M51", "M67"] },

  needs: [] as never[],
  reads: ["procedure", "typeOfBill"],
  columns: ["procedure"],
  message: "{code} has the form of an {system} inpatient procedure code; this line takes CPT or HCPCS Level II",

  check(line, { report }) {
    const { procedure } = line;
    if (procedure?.problem !== "other-system" || isInpatientBill(line.typeOfBill)) return;
    const { system } = procedure;
    if (system !== "ICD-10-PCS" && system !== "ICD-9-CM procedure") return;
    report("procedure", { code: procedure.text, system: system === "ICD-10-PCS" ? system : "ICD-9-CM" });
  },

  examples: {
    passes: [
      { procedure_code: "27447" },
      { procedure_code: "20610RT" },
      { procedure_code: "0SRD0J9", type_of_bill: "111", revenue_code: "0360" },
    ],
    finds: [{ procedure_code: "0SRD0J9" }, { procedure_code: "45.23" }],
  },
});
