import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import csv from "../../src/reporters/csv.ts";
import { makeFinding, printAll, write } from "./sample.ts";

const HEADER =
  "rule,severity,file,line,column,row,cell,field,header,claim_id,line_number,value,value_shape,message,why,fix,carc,rarc,fingerprint";

const rows = (text: string): Record<string, string>[] => parse(text, { columns: true, record_delimiter: "\r\n" });

it("has the documented columns, CRLF, and nothing after the last finding", () => {
  const text = write(csv, { findings: printAll("nothing", [makeFinding()]) });
  expect(text.startsWith(`${HEADER}\r\n`)).toBe(true);
  expect(text.replace(/[0-9a-f]{16}\r\n$/, "F\r\n")).toBe(
    `${HEADER}\r\nnpi-check-digit,error,claims/2026-11.csv,3,46,2,F3,billing_npi,billing_npi,CLM-00017,1,1234567890,` +
      "9999999999,billing_npi fails the NPI check digit,payers reject the whole claim when an NPI fails its check digit," +
      "look the provider up; do not just change the last digit,CO-16,N257,F\r\n",
  );
  expect(write(csv, { findings: [] })).toBe(`${HEADER}\r\n`);
});

it("reads back as it was", () => {
  const findings = printAll("direct");
  const back = rows(write(csv, { findings }));
  expect(back).toHaveLength(findings.length);
  for (const [i, finding] of findings.entries()) {
    expect(back[i]).toMatchObject({ rule: finding.rule, message: finding.message, fingerprint: finding.fingerprint });
    expect(back[i]?.["value"]).toBe(finding.value ?? "");
  }
});

describe("formula guard", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
    ["+1 (555) 010-0000", "'+1 (555) 010-0000"],
    ["-2+3", "'-2+3"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ['=HYPERLINK("x","y")', `'=HYPERLINK("x","y")`],
    ["-5", "-5"],
    ["-5.25", "-5.25"],
    ["+12", "+12"],
    ["-.5", "-.5"],
    ["-", "'-"],
    ["-1e5", "'-1e5"],
    ["1=1", "1=1"],
    ['a,b"c', 'a,b"c'],
  ])("%s is written as %s", (value, written) => {
    const findings = printAll("nothing", [makeFinding({ value: { text: value, privacy: "none" } })]);
    expect(rows(write(csv, { findings }))[0]?.["value"]).toBe(written);
  });

  it.each(["\t=1", "\r=1", "=1"])("guards a path that starts with %j", (start) => {
    const file = `${start}.csv`;
    const findings = printAll("nothing", [makeFinding({ at: { ...makeFinding().at, file } })]);
    expect(rows(write(csv, { findings }))[0]?.["file"]).toBe(`'${file}`);
  });
});
