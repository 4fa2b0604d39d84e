import { visible } from "../model/visible.ts";
import type { Terminal } from "./terminal.ts";

/** A line on standard error that says how far the reading is; nothing where standard error is no terminal. */
export interface Progress {
  readonly show: ((progress: { file: string; rows: number; phase: "reading" | "checking" }) => void) | undefined;
  readonly clear: () => void;
}

/** One line on standard error that is written over, at most five times a second; nothing where it is no terminal. */
export function statusLine(terminal: Terminal, wanted: boolean): { show: (text: string) => void; clear: () => void } {
  if (!wanted || terminal.stderr.isTTY !== true) return { show: () => undefined, clear: () => undefined };
  let last = 0;
  let shown = false;
  return {
    show(text) {
      const now = performance.now();
      if (now - last < 200) return;
      last = now;
      shown = true;
      terminal.stderr.write(`\r\u001B[2K${text.slice(0, (terminal.stderr.columns ?? 80) - 1)}`);
    },
    clear() {
      if (shown) terminal.stderr.write("\r\u001B[2K");
      shown = false;
    },
  };
}

export function progressLine(terminal: Terminal, wanted: boolean): Progress {
  if (!wanted || terminal.stderr.isTTY !== true) return { show: undefined, clear: () => undefined };
  const line = statusLine(terminal, wanted);
  return {
    show({ file, rows, phase }) {
      line.show(
        phase === "reading"
          ? `reading ${visible(file)}: ${rows.toLocaleString("en-US")} lines`
          : `checking: ${rows.toLocaleString("en-US")} claims`,
      );
    },
    clear: line.clear,
  };
}
