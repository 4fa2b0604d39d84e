import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { ROOT } from "../house/rooms.ts";
import { run } from "./running.ts";

// One folder, one whole run: inputs, args.txt (one argument a line) and what comes out; `made-NAME` is a file it writes.
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

/** The files that a run has made or changed, byte for byte, and private. */
function expectMade(folder: string, cwd: string): void {
  const isNew = (name: string) =>
    !existsSync(join(folder, name)) || !readFileSync(join(folder, name)).equals(readFileSync(join(cwd, name)));
  const made = readdirSync(cwd).filter(
    (name) => statSync(join(cwd, name)).isFile() && !name.startsWith("expected.") && isNew(name),
  );
  for (const name of made) {
    const expected = join(folder, `made-${name}`);
    const bytes = readFileSync(join(cwd, name));
    if (UPDATE) writeFileSync(expected, bytes);
    expect(bytes.toString("latin1"), name).toBe(existsSync(expected) ? readFileSync(expected, "latin1") : "");
    if (!existsSync(join(folder, name))) expect(statSync(join(cwd, name)).mode & 0o777, name).toBe(0o600);
  }
  const expected = readdirSync(folder).filter((name) => name.startsWith("made-"));
  expect(made.map((name) => `made-${name}`).sort()).toEqual(expected.sort());
}

const SCRATCH = mkdtempSync(join(tmpdir(), "claimlint-cases-"));
afterAll(() => rmSync(SCRATCH, { recursive: true, force: true }));

describe("whole runs", () => {
  test.each(readdirSync(FOLDER).sort())("%s", async (name) => {
    const folder = join(FOLDER, name);
    const cwd = join(SCRATCH, name);
    cpSync(folder, cwd, { recursive: true });
    const argv = readFileSync(join(cwd, "args.txt"), "utf8").split("\n").filter(Boolean);
    const ran = await run(argv, { cwd, ...(argv.includes("-") && { stdin: join(cwd, "claims.csv") }) });
    expectFile(join(folder, "expected.stdout"), steady(ran.stdout));
    expectFile(join(folder, "expected.stderr"), ran.stderr);
    expectFile(join(folder, "expected.exit"), `${ran.exit}\n`);
    expectMade(folder, cwd);
  });
});
