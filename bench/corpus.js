// Last step of `npm run corpus`: measures the built linter on fixtures/corpus, prints the table and writes docs/accuracy.md.
// Ends with 1 where a rule is below the limits of src/dev/accuracy.ts, and names every miss and false alarm.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { main } from "../dist/cli/main.js";
import { accuracyPage, measureAccuracy, shortfalls, told } from "../dist/dev/accuracy.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const corpus = join(root, "fixtures/corpus");
const work = mkdtempSync(join(tmpdir(), "claimlint-corpus-"));

class Collected extends Writable {
  text = "";
  _write(chunk, _encoding, done) {
    this.text += chunk;
    done();
  }
}

async function run(argv) {
  const stdout = new Collected();
  const exit = await main(argv, {
    stdin: process.stdin,
    stdout,
    // Some dirty files cannot be read to the end: that is their defect, and a finding.
    stderr: new Collected(),
    env: { HOME: work },
    cwd: root,
    today: Math.floor(Date.UTC(2026, 10, 22) / 86_400_000),
  });
  if (exit !== 0 && argv[0] === "data") throw new Error(stdout.text);
  return stdout.text;
}

try {
  const data = join(work, "data");
  await run(["data", "add", "--data", data, join(corpus, "data")]);
  const accuracy = await measureAccuracy(corpus, data, run);
  const page = accuracyPage(accuracy);
  writeFileSync(join(root, "docs/accuracy.md"), page);
  process.stdout.write(page.slice(page.indexOf("| rule |")));
  for (const { missed, falseAlarms } of accuracy.rules) {
    for (const place of missed) process.stdout.write(`missed       ${told(place)}\n`);
    for (const place of falseAlarms) process.stdout.write(`false alarm  ${told(place)}\n`);
  }
  const short = shortfalls(accuracy);
  for (const sentence of short) process.stdout.write(`SHORT  ${sentence}\n`);
  process.exitCode = short.length === 0 ? 0 : 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}
