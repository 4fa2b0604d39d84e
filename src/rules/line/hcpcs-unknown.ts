import { lineRule } from "../../contract/rule.ts";
import hcpcs from "../../datasets/hcpcs.ts";
import { daysOf } from "../../model/claim.ts";

export default lineRule({
  id: "hcpcs-unknown",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "Procedure code does not exist in HCPCS Level II",
  why: "A code outside the code set is denied as invalid, whatever was done.",
  fix: "Look for a slip of the key, and take the code from the record and the HCPCS file of the date.",
  repair: "never",
  sources: ["CMS, Alpha-Numeric HCPCS file of the quarter of the date of service", "45 CFR 162.1002"],
  denial: { carc: ["CO-181", "CO-16"], rarc: ["M20"] },
  data: { codes: hcpcs },

  needs: ["procedure", "serviceFrom"],
  procedures: (code) => code.system === "HCPCS",
  message: "{code} is not a HCPCS Level II code",

  check(line, { data, report }) {
    const { code } = line.procedure;
    if (data.codes.statusOn(code, daysOf(line.serviceFrom)).status === "absent") report("procedure", { code });
  },

  examples: {
    data: {
      codes: {
        J9271: { added: "2016-01-01" },
        G2211: { added: "2021-01-01" },
        G2012: { added: "2019-01-01", terminated: "2024-12-31" },
      },
    },
    passes: [
      { procedure_code: "J9271" },
      { procedure_code: "G2211" },
      { procedure_code: "G2012", service_from: "2025-02-01" },
      { procedure_code: "99213" },
      { procedure_code: "D0120" },
    ],
    finds: [{ procedure_code: "E9999" }, { procedure_code: "K9999" }],
  },
  notes: "D codes (CDT) are the ADA's and not in the file; they are not looked up.",
});
