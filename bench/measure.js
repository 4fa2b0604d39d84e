// Runs whole Node programs and takes wall time and peak memory. Programs that are compared take turns, so that what the
// machine does beside them falls on all alike; the median of the turns counts.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const PEAK = fileURLToPath(new URL("peak.js", import.meta.url));

export const ROOT = fileURLToPath(new URL("..", import.meta.url));
export const CLAIMLINT = join(ROOT, "bin/claimlint.js");

export const scratch = mkdtempSync(join(tmpdir(), "claimlint-bench-"));
process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));

/** One run of a Node program: seconds of wall time, peak memory in MB. Throws where it fails otherwise than expected. */
export function run(args, { expect = [0, 1], env = {} } = {}) {
  const peak = join(scratch, "peak");
  const start = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", PEAK, ...args], {
    env: { ...process.env, ...env, CLAIMLINT_PEAK: peak },
    maxBuffer: 1 << 28,
  });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (!expect.includes(status)) throw new Error(`${args.join(" ")}: exit ${status}\n${stderr}`);
  return { seconds, megabytes: Number(readFileSync(peak, "utf8")) / 1024, stdout: stdout.toString() };
}

/** Runs each program in turn, `times` times; gives the medians by name. */
export function compare(programs, times) {
  const samples = Object.fromEntries(Object.keys(programs).map((name) => [name, []]));
  for (let i = 0; i < times; i++) for (const [name, program] of Object.entries(programs)) samples[name].push(program());
  return Object.fromEntries(
    Object.entries(samples).map(([name, all]) => [
      name,
      { seconds: median(all.map((s) => s.seconds)), megabytes: median(all.map((s) => s.megabytes)) },
    ]),
  );
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
