export interface HcpcsRecord {
  /** A code, or a modifier of two characters. */
  readonly code: string;
  readonly title?: string;
  readonly added: string;
  readonly effective?: string;
  readonly ended?: string;
  readonly action?: string;
  readonly references?: readonly string[];
}

/** The record of 320 characters, with a second one for what of the title does not fit into 80. */
export function hcpcsRecords({ code, title = "", added, effective, ended, action, references }: HcpcsRecord): string[] {
  const modifier = code.length === 2;
  const pieces = [title.slice(0, 80), ...(title.length > 80 ? [title.slice(80)] : [])];
  return pieces.map((piece, i) => {
    const record = new Array<string>(320).fill(" ");
    const put = (start: number, text: string): void => {
      for (const [at, letter] of [...text].entries()) record[start - 1 + at] = letter;
    };
    put(1, code.padStart(5));
    put(6, String(100 + i * 100).padStart(5, "0"));
    put(11, modifier ? (i === 0 ? "7" : "8") : i === 0 ? "3" : "4");
    put(12, piece);
    put(92, piece.slice(0, 28));
    for (const [at, reference] of (references ?? []).entries()) put(205 + at * 5, reference);
    put(230, "C");
    put(269, added);
    put(277, effective ?? added);
    put(285, ended ?? "");
    put(293, action ?? "N");
    return record.join("");
  });
}

export function hcpcsText(records: readonly HcpcsRecord[], head = ""): string {
  return (
    head +
    records
      .flatMap(hcpcsRecords)
      .map((line) => `${line}\r\n`)
      .join("")
  );
}

export const SHEET_HEADER =
  "HCPC,SEQNUM,RECID,LONG DESCRIPTION,SHORT DESCRIPTION,PRICE1,PRICE2,PRICE3,PRICE4,MULT_PI,CIM1,CIM2,CIM3,MCM1,MCM2,MCM3,STATUTE,LABCERT1,LABCERT2,LABCERT3,LABCERT4,LABCERT5,LABCERT6,LABCERT7,LABCERT8,XREF1,XREF2,XREF3,XREF4,XREF5,COV,ASC_GRP,ASC_DT,OPPS,OPPS_PI,OPPS_DT,PROCNOTE,BETOS,TOS1,TOS2,TOS3,TOS4,TOS5,ANEST_BU,ADD DT,ACT EFF DT,TERM DT,ACTION CD".split(
    ",",
  );

/** Rows of the 48-column sheet, the header first. */
export function hcpcsSheet(records: readonly HcpcsRecord[], header: readonly string[] = SHEET_HEADER): string[][] {
  const rows = records.map((record) => {
    const cells = new Map([
      ["HCPC", record.code.padStart(5)],
      ["SEQNUM", "100"],
      ["RECID", record.code.length === 2 ? "7" : "3"],
      ["LONG DESCRIPTION", record.title ?? ""],
      ["XREF1", record.references?.[0] ?? ""],
      ["COV", "C"],
      ["ADD DT", record.added],
      ["ACT EFF DT", record.effective ?? record.added],
      ["TERM DT", record.ended ?? ""],
      ["ACTION CD", record.action ?? "N"],
    ]);
    return header.map((name) => cells.get(name) ?? "");
  });
  return [[...header], ...rows];
}

export function csv(rows: readonly (readonly string[])[]): string {
  return rows
    .map((row) => row.map((cell) => (cell.includes(",") ? `"${cell}"` : cell)).join(","))
    .join("\r\n")
    .concat("\r\n");
}
