import { valueRule } from "../../contract/rule.ts";

export default valueRule({
  id: "code-foreign-procedure-system",
  severity: "warning",
  tier: "T3",
  since: "0.1.0",
  summary: "Procedure code of another country",
  why: "US payers know CPT and HCPCS Level II; codes of other countries' procedure classifications are rejected.",
  fix: "Code the service from the record with CPT or HCPCS Level II.",
  repair: "never",
  sources: ["45 CFR 162.1002"],
  denial: { carc: ["CO-16"], rarc: ["M51"] },

  on: ["procedure"],
  message:
    "{code} looks like a procedure code of another country (such as ACHI, CCAM or OPS); US claims take CPT or HCPCS",

  check(value, { report }) {
    if (value.problem === "other-system" && value.system === "foreign procedure") report({ code: value.text });
  },

  examples: {
    passes: [{ procedure_code: "27447" }, { procedure_code: "G0463" }],
    finds: [{ procedure_code: "49518-00" }, { procedure_code: "NFKA007" }],
  },
});
