import { createHash, randomBytes } from "node:crypto";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { UsageError } from "../model/errors.ts";
import type { KnownRelease } from "./catalogue.ts";

/** What of the web's `fetch` is used; tests hand in a server of their own, and nothing else in claimlint has it. */
export type Fetch = (
  url: string,
  init: {
    readonly headers: Readonly<Record<string, string>>;
    readonly redirect: "manual";
    readonly signal: AbortSignal;
  },
) => Promise<Response>;

export interface PullOptions {
  readonly fetch: Fetch;
  /** Where files lie while they come in; what a cut connection left there is taken up again. */
  readonly folder: string;
  /** Address or folder that is asked instead of the publisher. */
  readonly mirror?: string | undefined;
  readonly onProgress?: (name: string, done: number, total: number | undefined) => void;
  readonly wait?: (ms: number) => Promise<void>;
  /** Silence of the server after which the connection counts as cut. */
  readonly stallMs?: number;
}

const ATTEMPTS = 5;
const REDIRECTS = 5;
/** Another process writes to a part that is younger than this. */
const ABANDONED_AFTER_MS = 60_000;

/** The file of a release, fetched and verified. Throws a `UsageError` that says how to get it by hand. */
export async function pullRelease(release: KnownRelease, options: PullOptions): Promise<string> {
  const { mirror } = options;
  if (mirror !== undefined && !/^https?:\/\//i.test(mirror)) return inFolder(mirror, release);
  mkdirSync(options.folder, { recursive: true });
  const [first, ...others] = mirror === undefined ? [release.url] : mirrored(mirror, release);
  try {
    return await download(first!, release, options);
  } catch (error) {
    // A mirror may be laid out like the publisher's site, or hold the files side by side.
    for (const url of others) {
      try {
        return await download(url, release, options);
      } catch (next) {
        if (!(next instanceof NotThere)) throw next;
      }
    }
    throw error;
  }
}

class NotThere extends UsageError {}
class WrongContent extends UsageError {}

/** The last part of the address, as a file name. */
export function fileName({ url }: KnownRelease): string {
  return decodeURIComponent(url.slice(url.lastIndexOf("/") + 1));
}

function mirrored(mirror: string, { url, ...release }: KnownRelease): string[] {
  const base = mirror.replace(/\/+$/, "");
  const path = new URL(url).pathname.replace(/^.*\/ICD10CM\/|^\/files\/zip\//, "");
  const names = [fileName({ url, ...release }), ...(release.names ?? [])].map(encodeURIComponent);
  return [...new Set([path, ...names])].map((each) => `${base}/${each}`);
}

/** In a folder of downloads the file is known by its name, or by its digest whatever its name. */
function inFolder(folder: string, release: KnownRelease): string {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch (error) {
    throw new UsageError(`--mirror ${folder}: no folder that can be read (${(error as NodeJS.ErrnoException).code})`);
  }
  const wanted = new Set([fileName(release), ...(release.names ?? [])].map((name) => name.toLowerCase()));
  const named = names.find((name) => wanted.has(name.toLowerCase()));
  const found =
    named ??
    names.find(
      (name) =>
        release.sha256.length > 0 &&
        statSync(join(folder, name)).isFile() &&
        release.sha256.includes(digestOf(join(folder, name))),
    );
  if (found === undefined) {
    throw new UsageError(`${release.release} is not in ${folder}: no file ${fileName(release)}`, byHand(release));
  }
  const path = join(folder, found);
  verify(path, release, false);
  return path;
}

async function download(url: string, release: KnownRelease, options: PullOptions): Promise<string> {
  const { folder, wait = pause } = options;
  const name = fileName(release);
  const path = join(folder, name);
  // Fetched whole by a call that failed later on.
  if (existsSync(path) && release.sha256.includes(digestOf(path))) return path;
  // Without a digest nothing would show that an older part belongs to another issue of the file.
  const part = takeUp(folder, name, release.sha256.length > 0);
  try {
    for (let attempt = 1; ; attempt++) {
      const resumed = existsSync(part);
      const problem = await receive(url, part, name, release, options);
      if (problem === undefined) {
        if (verify(part, release, resumed)) break;
        // What was there did not belong to this file: once more from its start.
        rmSync(part, { force: true });
      }
      if (attempt === ATTEMPTS) {
        throw new UsageError(`${url}: ${problem ?? "it came in damaged"} (${ATTEMPTS} attempts)`, byHand(release));
      }
      await wait(250 * 2 ** attempt);
    }
  } catch (error) {
    if (error instanceof WrongContent) rmSync(part, { force: true });
    // Left under its common name, so that the next call goes on where this one stopped.
    else if (existsSync(part)) renameSync(part, join(folder, `${name}.part`));
    throw error;
  }
  renameSync(part, path);
  return path;
}

/** A part of one's own: what an earlier call left is taken over by renaming, which only one process can do. */
function takeUp(folder: string, name: string, older: boolean): string {
  const own = join(folder, `${name}.${randomBytes(6).toString("hex")}.part`);
  if (!older) return own;
  for (const each of readdirSync(folder)) {
    if (!each.startsWith(name) || !each.endsWith(".part")) continue;
    const path = join(folder, each);
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (each !== `${name}.part` && age < ABANDONED_AFTER_MS) continue;
    try {
      renameSync(path, own);
      break;
    } catch {
      // Another process was faster.
    }
  }
  return own;
}

/** Reasons that are the same a second later: no network, a proxy in between, a certificate nobody trusts. */
const UNREACHABLE = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|EHOSTUNREACH|CERT|SSL/;

/** One attempt. Undefined where all has come, else what went wrong; throws where another attempt would not help. */
async function receive(
  url: string,
  part: string,
  name: string,
  release: KnownRelease,
  options: PullOptions,
): Promise<string | undefined> {
  const { stallMs = 60_000, onProgress } = options;
  const abort = new AbortController();
  let timer = setTimeout(() => abort.abort(), stallMs);
  const alive = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => abort.abort(), stallMs);
  };
  try {
    let done = statSync(part, { throwIfNoEntry: false })?.size ?? 0;
    const response = await ask(url, done, abort.signal, release, options.fetch);
    if (response.status === 416) {
      rmSync(part, { force: true });
      return "the server refuses to go on where the last download stopped";
    }
    if (response.status === 429 || response.status >= 500) return `the server answers ${response.status}`;
    if (response.status !== 200 && response.status !== 206) {
      const what = response.status === 404 ? "there is no such file (404)" : `the server answers ${response.status}`;
      throw new NotThere(`${url}: ${what}`, byHand(release));
    }
    const from = Number(/^bytes (\d+)-/.exec(response.headers.get("content-range") ?? "")?.[1] ?? 0);
    if (response.status === 206 && from !== done) {
      rmSync(part, { force: true });
      return "the server sends another part of the file than was asked for";
    }
    if (response.status === 200) {
      writeFileSync(part, "");
      done = 0;
    }
    const length = response.headers.get("content-length");
    const total = length === null ? undefined : done + Number(length);
    const reader = response.body?.getReader();
    for (let next = await reader?.read(); next !== undefined && !next.done; next = await reader?.read()) {
      alive();
      appendFileSync(part, next.value);
      done += next.value.length;
      onProgress?.(name, done, total);
    }
    return total === undefined || done === total ? undefined : `cut short: ${done} of ${total} bytes came`;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    if (abort.signal.aborted) return `the server fell silent for ${stallMs / 1000} s`;
    const reason = reasonOf(error);
    if (!UNREACHABLE.test(reason)) return `the connection failed (${reason})`;
    const proxy = "Behind a proxy, Node 24 and later take it from HTTPS_PROXY when NODE_USE_ENV_PROXY=1 is set.";
    throw new UsageError(`${new URL(url).host} cannot be reached (${reason})`, `${byHand(release)}. ${proxy}`);
  } finally {
    clearTimeout(timer);
  }
}

