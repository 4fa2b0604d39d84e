import { expect, test } from "vitest";
import { runCli } from "./run-cli.ts";

test.each([
  ["99213", [/CPT \(AMA/, /Category I$/m, /Evaluation and management/, /E\/M$/m]],
  ["J1100", [/HCPCS Level II/, /or, in a diagnosis column/, /printed J11\.00/]],
  ["E11.9", [/ICD-10-CM/, /chapter\s+4/, /E08–E13/]],
  ["142", [/too short: a CPT code has five characters, probably 00142/, /ICD-9-CM/]],
  ["0450", [/revenue code \(NUBC\), printed 0450/, /ICD-9-CM/]],
  ["54T", [/probably 0054T/]],
  ["D1110", [/CDT \(ADA\), dental/]],
  ["0042X", [/none that claimlint knows/]],
  ["12345678901", [/NDC/]],
  ["25", [/modifier/, /separate/]],
  ["W19A", [/missing here/]],
])("what is %s", async (code, expected) => {
  const { exitCode, stdout } = await runCli(["code", code, "--no-config", "--data", "fixtures/no-data"]);
  expect(exitCode).toBe(0);
  for (const pattern of expected) expect(stdout).toMatch(pattern);
});
