import { claimRule, type LineView } from "../../contract/rule.ts";
import { COLUMNS, fieldName } from "../../model/columns.ts";

type Reads =
  | "patientId"
  | "memberId"
  | "dob"
  | "sex"
  | "billingNpi"
  | "payer"
  | "responsibility"
  | "diagnoses"
  | "pointers";
type Line = LineView<"claimId", Reads>;
type HeaderKey = "patientId" | "memberId" | "dob" | "sex" | "billingNpi" | "payer";

/** What two lines must have in common; undefined where the line says nothing, or nothing that can be read. */
const COMPARED: Readonly<Record<HeaderKey, (line: Line) => string | number | undefined>> = {
  patientId: (line) => line.patientId?.trimmed.toUpperCase(),
  memberId: (line) => line.memberId?.trimmed.toUpperCase(),
  dob: (line) => line.dob?.days,
  sex: (line) => line.sex?.sex,
  billingNpi: (line) => (line.billingNpi?.ok ? line.billingNpi.npi : undefined),
  payer: (line) => line.payer?.trimmed.toUpperCase().replace(/\s+/g, " "),
};

/** The first line that says something, and the first that says something else. */
function conflict(lines: readonly Line[], of: (line: Line) => string | number | undefined): [Line, Line] | undefined {
  const first = lines.find((line) => of(line) !== undefined);
  const other = first && lines.find((line) => of(line) !== undefined && of(line) !== of(first));
  return first && other && [first, other];
}

/** Without pointers the columns may hold the diagnoses of the line, not those of the claim. */
function diagnosisList(line: Line): string | undefined {
  if (line.pointers.every((pointer) => pointer === undefined)) return undefined;
  const codes = line.diagnoses.map((diagnosis) => diagnosis?.code ?? "");
  return codes.some((code) => code !== "") ? codes.join(" ").trim() : undefined;
}

export default claimRule({
  id: "claim-header-conflict",
  severity: "error",
  tier: "T1",
  since: "0.1.0",
  summary: "Lines of one claim disagree on what the whole claim has once",
  why: "A claim has one patient, one billing provider, one payer and one diagnosis list; only one of them can be sent.",
  fix: "Correct the line that is wrong, or give the lines claims of their own.",
  repair: "never",
  sources: ["ASC X12N 837P (005010X222A1), loops 2000B, 2010AA, 2010BA, 2010BB and 2300 HI"],
  denial: { carc: ["CO-16"], rarc: ["N382", "N379"] },

  needs: ["claimId"],
  reads: ["patientId", "memberId", "dob", "sex", "billingNpi", "payer", "responsibility", "diagnoses", "pointers"],
  message: "{field} differs within the claim: {first} and {other}",

  check({ lines }, { report }) {
    const compare = (key: HeaderKey): boolean => {
      const found = conflict(lines, COMPARED[key]);
      if (found === undefined) return false;
      const [first, other] = found;
      const slots = { field: COLUMNS[key].field, first: first[key]!, other: other[key]! };
      report(other, key, slots, { related: [{ line: first, at: key, label: "the other value" }] });
      return true;
    };
    // Two patients under one claim number differ in everything else as well: one cause, one finding.
    if (compare("patientId")) return;
    if (lines.every((line) => line.patientId === undefined) && compare("memberId")) return;
    compare("dob");
    compare("sex");
    compare("billingNpi");
    // The same claim to the first and to the second payer.
    if (conflict(lines, (line) => line.responsibility?.trimmed.toUpperCase()) === undefined) compare("payer");
    const lists = conflict(lines, diagnosisList);
    if (lists === undefined) return;
    const [first, other] = lists;
    const differs = (d: Line["diagnoses"][number], slot: number) => d?.code !== first.diagnoses[slot]?.code;
    const slot = Math.max(other.diagnoses.findIndex(differs), 0);
    const show = (line: Line) => line.diagnoses.flatMap((d) => (d ? [d.dotted || d.code] : [])).join(" ");
    const slots = { field: fieldName("diagnoses", slot), first: show(first), other: show(other) };
    const related = [{ line: first, at: ["diagnoses", slot], label: "the other list" } as const];
    report(other, ["diagnoses", slot], slots, { severity: "warning", related });
  },

  examples: {
    passes: [
      [{ rendering_npi: "1245319599" }, { line_number: "2", rendering_npi: "2543210985", place_of_service: "22" }],
      [
        { sex: "F", payer: "Acme Health" },
        { line_number: "2", sex: "female", payer: " ACME  health" },
      ],
      [{ dob: "1980-04-12" }, { line_number: "2", dob: "" }],
      [
        { payer: "Acme Health", payer_responsibility: "P" },
        { line_number: "2", payer: "Second Mutual", payer_responsibility: "S" },
      ],
      [{ dx_pointer: "" }, { line_number: "2", dx_pointer: "", diagnosis_1: "E78.5" }],
      [{ claim_id: "A" }, { claim_id: "B", dob: "1981-01-01" }],
    ],
    finds: [
      [{ dob: "1980-04-12" }, { line_number: "2", dob: "1980-04-21" }],
      [{ payer: "Acme Health" }, { line_number: "2", payer: "Second Mutual" }],
      [{}, { line_number: "2", patient_id: "P-200", dob: "1990-01-01", sex: "M" }],
      [{}, { line_number: "2", diagnosis_2: "E78.5" }],
    ],
  },
  notes: `Empty cells, letter case and white space do not count. Diagnoses are compared only where the lines carry pointers,
and as a warning: some exports write the line's own diagnoses into the same columns. Two payers are right where the
responsibility (P, S, T) differs.`,
});