/** Follows redirects by hand: from HTTPS never to anything less. */
async function ask(
  url: string,
  from: number,
  signal: AbortSignal,
  release: KnownRelease,
  fetch: Fetch,
): Promise<Response> {
  // Compressed on the way, neither the length nor a resumed part would be that of the file.
  const headers: Record<string, string> = { "accept-encoding": "identity", "user-agent": "claimlint" };
  if (from > 0) headers["range"] = `bytes=${from}-`;
  let at = url;
  for (let hops = 0; hops <= REDIRECTS; hops++) {
    const response = await fetch(at, { headers, redirect: "manual", signal });
    const location = response.headers.get("location");
    if (response.status < 300 || response.status >= 400 || location === null) return response;
    await response.body?.cancel();
    const next = new URL(location, at);
    if (next.protocol !== "https:" && next.protocol !== new URL(url).protocol) {
      throw new UsageError(`${url}: it redirects to ${next.protocol}// , which is not secure`, byHand(release));
    }
    at = next.href;
  }
  throw new UsageError(`${url}: it redirects more than ${REDIRECTS} times`, byHand(release));
}

/** False where a download that was taken up does not hold together: the part may have been of another file. */
function verify(path: string, release: KnownRelease, resumed: boolean): boolean {
  const head = readFileSync(path).subarray(0, 512).toString("latin1");
  const digest = digestOf(path);
  if (release.sha256.length === 0 ? !/^\s*</.test(head) : release.sha256.includes(digest)) return true;
  if (resumed) return false;
  if (/^\s*<(?:!doctype|html)/i.test(head)) {
    throw new WrongContent(
      `${fileName(release)}: what came is a web page, not the file (a proxy, or a page that asks for a click)`,
      byHand(release),
    );
  }
  throw new WrongContent(
    `${fileName(release)}: its SHA-256 is ${digest}, not ${release.sha256[0]}: altered, or reissued by the publisher`,
    `If the publisher says that it was reissued: ${byHand(release)}`,
  );
}

function digestOf(path: string): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}

/** What a person can do without claimlint's own download. */
export function byHand({ url }: KnownRelease): string {
  return `Download ${url} with a browser, then: claimlint data add FILE`;
}

function reasonOf(error: unknown): string {
  const { cause, message } = error as Error & { cause?: { code?: string; message?: string } };
  return cause?.code ?? cause?.message ?? message;
}

function pause(ms: number): Promise<void> {
  return new Promise((resume) => setTimeout(resume, ms));
}
