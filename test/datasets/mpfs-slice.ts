/** The captions of PPRRVU as CMS writes them: four rows above the header make the names of the columns. */
const CAPTIONS_2026 = [
  ",,,,,,,,,,,,,,,,,,,,,,,,,,,,,NON-FACILITY,FACILITY,",
  ",,,,NOT USED,,,,,,,,,,,,,,,,,,,,,,PHYSICIAN,,DIAGNOSTIC,PE USED,PE USED,MP USED",
  ",,,,FOR,,,NON-FAC,,FACILITY,,,,,,,,,,,,,,,,,SUPERVISION OF,,IMAGING,FOR OPPS,FOR OPPS,FOR OPPS",
  ",,,STATUS,MEDICARE,WORK,NON-FAC,NA,FACILITY,NA,MP,NON-FACILITY,FACILITY,PCTC,GLOB,PRE,INTRA,POST,MULT,BILAT,ASST,CO-,TEAM,PRIC,ENDO,CONV,DIAGNOSTIC,CALCULATION,FAMILY,PAYMENT,PAYMENT,PAYMENT",
  "HCPCS,MOD,DESCRIPTION,CODE,PAYMENT,RVU,PE RVU,INDICATOR,PE RVU,INDICATOR,RVU,TOTAL,TOTAL,IND,DAYS,OP,OP,OP,PROC,SURG,SURG,SURG,SURG,IND,BASE,FACTOR,PROCEDURES,FLAG,INDICATOR,AMOUNT,AMOUNT,AMOUNT",
];
const PRICING_COLUMN = 23;

/** What a test says of a row: code, modifier, status, NA in the office, NA in a facility, PC/TC, global days, then five digits. */
export type FeeSliceRow = readonly [
  code: string,
  modifier: string,
  status: string,
  officeNa: string,
  facilityNa: string,
  pctc: string,
  global: string,
  digits: string,
];

export const SECRET = "Descriptor not to be kept";

function csvRow([code, modifier, status, office, facility, pctc, global, digits]: FeeSliceRow): string[] {
  const head = [code, modifier, SECRET, status, "", "1.30", "1.34", office, "0.55", facility, "0.11", "2.75", "1.96"];
  const operation = [pctc, global, "0.00", "0.00", "0.00", ...digits];
  return [...head, ...operation, "", "", "33.4009", "09", "0", "99", "0.00", "0.00", "0.00"];
}

/** 32 columns as of 2026, or the 31 before `PRIC IND` came. */
export function feeCsv(rows: readonly FeeSliceRow[], title = "2026 National", release = "July", columns = 32): string {
  const cells = [...CAPTIONS_2026.map((line) => line.split(",")), ...rows.map(csvRow)];
  const kept = columns === 32 ? cells : cells.map((row) => row.toSpliced(PRICING_COLUMN, 1));
  const blanks = ",".repeat(columns - 3);
  return [
    `,,${title} Physician Fee Schedule Relative Value File ${release} Release${blanks}`,
    `,,CPT codes and descriptions only are copyright 2026 American Medical Association.${blanks}`,
    `,,Dental codes (D codes) are copyright 2026 American Dental Association.${blanks}`,
    `,,${blanks}`,
    `,,RELEASED 06/30/2026${blanks}`,
    ...kept.map((row) => row.join(",")),
    "",
  ].join("\r\n");
}

/** The text file of fixed columns. */
export function feeText(rows: readonly FeeSliceRow[]): string {
  const records = rows.map(([code, modifier, status, office, facility, pctc, global, digits]) => {
    const head = code.padEnd(5) + modifier.padEnd(2) + SECRET.padEnd(50) + status;
    const payment = `${head.padEnd(72)}${office.padEnd(2)}`.padEnd(81) + facility.padEnd(2);
    return `${payment.padEnd(102) + pctc + global}.00.00.00${digits}`.padEnd(171);
  });
  return `${["HDR CPT CODES AND DESCRIPTIONS ONLY ARE COPYRIGHT ", "HDR RESERVED.", ...records].join("\r\n")}\r\n`;
}
