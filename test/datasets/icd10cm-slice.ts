/** Code, 1 for billable or 0 for a header, long title. */
export type OrderRow = readonly [code: string, flag: 0 | 1, title: string];

/** An order file as CDC writes it: number, code, flag, title cut to 60 characters, title. */
export function orderFile(rows: readonly OrderRow[], end = "\r\n"): string {
  return rows
    .map(([code, flag, title], i) => {
      const number = String(i + 1).padStart(5, "0");
      return `${number} ${code.padEnd(7)} ${flag} ${title.slice(0, 60).padEnd(60)} ${title}${end}`;
    })
    .join("");
}

export function codesFile(rows: readonly OrderRow[]): string {
  return rows
    .filter(([, flag]) => flag === 1)
    .map(([code, , title]) => `${code.padEnd(8)}${title}\r\n`)
    .join("");
}

/** A made-up edition of a size that no longer counts as an excerpt; `missing` leaves codes out of its end. */
export function wholeEdition(missing = 0): OrderRow[] {
  const rows: OrderRow[] = [["A00", 0, "Cholera"]];
  for (let i = 0; i < 1200 - missing; i++) {
    const code = `B${String(i).padStart(4, "0")}`;
    rows.push([code, 1, `Made-up disease ${i}`]);
  }
  return rows;
}
