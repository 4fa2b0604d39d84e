/** The notice of a MUE file: one quoted record over several lines. */
const NOTICE = `"Current Procedural Terminology (CPT) codes, descriptions and other data only are copyright 2025 American Medical Association. All rights reserved. 

CPT is a registered trademark.

Applicable FARS/DFARS Restrictions Apply to Government Use. "`;

export const MUE_HEADER =
  '"HCPCS/\nCPT Code",Practitioner Services MUE Values,MUE Adjudication Indicator,MUE Rationale';

const INDICATORS = ["", "1 Line Edit", "2 Date of Service Edit: Policy", "3 Date of Service Edit: Clinical"];

export function mueRow(code: string, value: string, mai: number, rationale = "Clinical: CMS Workgroup"): string {
  return `${code},${value},${INDICATORS[mai]},${rationale}`;
}

export function mueFile(rows: readonly string[], header = MUE_HEADER, lineEnd = "\n"): string {
  return `${[NOTICE, header, ...rows].join("\n")}\n`.replaceAll("\n", lineEnd);
}
