import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";

/** Debian's Chromium, where it is installed (`apt-get install chromium`). */
export const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) =>
  existsSync(path),
);

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--remote-debugging-pipe",
  "--window-size=1200,1600",
];

const PATIENCE_MS = 30_000;

type Parameters = Readonly<Record<string, unknown>>;

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Parameters;
  readonly result?: Parameters;
  readonly error?: { readonly message: string };
}

/** One page in a real browser, driven through the DevTools protocol on a pipe: no port, no package. */
export interface Page {
  /** What the browser asked for and what it complained about, since the page was opened. */
  readonly requests: readonly string[];
  readonly complaints: readonly string[];
  run(expression: string): Promise<unknown>;
  send(method: string, params?: Parameters): Promise<Parameters>;
  close(): Promise<void>;
}

export async function openPage(url: string, media: Readonly<Record<string, string>> = {}): Promise<Page> {
  const profile = mkdtempSync(join(tmpdir(), "claimlint-chromium-"));
  const browser = spawn(CHROMIUM!, [...FLAGS, `--user-data-dir=${profile}`], {
    stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
  });
  const input = browser.stdio[3] as Writable;
  const output = browser.stdio[4] as Readable;
  const waiting = new Map<number, { done: (result: Parameters) => void; fail: (error: Error) => void }>();
  const requests: string[] = [];
  const complaints: string[] = [];
  let loaded = () => {};
  let number = 0;
  let session: string | undefined;
  let rest = Buffer.alloc(0);

  function receive({ id, method, params, result, error }: Message): void {
    const call = id === undefined ? undefined : waiting.get(id);
    if (error) call?.fail(new Error(error.message));
    else call?.done(result ?? {});
    if (method === "Page.loadEventFired") loaded();
    if (method === "Network.requestWillBeSent") requests.push((params!["request"] as { url: string }).url);
    if (method === "Runtime.exceptionThrown" || method === "Log.entryAdded" || method === "Runtime.consoleAPICalled") {
      complaints.push(JSON.stringify(params));
    }
  }

  output.on("data", (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      receive(JSON.parse(rest.subarray(0, end).toString("utf8")) as Message);
      rest = rest.subarray(end + 1);
    }
  });

  function send(method: string, params: Parameters = {}): Promise<Parameters> {
    const id = ++number;
    input.write(`${JSON.stringify({ id, method, params, ...(session && { sessionId: session }) })}\0`);
    return new Promise((done, fail) => {
      const late = setTimeout(() => fail(new Error(`${method} was not answered`)), PATIENCE_MS);
      const settle = (then: () => void) => {
        clearTimeout(late);
        waiting.delete(id);
        then();
      };
      waiting.set(id, { done: (result) => settle(() => done(result)), fail: (error) => settle(() => fail(error)) });
    });
  }

  const { targetId } = await send("Target.createTarget", { url: "about:blank" });
  session = (await send("Target.attachToTarget", { targetId, flatten: true }))["sessionId"] as string;
  for (const domain of ["Page", "Runtime", "Log", "Network"]) await send(`${domain}.enable`);
  const features = Object.entries(media).map(([name, value]) => ({ name, value }));
  await send("Emulation.setEmulatedMedia", { features });
  const ready = new Promise<void>((done, fail) => {
    const late = setTimeout(() => fail(new Error("the page did not load")), PATIENCE_MS);
    loaded = () => {
      clearTimeout(late);
      done();
    };
  });
  await send("Page.navigate", { url });
  await ready;

  return {
    requests,
    complaints,
    send,
    async run(expression) {
      const { result, exceptionDetails } = await send("Runtime.evaluate", {
        expression,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails));
      return (result as { value?: unknown }).value;
    },
    async close() {
      const gone = new Promise((done) => browser.once("exit", done));
      session = undefined;
      send("Browser.close").catch(() => browser.kill("SIGKILL"));
      await gone;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
