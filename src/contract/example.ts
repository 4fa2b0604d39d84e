import type { ExampleLine } from "./rule.ts";

/** A clean office visit; examples are laid over it. Invented patient; the NPIs are the documentation's anchors. */
export const CLEAN_LINE: ExampleLine = {
  claim_id: "CLM-1",
  line_number: "1",
  patient_id: "P-100",
  dob: "1980-04-12",
  sex: "F",
  service_from: "2026-03-02",
  service_to: "2026-03-02",
  place_of_service: "11",
  procedure_code: "99213",
  modifier_1: "",
  modifier_2: "",
  modifier_3: "",
  modifier_4: "",
  diagnosis_1: "E11.9",
  diagnosis_2: "I10",
  dx_pointer: "1",
  units: "1",
  charge: "125.00",
  rendering_npi: "1245319599",
  billing_npi: "1003000126",
  payer: "",
};

/** The CSV text of an example's lines. */
export function exampleCsv(lines: readonly ExampleLine[]): string {
  const records = lines.map((line) => {
    const from = line["service_from"];
    const follow = from !== undefined && line["service_to"] === undefined ? { service_to: from } : {};
    return { ...CLEAN_LINE, ...follow, ...line };
  });
  const columns = [...new Set(records.flatMap((r) => Object.keys(r)))].filter((name) => !name.startsWith("$"));
  const rows = records.map((r: Record<string, string>) => columns.map((c) => quote(r[c] ?? "")).join(","));
  return `${[columns.join(","), ...rows].join("\n")}\n`;
}

function quote(cell: string): string {
  return /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
