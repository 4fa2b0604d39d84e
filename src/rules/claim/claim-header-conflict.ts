import { claimRule, type LineView } from "../../contract/rule.ts";
import { COLUMNS } from "../../model/columns.ts";

type Key = "patientId" | "memberId" | "dob" | "sex" | "billingNpi" | "payer" | "responsibility";
type Line = LineView<never, Key>;

/** What two lines must have in common; undefined where the line says nothing, or nothing that can be read. */
const COMPARED: Readonly<Record<Key, (line: Line) => string | number | undefined>> = {
  patientId: (line) => line.patientId?.trimmed.toUpperCase(),
  memberId: (line) => line.memberId?.trimmed.toUpperCase(),
  dob: (line) => line.dob?.days,
  sex: (line) => line.sex?.sex,
  billingNpi: (line) => (line.billingNpi?.ok ? line.billingNpi.npi : undefined),
  payer: (line) => line.payer?.trimmed.toUpperCase().replace(/\s+/g, " "),
  responsibility: (line) => line.responsibility?.trimmed.toUpperCase(),
};

/** The first line that says something, and the first that says something else. */
function conflict(lines: readonly Line[], key: Key): [Line, Line] | undefined {
  const of = COMPARED[key];
  const first = lines.find((line) => of(line) !== undefined);
  const other = first && lines.find((line) => of(line) !== undefined && of(line) !== of(first));
  return first && other && [first, other];
}

export default claimRule({
  id: "claim-header-conflict",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "Lines of one claim disagree on what the whole claim has once",
  why: "A claim has one patient, one billing provider and one payer; only one of the values can be sent.",
  fix: "Correct the line that is wrong, or give the lines claims of their own.",
  repair: "never",
  sources: ["ASC X12N 837P (005010X222A1), loops 2000B, 2010AA, 2010BA and 2010BB"],
  denial: { carc: ["CO-16"], rarc: ["N382", "N379"] },

  needs: [],
  reads: ["patientId", "memberId", "dob", "sex", "billingNpi", "payer", "responsibility"],
  message: "{field} differs within the claim: {first} and {other}",

  check({ lines }, { report }) {
    const compare = (key: Key): boolean => {
      const [first, other] = conflict(lines, key) ?? [];
      if (!first || !other) return false;
      const slots = { field: COLUMNS[key].field, first: first[key]!, other: other[key]! };
      report(other, key, slots, { related: [{ line: first, at: key, label: "the other value" }] });
      return true;
    };
    // Two patients under one claim number differ in everything else as well: one cause, one finding.
    if (compare("patientId")) return;
    if (lines.every((line) => line.patientId === undefined) && compare("memberId")) return;
    for (const key of ["dob", "sex", "billingNpi"] as const) compare(key);
    // The same claim to the first and to the second payer.
    if (!conflict(lines, "responsibility")) compare("payer");
  },

  examples: {
    passes: [
      [{ rendering_npi: "1245319599" }, { line_number: "2", rendering_npi: "2543210985", place_of_service: "22" }],
      [
        { dob: "1980-04-12", sex: "F" },
        { line_number: "2", dob: "", sex: "female" },
      ],
      [{ claim_id: "A" }, { claim_id: "B", dob: "1981-01-01" }],
    ],
    finds: [
      [{ dob: "1980-04-12" }, { line_number: "2", dob: "1980-04-21" }],
      [{ payer: "Acme Health" }, { line_number: "2", payer: "Second Mutual" }],
      [{}, { line_number: "2", patient_id: "P-200", dob: "1990-01-01", sex: "M" }],
    ],
  },
  notes: `Empty cells, letter case and white space do not count. Two payers are right where the responsibility (P, S, T)
differs. Diagnosis lists are compared by \`claim-diagnosis-conflict\`.`,
});
