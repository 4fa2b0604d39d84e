import { resolve } from "node:path";
import type { Outcome } from "../run/check.ts";
import { fileSink } from "./sink.ts";
import type { Terminal } from "./terminal.ts";

/** `--write-baseline`: the counts of this check. Of a check that is not complete none is written: it would allow too little. */
export async function writeBaseline(file: string, { result, baseline }: Outcome, terminal: Terminal): Promise<void> {
  if (!result.complete) {
    terminal.stderr.write(`claimlint: the baseline ${file} is not written, because not everything was checked\n`);
    return;
  }
  const { baselineText, newBaseline } = await import("../config/baseline.ts");
  const entries = baseline(newBaseline(resolve(terminal.cwd, file), terminal.cwd).nameOf);
  const sink = fileSink(file, terminal.cwd);
  try {
    await sink.write(baselineText(entries));
  } catch (error) {
    sink.discard();
    throw error;
  }
  await sink.close();
}
