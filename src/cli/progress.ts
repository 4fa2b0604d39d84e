import type { Terminal } from "./terminal.ts";

/** A line on standard error that says how far the reading is; nothing where standard error is no terminal. */
export interface Progress {
  readonly show: ((progress: { file: string; rows: number; phase: "reading" | "checking" }) => void) | undefined;
  readonly clear: () => void;
}

export function progressLine(terminal: Terminal, wanted: boolean): Progress {
  if (!wanted || terminal.stderr.isTTY !== true) return { show: undefined, clear: () => undefined };
  let last = 0;
  let shown = false;
  return {
    show({ file, rows, phase }) {
      const now = performance.now();
      if (now - last < 200) return;
      last = now;
      shown = true;
      const what =
        phase === "reading"
          ? `reading ${file}: ${rows.toLocaleString("en-US")} lines`
          : `checking: ${rows.toLocaleString("en-US")} claims`;
      terminal.stderr.write(`\r\u001B[2K${what}`);
    },
    clear() {
      if (shown) terminal.stderr.write("\r\u001B[2K");
    },
  };
}
