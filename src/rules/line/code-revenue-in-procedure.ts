import { readShortNumber } from "../../codes/short-number.ts";
import { lineRule } from "../../contract/rule.ts";

export default lineRule({
  id: "code-revenue-in-procedure",
  severity: "warning",
  tier: "T1",
  since: "0.1.0",
  summary: "Revenue code in the procedure column",
  why: "A revenue code names the department of a hospital, not the service; the payer finds no such procedure.",
  fix: "Move it to the revenue code column, and report the HCPCS code where the revenue code asks for one.",
  repair: "suggest",
  sources: ["NUBC, UB-04 form locators 42 and 44"],
  denial: { carc: ["CO-16"], rarc: ["M50", "M51"] },

  needs: [] as never[],
  reads: ["procedure", "revenueCode", "typeOfBill", "drg"],
  columns: ["procedure"],
  message: '"{raw}" looks like revenue code {code}; procedure codes have five characters',

  check(line, { report }) {
    const { procedure } = line;
    if (procedure === undefined || readShortNumber(procedure, line) !== "revenue code") return;
    report("procedure", { raw: procedure.text, code: procedure.code.padStart(4, "0") });
  },

  examples: {
    passes: [
      { revenue_code: "0450", procedure_code: "99284", type_of_bill: "131" },
      { procedure_code: "00450" },
      { procedure_code: "142" },
    ],
    finds: [{ procedure_code: "0450", type_of_bill: "131" }, { procedure_code: "0300" }],
  },
});
