import { readShortNumber } from "../../codes/short-number.ts";
import { lineRule } from "../../contract/rule.ts";

export default lineRule({
  id: "cpt-leading-zero-lost",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "CPT code has lost its leading zeros",
  why: "The payer compares all five characters; a shorter code is unknown and the line is rejected.",
  fix: "Compare with the record and restore the zeros. Format the column as text, so that the spreadsheet keeps them.",
  repair: "suggest",
  sources: ["CPT, introduction: five characters in every category", "CPT anesthesia section, 00100–01999"],
  denial: { carc: ["CO-16"], rarc: ["M51"] },

  needs: [] as never[],
  reads: ["procedure", "revenueCode", "typeOfBill", "drg"],
  columns: ["procedure"],
  message: '"{raw}" is too short: a CPT code always has five characters, never three or four; probably {candidate}',

  check(line, { report }) {
    const { procedure } = line;
    if (procedure?.candidate === undefined || readShortNumber(procedure, line) !== "CPT") return;
    const suggestion = { safe: false, replacement: procedure.candidate };
    report("procedure", { raw: procedure.text, candidate: procedure.candidate }, { suggestion });
  },

  examples: {
    passes: [{ procedure_code: "00142" }, { revenue_code: "0450", procedure_code: "99284" }],
    finds: [{ procedure_code: "142", modifier_1: "QZ" }, { procedure_code: "54T" }, { procedure_code: "1996" }],
  },
  notes:
    "One often reads that CPT codes have three, four or five digits. They have five characters: `142` is what a " +
    "spreadsheet leaves of the anesthesia code `00142`, and `54T` of `0054T`.",
});
