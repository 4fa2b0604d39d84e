import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT } from "../house/rooms.ts";
import { run } from "./running.ts";

// One folder, one whole run: inputs, args.txt (one argument a line) and what comes out.
// CLAIMLINT_UPDATE=1 npx vitest run test/cases/cases.test.ts writes the expected files; read the diff before keeping it.
const FOLDER = join(ROOT, "fixtures/cases");
const UPDATE = Boolean(process.env["CLAIMLINT_UPDATE"]);

/** Without what changes whenever a rule is added or a version is released: digests, and rules the case switches off. */
function steady(text: string): string {
  return text
    .replace(/^\{.*"status":"off".*\n/gm, "")
    .replace(/\},\n\]/g, "}\n]")
    .replace(/switched off \(\d+\):[\s\S]*?(?=\n(?! {2}\S)|\n {2}\d)/, "switched off (…)")
    .replace(/\b[0-9a-f]{16}\b/g, "…")
    .replace(/("version": ?)"[^"]+"/, '$1"…"')
    .replace(/^claimlint \d+\.\d+\.\d+\S*/m, "claimlint …");
}

function expectFile(path: string, actual: string): void {
  if (UPDATE && actual === "") rmSync(path, { force: true });
  else if (UPDATE) writeFileSync(path, actual);
  expect(actual).toBe(existsSync(path) ? readFileSync(path, "utf8") : "");
}

describe("whole runs", () => {
  test.each(readdirSync(FOLDER).sort())("%s", async (name) => {
    const cwd = join(FOLDER, name);
    const argv = readFileSync(join(cwd, "args.txt"), "utf8").split("\n").filter(Boolean);
    const ran = await run(argv, { cwd, ...(argv.includes("-") && { stdin: join(cwd, "claims.csv") }) });
    expectFile(join(cwd, "expected.stdout"), steady(ran.stdout));
    expectFile(join(cwd, "expected.stderr"), ran.stderr);
    expectFile(join(cwd, "expected.exit"), `${ran.exit}\n`);
  });
});
