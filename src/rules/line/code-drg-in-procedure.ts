import { readShortNumber } from "../../codes/short-number.ts";
import { lineRule } from "../../contract/rule.ts";

export default lineRule({
  id: "code-drg-in-procedure",
  severity: "warning",
  tier: "T3",
  since: "0.1.0",
  summary: "MS-DRG in the procedure column",
  why: "A DRG is how a whole stay is grouped for payment, not a service on a line.",
  fix: "Map the column to `drg`; leave the procedure empty where the revenue code needs none.",
  repair: "never",
  sources: ["CMS, MS-DRG definitions manual", "NUBC, UB-04 form locators 44 and 71"],
  denial: { carc: ["CO-16"], rarc: ["M51", "N208"] },

  needs: [] as never[],
  reads: ["procedure", "revenueCode", "typeOfBill", "drg"],
  columns: ["procedure"],
  message: '"{raw}" looks like a DRG, which groups a stay; procedure codes have five characters',

  check(line, { report }) {
    const { procedure } = line;
    if (procedure === undefined || readShortNumber(procedure, line) !== "MS-DRG") return;
    report("procedure", { raw: procedure.text });
  },

  examples: {
    passes: [{ procedure_code: "00470" }, { procedure_code: "470" }, { procedure_code: "0470", type_of_bill: "131" }],
    finds: [
      { procedure_code: "470", revenue_code: "0360", type_of_bill: "111" },
      { procedure_code: "871", revenue_code: "0120", type_of_bill: "0111" },
    ],
  },
  doubt: "Three digits alone do not tell a DRG from a short revenue or anesthesia code; the other columns decide.",
});
