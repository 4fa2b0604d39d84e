import { describe, expect, test } from "vitest";
import { REPORT_SCHEMA } from "../../src/contract/report-schema.ts";
import { runCli } from "../cli/run-cli.ts";

const REPORT = ["-f", "json", "--no-config"];

describe("the json report holds what its schema says, and nothing else", () => {
  test.each([
    ["the bundled example", ["fixtures/claims.csv"], "", 1],
    ["all values shown", ["fixtures/claims.csv", "--values", "all"], "", 1],
    ["no values shown", ["fixtures/claims.csv", "--values", "none"], "", 1],
    ["a missing required column", ["-"], "claim_id,procedure_code\nA,99213\n", 2],
    ["an unreadable file", ["fixtures/claims.csv", "fixtures/claims.csv.missing"], "", 2],
  ])("%s", async (_, operands, stdin, exitCode) => {
    const run = await runCli([...operands, ...REPORT], { stdin });
    expect(run.exitCode, run.stderr).toBe(exitCode);
    if (run.stdout === "") return;
    const parsed = REPORT_SCHEMA.safeParse(JSON.parse(run.stdout));
    expect(parsed.error?.issues ?? []).toEqual([]);
    expect(parsed.data?.exitCode).toBe(exitCode);
  });
});
