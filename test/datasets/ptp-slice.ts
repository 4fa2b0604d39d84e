/** The head of a PTP file as CMS writes it: AMA notice, title, a header wrapped over four lines. */
export const PTP_HEAD = [
  "CPT only copyright 2025 American Medical Association.  All rights reserved.\t\t\t\t\t\t",
  "Column1/Column2 Edits\t\t\t\t\t\t",
  "Column 1\tColumn 2\t*=in existence\tEffective\tDeletion\tModifier\tPTP Edit Rationale",
  "\t\tprior to 1996\tDate\tDate\t0=not allowed\t",
  "\t\t\t\t*=no data\t1=allowed\t",
  "\t\t\t\t\t9=not applicable\t",
];

export const MISUSE = "Misuse of Column Two code with Column One code";

/** A row in order of the columns; the third says whether the edit is older than 1996. */
export function ptpRow(
  column1: string,
  column2: string,
  from: string,
  to: string,
  indicator: string,
  old = "",
  rationale = MISUSE,
): string {
  return [column1, column2, old, from, to, indicator, rationale].join("\t");
}

/** Latin-1, tab-delimited, CRLF. */
export function ptpFile(rows: readonly string[], head: readonly string[] = PTP_HEAD): string {
  return `${[...head, ...rows].join("\r\n")}\r\n`;
}
