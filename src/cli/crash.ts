/** A line of a stack trace that names code, and nothing else. */
const FRAME = /^ {4}at [^\n]*(?:\(?(?:file:|node:|\/|[A-Za-z]:\\)[^\n]*:\d+:\d+\)?|<anonymous>\)?|\(native\))$/;

/**
 * What CLAIMLINT_DEBUG shows of an unexpected error: its kind, its code and the stack, without its message. A message may
 * quote a cell (JSON.parse and csv-parse do), and may look like a line of the stack.
 */
export function crashText(error: unknown): string {
  if (!(error instanceof Error)) return `a ${typeof error} was thrown\n`;
  const { name, message, stack = "" } = error;
  const code = (error as NodeJS.ErrnoException).code;
  const frames = (message === "" ? stack : stack.replace(message, () => ""))
    .split("\n")
    .filter((line) => FRAME.test(line));
  const kind = /^\w+$/.test(name) ? name : "Error";
  return `${[kind, ...(code !== undefined && /^\w+$/.test(code) ? [code] : [])].join(" ")} (its message may quote a cell and is not shown)\n${frames.map((line) => `${line}\n`).join("")}`;
}
