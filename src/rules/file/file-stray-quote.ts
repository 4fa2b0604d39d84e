import { fileRule } from "../../contract/rule.ts";

export default fileRule({
  id: "file-stray-quote",
  severity: "warning",
  tier: "T1",
  since: "0.1.0",
  summary: "Quotation mark where the CSV format has none",
  why: "Programs disagree on what such a cell holds; the next one may join it to its neighbors and shift the record.",
  fix: "Double the quotation marks inside the cell and put the cell into quotation marks, or leave them out.",
  repair: "never",
  sources: ["RFC 4180, section 2, items 5 and 7"],
  message: "The cell holds a quotation mark that the CSV format does not allow there; it was read as text",

  check(file, { report }) {
    for (const { row, column } of file.strayQuotes) report({ row, column }, {});
  },

  examples: {
    passes: [
      {},
      {
        $csv: 'claim_id,line_number,service_from,procedure_code,diagnosis_1,units,charge,line_note\nCLM-1,1,2026-03-02,99213,E11.9,1,125.00,"6"" cast"\n',
      },
    ],
    finds: [
      {
        $csv: 'claim_id,line_number,service_from,procedure_code,diagnosis_1,units,charge,line_note\nCLM-1,1,2026-03-02,99213,E11.9,1,125.00,6" cast\n',
      },
      {
        $csv: 'claim_id,line_number,service_from,procedure_code,diagnosis_1,units,charge,line_note\nCLM-1,1,2026-03-02,99213,E11.9,1,125.00,"cast" left\n',
      },
    ],
  },
});
