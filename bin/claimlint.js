#!/usr/bin/env node
import { rmSync } from "node:fs";
import { main } from "../dist/cli/main.js";
import { unfinished } from "../dist/cli/sink.js";

for (const [signal, code] of [
  ["SIGINT", 130],
  ["SIGTERM", 143],
]) {
  process.once(signal, () => {
    for (const path of unfinished) rmSync(path, { force: true });
    process.stderr.write("\nclaimlint: interrupted; nothing was decided about the claims.\n");
    process.exit(code);
  });
}
// A reader that goes away (`| head`) must not turn the verdict into a stack trace.
process.stdout.on("error", () => {});

process.exitCode = await main(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  cwd: process.cwd(),
  today: Math.floor(Date.now() / 86_400_000),
});
