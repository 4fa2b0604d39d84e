import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { CATALOGUE, type KnownRelease } from "../../src/reference/catalogue.ts";
import { pullRelease } from "../../src/reference/pull.ts";
import { official, REFERENCE_PRESENT } from "../datasets/workshop.ts";

const CONTENT = Buffer.from("PK made-up archive ".repeat(5000));
const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server;
let base = "";
/** How the next requests are answered, in order; the last one stays. */
let answers: Answer[] = [];
let asked: { path: string; range: string | undefined }[] = [];
let folder = "";

const whole: Answer = (_, response) => response.writeHead(200, { "content-length": CONTENT.length }).end(CONTENT);
/** Serves ranges, as the publishers' servers do. */
const ranged: Answer = (request, response) => {
  const from = Number(/^bytes=(\d+)-/.exec(request.headers.range ?? "")?.[1] ?? 0);
  if (from === 0) return whole(request, response);
  if (from >= CONTENT.length) return void response.writeHead(416).end();
  const range = `bytes ${from}-${CONTENT.length - 1}/${CONTENT.length}`;
  response.writeHead(206, { "content-range": range, "content-length": CONTENT.length - from });
  response.end(CONTENT.subarray(from));
};
/** Promises the whole file, sends a piece and hangs up. */
const cut =
  (bytes: number): Answer =>
  (_, response) => {
    response.writeHead(200, { "content-length": CONTENT.length });
    response.write(CONTENT.subarray(0, bytes), () => setTimeout(() => response.destroy(), 20));
  };
const status =
  (code: number): Answer =>
  (_, response) =>
    response.writeHead(code).end("<html>sorry</html>");
const redirect =
  (location: string): Answer =>
  (_, response) =>
    response.writeHead(302, { location }).end();
const page: Answer = (_, response) => response.writeHead(200).end("<!DOCTYPE html><html>log in</html>");

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push({ path: request.url ?? "", range: request.headers.range });
    const answer = answers.length > 1 ? answers.shift()! : answers[0]!;
    answer(request, response);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());
beforeEach(() => {
  asked = [];
  folder = mkdtempSync(join(tmpdir(), "claimlint-pull-"));
  return () => rmSync(folder, { recursive: true, force: true });
});

function release(extra: Partial<KnownRelease> = {}): KnownRelease {
  return { dataSet: "icd10cm", release: "FY2099", url: `${base}/2099/codes.zip`, sha256: [sha256(CONTENT)], ...extra };
}

function pull(which = release(), more: { mirror?: string; stallMs?: number } = {}): Promise<string> {
  return pullRelease(which, { fetch, folder, wait: () => Promise.resolve(), ...more });
}

describe("data pull: what a network does", () => {
  test.each([
    ["the whole file", [whole], 1],
    ["a cut connection is taken up where it broke", [cut(40_000), ranged], 2],
    ["cut twice", [cut(40_000), cut(10), ranged], 3],
    ["a server that does not know ranges sends all again", [cut(40_000), whole], 2],
    ["a server that is busy for a moment", [status(503), status(429), whole], 3],
    ["redirects", [redirect("/elsewhere"), redirect("/again"), whole], 3],
  ])("%s", async (_, script, requests) => {
    answers = [...script];
    const path = await pull();
    expect(readFileSync(path).equals(CONTENT)).toBe(true);
    expect(asked).toHaveLength(requests);
    expect(readdirSync(folder)).toEqual(["codes.zip"]);
  });

  test("asks for the rest only", async () => {
    answers = [cut(40_000), ranged];
    await pull();
    const [first, second] = asked;
    expect(first!.range).toBeUndefined();
    expect(second!.range).toMatch(/^bytes=[1-9]\d*-$/);
  });

  test.each([
    ["404", [status(404)], /there is no such file \(404\)/, 1],
    ["403", [status(403)], /the server answers 403/, 1],
    ["another file than the known one", [(_: unknown, r: ServerResponse) => void r.end("other")], /its SHA-256 is/, 1],
    ["a page to log in", [page], /what came is a web page/, 1],
    ["a server that stays down", [status(500)], /answers 500 \(5 attempts\)/, 5],
    ["a server that always hangs up", [cut(0)], /connection failed|cut short/, 5],
    ["redirects without end", [redirect("/round")], /redirects more than 5 times/, 6],
    ["a redirect to another protocol", [redirect("ftp://example.org/x")], /not secure/, 1],
  ] as const)("%s is refused, and says what to do by hand", async (_, script, reason, requests) => {
    answers = [...script] as Answer[];
    const failure = await pull().then(
      () => undefined,
      (error: Error & { remedy?: string }) => error,
    );
    expect(failure?.message).toMatch(reason);
    expect(failure?.remedy).toContain(`${base}/2099/codes.zip`);
    expect(failure?.remedy).toContain("claimlint data add");
    expect(asked).toHaveLength(requests);
    expect(existsSync(join(folder, "codes.zip"))).toBe(false);
  });

  test("a server that falls silent", async () => {
    answers = [(_, response) => void response.writeHead(200, { "content-length": 10 }).write("P"), whole];
    expect(readFileSync(await pull(release(), { stallMs: 200 })).equals(CONTENT)).toBe(true);
  });

  test("no network at all: at once, with the address to fetch by hand", async () => {
    const failing = () =>
      Promise.reject(Object.assign(new TypeError("fetch failed"), { cause: { code: "ENOTFOUND" } }));
    const options = { fetch: failing, folder, wait: () => Promise.reject(new Error("waited")) };
    await expect(pullRelease(release(), options)).rejects.toThrow(/cannot be reached \(ENOTFOUND\)/);
  });

  test("what an earlier call left is taken up, and thrown away where it was of another file", async () => {
    writeFileSync(join(folder, "codes.zip.part"), CONTENT.subarray(0, 50_000));
    answers = [ranged];
    await pull();
    expect(asked).toEqual([{ path: "/2099/codes.zip", range: "bytes=50000-" }]);
    rmSync(join(folder, "codes.zip"));
    writeFileSync(join(folder, "codes.zip.part"), Buffer.alloc(50_000));
    expect(readFileSync(await pull()).equals(CONTENT)).toBe(true);
  });

  test("a file that an earlier call fetched whole is not fetched again", async () => {
    answers = [whole];
    expect(await pull()).toBe(await pull());
    expect(asked).toHaveLength(1);
  });

  test("without a known digest no older part is trusted, and a web page is still refused", async () => {
    writeFileSync(join(folder, "codes.zip.part"), Buffer.alloc(50_000));
    answers = [ranged];
    expect(readFileSync(await pull(release({ sha256: [] }))).equals(CONTENT)).toBe(true);
    answers = [page];
    await expect(pull(release({ sha256: [] }))).rejects.toThrow(/web page/);
  });

  test("two calls at once: both get the whole file", async () => {
    answers = [ranged];
    writeFileSync(join(folder, "codes.zip.part"), CONTENT.subarray(0, 50_000));
    const [a, b] = await Promise.all([pull(), pull()]);
    expect([a, b].map((path) => readFileSync(path).equals(CONTENT))).toEqual([true, true]);
    // Only one of them can have taken up what was there.
    expect(asked.filter(({ range }) => range === undefined)).toHaveLength(1);
  });
});

