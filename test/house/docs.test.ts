import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { REPORTERS } from "../../src/registry/reporters.ts";
import { RULES } from "../../src/registry/rules.ts";
import { run } from "../cases/running.ts";
import { ROOT } from "./rooms.ts";

const PAGES = [
  "README.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  ...readdirSync(join(ROOT, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
  ...readdirSync(join(ROOT, "docs/decisions")).map((name) => `docs/decisions/${name}`),
];

const read = (page: string) => readFileSync(join(ROOT, page), "utf8");

interface Block {
  readonly page: string;
  readonly language: string;
  readonly text: string;
}

function blocks(page: string, ...languages: string[]): Block[] {
  return [...read(page).matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)]
    .map(([, language = "", text = ""]) => ({ page, language, text }))
    .filter(({ language }) => languages.includes(language));
}

/** The words of a shell command: quotes taken off, cut at a pipe or redirection. */
function words(command: string): string[] {
  const [simple = ""] = command.split(/ (?:\|\|?|&&|[<>]) /);
  return [...simple.matchAll(/"([^"]*)"|'([^']*)'|[^\s"']+(?:"[^"]*")?/g)].map(
    ([whole, double, single]) => double ?? single ?? whole.replaceAll('"', ""),
  );
}

const PROGRAM = /^(?:npx )?claimlint(?= |$)|^node bin\/claimlint\.js(?= |$)/;

/** Every call of claimlint that a page quotes: in blocks, and in running text. */
function calls(page: string): string[] {
  const inBlocks = blocks(page, "sh", "console", "yaml", "yml").flatMap(({ text }) =>
    text.split("\n").flatMap((line) => line.replace(/^(\$|- run:) /, "").split(" && ")),
  );
  const prose = read(page).replace(/^```[\s\S]*?^```$/gm, "");
  const inline = [...prose.matchAll(/`([^`\n]+)`/g)].map(([, code = ""]) => code);
  return [...inBlocks, ...inline].map((text) => text.trim()).filter((text) => PROGRAM.test(text));
}

const helpPages = new Map<string, Promise<string>>();

function help(...command: string[]): Promise<string> {
  const key = command.join(" ");
  const known = helpPages.get(key) ?? run([...command, "--help"], { cwd: ROOT }).then(({ stdout }) => stdout);
  helpPages.set(key, known);
  return known;
}

function listedCommands(text: string): string[] {
  const list = text.split("\nCommands:\n")[1] ?? "";
  return [...list.matchAll(/^ {2}([a-z]+)/gm)].map(([, name = ""]) => name);
}

/** The command a call names, `check` where it names none, and the words behind it. */
async function commandOf(call: string): Promise<{ command: string[]; rest: string[] }> {
  const rest = words(call.replace(PROGRAM, ""));
  if (rest[0] === undefined || !listedCommands(await help()).includes(rest[0])) return { command: ["check"], rest };
  const command = [rest.shift()!];
  if (rest[0] !== undefined && listedCommands(await help(...command)).includes(rest[0])) command.push(rest.shift()!);
  return { command, rest };
}

const hasFlag = (text: string, flag: string) => new RegExp(`^ {2}(-\\w, )?${flag}\\b|^ {2}${flag},`, "m").test(text);

describe.each(PAGES)("%s", (page) => {
  test("its links resolve", () => {
    const broken = [...read(page).matchAll(/\]\((?!https?:)([^)\s]+)\)/g)]
      .map(([, target = ""]) => target)
      .filter((target) => {
        const [path = "", anchor] = target.split("#");
        const file = path === "" ? join(ROOT, page) : resolve(ROOT, dirname(page), path);
        if (!existsSync(file)) return true;
        if (anchor === undefined) return false;
        const headings = [...readFileSync(file, "utf8").matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
          heading
            .toLowerCase()
            .replace(/[^\w\- ]/g, "")
            .replaceAll(" ", "-"),
        );
        return !headings.includes(anchor);
      });
    expect(broken).toEqual([]);
  });

  test("the commands and flags it quotes exist", async () => {
    const unknown: string[] = [];
    for (const call of calls(page)) {
      const { command, rest } = await commandOf(call);
      const text = await help(...command);
      for (const word of rest) {
        const flag = /^(--[a-z-]+|-[a-zA-Z]$)/.exec(word)?.[0];
        if (flag !== undefined && !hasFlag(text, flag)) unknown.push(`${call}: ${flag}`);
      }
      if (command[0] === "explain" && /^[a-z0-9]+(-[a-z0-9]+)+$/.test(rest[0] ?? "")) {
        if (!RULES.some(({ id }) => id === rest[0])) unknown.push(call);
      }
    }
    const alone = [...read(page).matchAll(/`(--[a-z-]+)[^`]*`/g)].map(([, flag = ""]) => flag);
    const all = (await help("check")) + (await help());
    unknown.push(...alone.filter((flag) => !hasFlag(all, flag)));
    expect(unknown).toEqual([]);
  });

  test("the npm scripts it names exist", () => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    const named = [...read(page).matchAll(/npm run ([a-z]+)/g)].map(([, name = ""]) => name);
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });
});

