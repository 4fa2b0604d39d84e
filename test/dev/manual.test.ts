import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { environmentName, SETTING_NAMES } from "../../src/config/settings.ts";
import { manual } from "../../src/dev/manual.ts";
import { run } from "../cases/running.ts";
import { ROOT } from "../house/rooms.ts";

const page = manual();
/** As a reader sees it: without the marks of roff. */
const plain = page.replaceAll("\\-", "-").replaceAll(/\\f[BIR]/g, "");

describe("the manual page", () => {
  test("docs/claimlint.1 is current (npm run generate)", () => {
    expect(readFileSync(join(ROOT, "docs/claimlint.1"), "utf8")).toBe(page);
  });

  test("has every command, option and environment variable", async () => {
    const help = (await run(["--help"], { cwd: ROOT })).stdout + (await run(["check", "--help"], { cwd: ROOT })).stdout;
    const flags = [...help.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map(([, flag = ""]) => flag);
    expect(flags.length).toBeGreaterThan(20);
    const commands = [...(help.split("\nCommands:\n")[1]?.split("\n\n")[0] ?? "").matchAll(/^ {2}([a-z]+)/gm)];
    expect(commands.length).toBeGreaterThan(10);
    const wanted = [
      ...flags.filter((flag) => flag !== "--version"),
      ...commands.map(([, name = ""]) => name).filter((name) => name !== "help" && name !== "data"),
      ...SETTING_NAMES.map(environmentName),
    ];
    expect(wanted.filter((word) => !plain.includes(word))).toEqual([]);
  });

  test("is plain ASCII, and no line of text is taken for a request", () => {
    expect(page).toMatch(/^[\x20-\x7e\n]*$/);
    const requests = new Set(page.split("\n").flatMap((line) => (/^[.']/.test(line) ? [line.split(" ")[0]] : [])));
    const known = ['.\\"', ".TH", ".SH", ".SS", ".TP", ".PP", ".B", ".BR", ".I", ".RS", ".RE", ".EX", ".EE", ".br"];
    expect([...requests].filter((request) => !known.includes(request!))).toEqual([]);
  });

  test.skipIf(spawnSync("groff", ["--version"]).status !== 0)("groff has nothing to warn of", () => {
    const { status, stderr, stdout } = spawnSync("groff", ["-ww", "-mandoc", "-Tutf8"], {
      input: page,
      encoding: "utf8",
    });
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("CLAIMLINT(1)");
  });
});
