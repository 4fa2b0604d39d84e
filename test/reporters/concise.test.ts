import { expect, it } from "vitest";
import concise from "../../src/reporters/concise.ts";
import { makeFinding, makeRun, printAll, write } from "./sample.ts";

it("is one line a finding, as compilers write them, and the verdict", () => {
  expect(write(concise, { findings: printAll("direct+quasi") })).toBe(
    [
      "claims/2026-11.csv:3:46: error: billing_npi fails the NPI check digit [npi-check-digit]",
      "claims/2026-11.csv:4:11: warning: member id AAAAAAA-AAAAAAA of the patient born 9999-99-99 is not an MBI [member-id-format]",
      "claims/2026-11.csv:5:60: error: ␛[2J␛]0;pwned␇␍␊::error::forged␍␊#\\u{23}[add-mask]x=cmd|' /C calc… is no CPT code; the line has 3 units [cpt-format]",
      `claims/2026-11.csv:8:1: error: repeats row 2 with ${"x".repeat(60)}… [duplicate-line]`,
      "3 errors, 1 warning in 84 lines of 41 claims — fix before you submit",
      "",
    ].join("\n"),
  );
});

it("prints at most --max-per-rule of a rule and counts the rest", () => {
  const findings = printAll("nothing", [makeFinding(), makeFinding(), makeFinding()]);
  const lines = write(concise, { findings, maxPerRule: 1 }).split("\n");
  expect(lines.filter((line) => line.includes("error:"))).toHaveLength(1);
  expect(lines[1]).toBe("2 more not shown [npi-check-digit]");
  expect(write(concise, { findings, maxPerRule: 0 })).toBe(write(concise, { findings }));
});

it("marks waived findings and, very quiet, leaves all but errors out", () => {
  const [error, warning] = printAll("direct");
  const findings = [{ ...error!, waived: { reason: "agreed" } }, warning!, error!];
  expect(write(concise, { findings })).toContain("[npi-check-digit] (waived: agreed)\n");
  expect(write(concise, { findings, quiet: 2 })).toBe(
    "claims/2026-11.csv:3:46: error: billing_npi fails the NPI check digit [npi-check-digit]\n",
  );
});

it("says what kept the run from being complete", () => {
  const run = makeRun({ complete: false, problems: ["claims.csv: unterminated quote at row 9"], exitCode: 2 });
  expect(write(concise, { run, findings: [] })).toContain(
    "not fully checked: claims.csv: unterminated quote at row 9\n",
  );
});

it("colours only when asked", () => {
  expect(write(concise)).not.toContain("\u001b");
  expect(write(concise, { color: true })).toContain("\u001b[31m");
});
