import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "jsonc-parser";
import { expect, test } from "vitest";
import { run } from "../cases/running.ts";
import { folderOf } from "../config/files.ts";

const HEAD = "Claim;DOS;Procdure Code;DX1;Qty;Amount;Payer;Region\u2028\u001b[2J";
const csv = (...payers: string[]) =>
  `${[HEAD, ...payers.map((payer, i) => `C${i};01/02/2026;99213;E11.9;1;100;${payer};N`)].join("\n")}\n`;

const written = (cwd: string) => readFileSync(join(cwd, "claimlint.config.jsonc"), "utf8");

test("init writes down how a file is read, and the file is then read that way without a flag", async () => {
  const cwd = folderOf({ "a.csv": csv("Acme Health", "Medicare", "Acme Health") });
  expect(await run(["init", "a.csv", "--delimiter", "semicolon"], { cwd })).toMatchObject({
    exit: 0,
    stdout: "wrote claimlint.config.jsonc\n",
  });
  const text = written(cwd);
  expect(parse(text)).toMatchObject({
    delimiter: "semicolon",
    columns: { procedure_code: "Procdure Code" },
    payers: {},
  });
  expect(text).toContain('// "dateFormat": "MM/DD/YYYY",');
  expect(text.match(/\/\/ "Acme Health": "generic",/g)?.length).toBe(1);
  expect(text, "a payer whose name tells its profile").not.toContain('"Medicare"');
  expect(text, "line separators and escapes of a header").not.toMatch(/[\u2028\u001b]/);
  expect(await run(["a.csv"], { cwd })).toMatchObject({ exit: 0, stderr: "" });
});

test("every line it puts in a comment can be taken up", async () => {
  const cwd = folderOf({ "a.csv": csv("Acme Health", "Beta") });
  await run(["init", "a.csv", "-d", "semicolon"], { cwd });
  const taken = written(cwd).replace(/^( *)\/\/ (?="[^"]+": )/gm, "$1");
  const errors: unknown[] = [];
  expect(parse(taken, errors as never, { allowTrailingComma: true })).toMatchObject({
    dateFormat: "MM/DD/YYYY",
    payers: { "Acme Health": "generic", Beta: "generic" },
    rules: { "dx-unreferenced": "off" },
    waivers: "claimlint.waivers.jsonc",
  });
  expect(errors).toEqual([]);
});

test("without a file there are examples; a configuration that is there is kept", async () => {
  const cwd = folderOf({});
  expect(await run(["init"], { cwd })).toMatchObject({ exit: 0 });
  expect(await run(["config"], { cwd })).toMatchObject({ exit: 0 });
  expect(await run(["init"], { cwd })).toMatchObject({
    exit: 2,
    stderr: expect.stringContaining("is there already. Use --force"),
  });
  expect(await run(["init", "--force"], { cwd })).toMatchObject({ exit: 0 });
  const other = folderOf({ "claimlint.config.yaml": "failOn: error\n" });
  expect(await run(["init", "--force"], { cwd: other })).toMatchObject({
    exit: 2,
    stderr: expect.stringContaining("claimlint.config.yaml is there already. Change that one."),
  });
});

test("a file that cannot be read leaves no configuration behind", async () => {
  const cwd = folderOf({ "a.csv": "" });
  expect((await run(["init", "a.csv"], { cwd })).exit).toBe(2);
  expect(() => written(cwd)).toThrow();
});
