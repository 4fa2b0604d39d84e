import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import type { Stretch } from "../../src/input/rewrite.ts";
import { unifiedPatch } from "../../src/run/patch.ts";

const folder = mkdtempSync(join(tmpdir(), "claimlint-patch-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** `old→new` in braces is a changed stretch; everything else is kept. */
function* stretches(text: string): Generator<Stretch> {
  for (const part of text.split(/(\{[^}]*\})/)) {
    const [, was, now] = /^\{([^→]*)→([^}]*)\}$/s.exec(part) ?? [];
    const kept = Buffer.from(part);
    yield was === undefined ? { was: kept, now: kept } : { was: Buffer.from(was), now: Buffer.from(now!) };
  }
}

async function patchOf(text: string, path = "in.csv"): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of unifiedPatch(
    (async function* () {
      yield* stretches(text);
    })(),
    path,
  ))
    parts.push(part);
  return Buffer.concat(parts).toString();
}
const before = (text: string) => text.replace(/\{([^→]*)→[^}]*\}/gs, "$1");
const after = (text: string) => text.replace(/\{[^→]*→([^}]*)\}/gs, "$1");

function tool(name: string): boolean {
  try {
    execFileSync(name, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Applies a patch with both programs that people have. */
function applied(text: string, patch: string, path = "in.csv"): string[] {
  const results: string[] = [];
  for (const [program, args] of [
    ["git", ["apply", "--whitespace=nowarn"]],
    ["patch", ["-p1", "--quiet"]],
  ] as const) {
    if (!tool(program)) continue;
    const cwd = mkdtempSync(join(folder, "apply-"));
    mkdirSync(join(cwd, path, ".."), { recursive: true });
    writeFileSync(join(cwd, path), before(text));
    if (patch !== "") {
      execFileSync(program, args, { cwd, input: patch, env: { ...process.env, GIT_CEILING_DIRECTORIES: folder } });
    }
    results.push(readFileSync(join(cwd, path), "utf8"));
  }
  return results;
}

test("one change with three lines around it", async () => {
  expect(await patchOf("h\n1\n2\n3\n{a→b},x\n5\n6\n7\n8\n")).toBe(
    "--- a/in.csv\n+++ b/in.csv\n@@ -2,7 +2,7 @@\n 1\n 2\n 3\n-a,x\n+b,x\n 5\n 6\n 7\n",
  );
});

test("nothing changed, no patch", async () => {
  expect(await patchOf("h\n1\n")).toBe("");
});

test("changes six lines apart share a hunk, seven apart do not", async () => {
  const between = (n: number) => `h\n{a→b}\n${"x\n".repeat(n)}{a→b}\n`;
  expect((await patchOf(between(6))).match(/^@@/gm)).toHaveLength(1);
  expect((await patchOf(between(7))).match(/^@@/gm)).toHaveLength(2);
});

test("neighbouring changes: first all that goes, then all that comes", async () => {
  expect(await patchOf("{a→b}\n{c→d}\n")).toContain("-a\n-c\n+b\n+d\n");
});

describe.skipIf(!tool("git") && !tool("patch"))("git apply and patch take it", () => {
  test.each([
    ["the first and the last line", "{a→b}\n2\n3\n{c→d}\n"],
    ["no line end at the end", "1\n2\n{a→b}"],
    ["no line end, the change before", "{a→b}\n2"],
    ["CRLF", "1\r\n2,{a→b}\r\n3\r\n"],
    ["line breaks that go", '1\n"{a\nb\n→a}"\n3\n'],
    ["two in a line", "1\n{a→b},{c→d}\n3\n"],
    ["bare CR", "1\r{a→b}\r3\r"],
    ["a cell that becomes blank", "1\n{a→}\n3\n"],
  ])("%s", async (_, text) => {
    for (const result of applied(text, await patchOf(text))) expect(result).toBe(after(text));
  });

  test.each(["a b.csv", "folder/in.csv", "Zoë.csv", 'a"b.csv'])("a file called %s", async (path) => {
    const text = "1\n{a→b}\n";
    for (const result of applied(text, await patchOf(text, path), path)) expect(result).toBe(after(text));
  });

  test("any changes", async () => {
    const part = fc.constantFrom("x", "\n", "\n", "\n", ",", "\r\n", "{a→b}", "{→c}", "{d→}", "{e\nf→g}", '"');
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 60 }), async (parts) => {
        const text = parts.join("");
        for (const result of applied(text, await patchOf(text))) expect(result).toBe(after(text));
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