describe("data pull: mirrors", () => {
  const known = release({
    url: "https://ftp.cdc.gov/pub/Health_Statistics/NCHS/Publications/ICD10CM/2099/My%20Codes.zip",
    names: ["My_Codes.zip"],
  });

  test.each([
    ["laid out like the publisher's site", "/2099/My%20Codes.zip"],
    ["files side by side", "/My%20Codes.zip"],
    ["under another name", "/My_Codes.zip"],
  ])("an address, %s", async (_, path) => {
    answers = [(request, response) => (request.url === `/m${path}` ? whole : status(404))(request, response)];
    expect(readFileSync(await pull(known, { mirror: `${base}/m/` })).equals(CONTENT)).toBe(true);
  });

  test("a folder: by name, or by digest whatever the name", async () => {
    for (const name of ["my codes.zip", "fy2099_renamed.zip"]) {
      const mirror = mkdtempSync(join(tmpdir(), "claimlint-mirror-"));
      writeFileSync(join(mirror, name), CONTENT);
      expect(await pull(known, { mirror })).toBe(join(mirror, name));
      rmSync(mirror, { recursive: true });
    }
    await expect(pull(known, { mirror: folder })).rejects.toThrow(/FY2099 is not in/);
    await expect(pull(known, { mirror: join(folder, "nowhere") })).rejects.toThrow(/no folder that can be read/);
    writeFileSync(join(folder, "My Codes.zip"), "altered");
    await expect(pull(known, { mirror: folder })).rejects.toThrow(/its SHA-256 is/);
    expect(existsSync(join(folder, "My Codes.zip"))).toBe(true);
  });
});

describe("catalogue", () => {
  test("public publishers over HTTPS only, digests well-formed, nothing that asks for a licence", () => {
    for (const { url, sha256: digests, dataSet } of CATALOGUE) {
      expect(url).toMatch(/^https:\/\/(ftp\.cdc\.gov\/pub\/|www\.cms\.gov\/files\/zip\/)/);
      expect(["icd10cm", "hcpcs"]).toContain(dataSet);
      for (const digest of digests) expect(digest).toMatch(/^[0-9a-f]{64}$/);
      if (dataSet === "icd10cm") expect(digests.length).toBeGreaterThan(0);
    }
    expect(CATALOGUE.some(({ recent, dataSet }) => recent && dataSet === "icd10cm")).toBe(true);
    expect(CATALOGUE.some(({ recent, dataSet }) => recent && dataSet === "hcpcs")).toBe(true);
  });

  test.skipIf(!REFERENCE_PRESENT)("the digests are those of the official files", () => {
    const digests = new Set(CATALOGUE.flatMap((release) => release.sha256));
    const unknown = official("icd10cm", /\.zip$/).filter((path) => !digests.has(sha256(readFileSync(path))));
    // The April editions of 2024 and 2025 changed no code and are not fetched.
    expect(unknown.map((path) => /fy\d{4}_April/.exec(path)?.[0])).toEqual(["fy2024_April", "fy2025_April"]);
  });
});
