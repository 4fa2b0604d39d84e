import { fileRule } from "../../contract/rule.ts";

export default fileRule({
  id: "file-row-width",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "Record with more or fewer cells than the header",
  why: "Behind the surplus or missing cell every value stands in the wrong column: a charge may be read as units.",
  fix: "Export again with quotes around cells that hold the delimiter (1,250.00 or free text); do not shift cells by hand.",
  repair: "never",
  sources: ["RFC 4180, section 2, items 4 and 6"],
  message: "The record has {width} cells and the header {expected}; it was not checked further",

  check(file, { report }) {
    for (const { row, line, width, expected } of file.ragged) report({ row, line }, { width, expected });
  },

  examples: {
    passes: [
      {
        $csv: 'claim_id,line_number,service_from,procedure_code,diagnosis_1,units,charge\nCLM-1,1,2026-03-02,99213,E11.9,1,"1,250.00"\n',
      },
      {
        $csv: "claim_id,line_number,service_from,procedure_code,diagnosis_1,units,charge\nCLM-1,1,2026-03-02,99213,E11.9,1,125.00,\n",
      },
    ],
    finds: [
      {
        $csv: "claim_id,line_number,service_from,procedure_code,diagnosis_1,units,charge\nCLM-1,1,2026-03-02,99213,E11.9,1,1,250.00\n",
      },
      {
        $csv: "claim_id,line_number,service_from,procedure_code,diagnosis_1,units,charge\nCLM-1,1,2026-03-02,99213,E11.9,1\n",
      },
      {
        $csv: "claim_id,line_number,service_from,procedure_code,diagnosis_1,units,charge,payer\nCLM-1,1,2026-03-02,99213,E11.9,1,125.00,\nCLM-2,1,2026-03-02,99213,E11.9,1,1,250.00,\n",
      },
    ],
  },
  notes:
    "Not flagged: one empty cell at the end of every record (an export that ends each with the delimiter), and blank lines.",
});
