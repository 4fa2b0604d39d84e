import { fileRule } from "../../contract/rule.ts";
import { COLUMNS } from "../../model/columns.ts";

export default fileRule({
  id: "file-header-unmapped",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "No column of the file holds a required field",
  why: "Without the field no line of the file can be checked fully, and a claim cannot be built from it.",
  fix: "Name the column with --map FIELD=HEADER, or export the field.",
  repair: "suggest",
  sources: ["ASC X12N 837P (005010X222A1), loops 2300 and 2400: the elements without which there is no service line"],
  message: 'No column holds the required field "{field}"{hint}',

  check(file, { report }) {
    for (const { key, closest } of file.missing) {
      const { field, slots } = COLUMNS[key];
      const column = closest === undefined ? -1 : file.headers.indexOf(closest);
      report(column < 0 ? { row: 0 } : { row: 0, column }, {
        field: slots > 1 ? `${field}_1` : field,
        hint: closest === undefined ? "" : `; the nearest header is "${closest}"`,
      });
    }
  },

  examples: {
    passes: [{}, { $csv: "Claim ID,DOS,CPT Code,Dx 1,Units,Charge\nCLM-1,2026-03-02,99213,E11.9,1,125.00\n" }],
    finds: [
      { $csv: "claim_id,service_from,cpt,dx1,units\nCLM-1,2026-03-02,99213,E11.9,1\n" },
      { $csv: "a,b,c\n1,2,3\n" },
    ],
  },
  notes: `The header map knows the names that exports use and never guesses between two of them. A file that carries its
column names in another language or without a header row needs \`--map\`.`,
});