/** Whether a sample is what came out: in it a line `…` stands for any lines. */
function fits(sample: string, actual: string): boolean {
  const pattern = sample
    .trimEnd()
    .split(/^…\n?/m)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("(?:.*\n)*?");
  return new RegExp(`^${pattern}\n*$`).test(`${actual.trimEnd()}\n`);
}

const SAMPLES = PAGES.flatMap((page) => blocks(page, "console")).flatMap(({ page, text }) =>
  text
    .split(/^\$ /m)
    .slice(1)
    .map((part, i, parts) => {
      const [command = "", ...sample] = part.split("\n");
      return { page, command, sample: sample.join("\n"), before: i > 0 ? parts[i - 1]!.split("\n")[0]! : "" };
    }),
);

describe("samples are what comes out today", () => {
  // As a person sees it: on a terminal 100 columns wide, without colour.
  const onTerminal = (command: string) =>
    run(words(command.replace(PROGRAM, "")), { cwd: ROOT, columns: 100, env: { NO_COLOR: "1" } });

  test.each(SAMPLES.map((sample) => [`${sample.page}: ${sample.command}`, sample] as const))(
    "%s",
    async (_, { command, sample, before }) => {
      if (command === "echo $?") {
        expect(String((await onTerminal(before)).exit)).toBe(sample.trim());
        return;
      }
      const { stdout } = await onTerminal(command);
      if (!fits(sample, stdout)) expect(stdout).toBe(sample);
    },
  );

  test("a sample that differs is noticed", () => {
    expect(fits("a\n…\nc\n", "a\nb\nb\nc\n")).toBe(true);
    expect(fits("a\n…\nc\n", "a\nc\n")).toBe(true);
    expect(fits("a\n…\nc\n", "a\nb\n")).toBe(false);
    expect(fits("a\n…\nc\n", "a\nb\nc\nd\n")).toBe(false);
    expect(fits("a\n…\n", "a\nb\n")).toBe(true);
  });
});

const CONFIGS = PAGES.flatMap((page) => blocks(page, "jsonc"));
test.each(CONFIGS.map(({ page, text }) => [page, text] as const))(
  "%s: its configuration is accepted",
  async (_, text) => {
    const cwd = mkdtempSync(join(tmpdir(), "claimlint-docs-"));
    try {
      writeFileSync(join(cwd, "claimlint.config.jsonc"), text);
      expect(await run(["config"], { cwd })).toMatchObject({ exit: 0, stderr: "" });
    } finally {
      rmSync(cwd, { recursive: true, force: true });
    }
  },
);

describe("README", () => {
  const rows = (text: string) =>
    text
      .split("\n")
      .filter((line) => line.startsWith("| "))
      .map((line) => line.split("|").map((cell) => cell.trim()));

  test("exit codes are those of --help", async () => {
    const section = read("README.md").split("## Exit codes\n")[1]!.split("\n## ")[0]!;
    const table = rows(section).slice(1);
    const listed = (await help("check"))
      .split("Exit codes:\n")[1]!
      .split("\n\n")[0]!
      .split("\n")
      .map((line) => /^ {2}(\d+) +(.*)$/.exec(line)!.slice(1));
    expect(table.map(([, code, meaning]) => [code, meaning])).toEqual(listed);
  });

  test("every output format is in the table", () => {
    const section = read("README.md").split("<!-- formats -->")[1]!.split("<!-- /formats -->")[0]!;
    const named = rows(section)
      .slice(1)
      .map(([, name = ""]) => name.replaceAll("`", ""));
    expect(named.sort()).toEqual(REPORTERS.map(({ id }) => id).sort());
  });

  test("the library example prints what it says", async () => {
    const [example] = blocks("README.md", "js");
    const [printed] = blocks("README.md", "text");
    // As an installed package sees it: through the exports map, from the built files.
    const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", example!.text], {
      cwd: ROOT,
    });
    expect(stdout).toBe(printed!.text);
  });
});

describe("decisions", () => {
  const files = readdirSync(join(ROOT, "docs/decisions")).filter((name) => name !== "README.md");

  test("are numbered without gaps and listed", () => {
    const numbers = files.map((name) => Number(/^(\d{4})-[a-z0-9-]+\.md$/.exec(name)?.[1]));
    expect(numbers).toEqual(files.map((_, i) => i + 1));
    const list = read("docs/decisions/README.md");
    expect(files.filter((name) => !list.includes(`](${name})`))).toEqual([]);
  });

  test.each(files)("%s says context, decision, cost, and how we would notice", (name) => {
    const text = read(`docs/decisions/${name}`);
    expect(text.trim().split("\n").length).toBeLessThanOrEqual(30);
    for (const part of [/^# \d{4} /, /^\*\*Context\.\*\* /m, /^\*\*Decision\.\*\* /m, /^\*\*Cost\.\*\* /m])
      expect(text).toMatch(part);
    expect(text).toMatch(/^\*\*We would notice it was wrong\*\* when /m);
  });
});
