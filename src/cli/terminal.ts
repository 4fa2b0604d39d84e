/** The process as a command sees it; tests hand in their own. */
export interface Terminal {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly stdout: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** Today in UTC, days since 1970-01-01. */
  readonly today: number;
}

/** Is colour wanted on a stream? https://no-color.org and FORCE_COLOR are honoured under `auto`. */
export function wantsColor(setting: string, stream: { readonly isTTY?: boolean }, env: Terminal["env"]): boolean {
  if (setting !== "auto") return setting === "always";
  if (env["NO_COLOR"]) return false;
  if (env["FORCE_COLOR"] !== undefined) return env["FORCE_COLOR"] !== "0";
  return stream.isTTY === true && env["TERM"] !== "dumb";
}
