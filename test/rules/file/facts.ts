import type { FilePlace, FileRule } from "../../../src/contract/rule.ts";
import type { FileFacts } from "../../../src/model/claim.ts";

/** A file of three columns and three rows with nothing wrong in it. */
const FACTS: FileFacts = {
  index: 0,
  path: "claims.csv",
  encoding: "utf-8",
  bom: false,
  delimiter: ",",
  rows: 3,
  headers: ["claim_id", "Proc Kode", "charge"],
  mapping: [],
  missing: [],
  ragged: [],
  strayQuotes: [],
  dateColumns: [],
};

interface Reported {
  readonly place: FilePlace;
  readonly slots: Readonly<Record<string, unknown>>;
}

/** What a file rule reports of such a file with some facts changed. */
export function reportedBy(rule: FileRule): (facts: Partial<FileFacts>) => Reported[] {
  return (facts) => {
    const found: Reported[] = [];
    rule.check(
      { ...FACTS, ...facts },
      { asOf: 0, options: {}, data: {}, report: (place, slots) => found.push({ place, slots }) },
    );
    return found;
  };
}
