import { execFile } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Rule } from "../../src/contract/rule.ts";
import { COLUMNS } from "../../src/model/columns.ts";
import { DATA_SETS } from "../../src/registry/data-sets.ts";
import { REPORTERS } from "../../src/registry/reporters.ts";
import { RULES } from "../../src/registry/rules.ts";
import { tryExamples } from "../../src/run/examples.ts";
import { run } from "../cases/running.ts";
import { ROOT } from "./rooms.ts";

/**
 * How a page is tested: `console` blocks are run and compared with what they show, `sh` blocks are run and must not end with
 * exit code 2, `js` blocks must print the `text` block that follows, `jsonc` blocks are taken as a configuration. The line
 * above a block may give it a name, `rules/acme.js`:, which makes it a file for the commands of the page, or say why it is
 * not run: `<!-- not run: needs the network -->`. Links, flags, rules and npm scripts are looked up on every page.
 */
const PAGES = [
  "README.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  "SECURITY.md",
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
  /** Line of the page on which it begins. */
  readonly at: number;
  /** The file it is, where the line above it ends in a name: `claims.csv`: */
  readonly file: string | undefined;
  /** Why it is not run: `<!-- not run: needs the network -->` above it. */
  readonly notRun: string | undefined;
}

function blocks(page: string, ...languages: string[]): Block[] {
  const text = read(page);
  return [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)]
    .map(({ 1: language = "", 2: body = "", index }) => {
      const before = text.slice(0, index).trimEnd();
      const above = before.slice(before.lastIndexOf("\n") + 1);
      const file = /`([\w./-]+\.[a-z]+)`:$/.exec(above)?.[1];
      const notRun = /^<!-- not run: (.+) -->$/.exec(above)?.[1];
      return { page, language, text: body, at: text.slice(0, index).split("\n").length, file, notRun };
    })
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

/** The help pages of all commands and their own commands. */
async function helpOfAll(): Promise<string> {
  const first = listedCommands(await help()).map((name) => [name]);
  const second = await Promise.all(
    first.map(async (name) => listedCommands(await help(...name)).map((below) => [...name, below])),
  );
  const pages = [[], ...first, ...second.flat()].filter((command) => command.at(-1) !== "help");
  return (await Promise.all(pages.map((command) => help(...command)))).join("\n");
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
    const all = await helpOfAll();
    unknown.push(...alone.filter((flag) => !hasFlag(all, flag)));
    expect(unknown).toEqual([]);
  });

  test("the npm scripts it names exist", () => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    const named = [...read(page).matchAll(/npm run ([a-z]+)/g)].map(([, name = ""]) => name);
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });
});

/** Whether a sample is what came out: in it a line `…` stands for any lines, `…` at the end of one for its rest. */
function fits(sample: string, actual: string): boolean {
  const lines = actual.replaceAll("\r\n", "\n").trimEnd().split("\n");
  const parts: string[][] = [[]];
  for (const line of sample.trimEnd().split("\n")) {
    if (line === "…") parts.push([]);
    else parts.at(-1)!.push(line);
  }
  const same = (line: string | undefined, shown: string) =>
    line !== undefined && (line === shown || (shown.endsWith("…") && line.startsWith(shown.slice(0, -1))));
  const standsAt = (part: readonly string[], at: number) => part.every((shown, i) => same(lines[at + i], shown));
  const last = parts.length - 1;
  let next = 0;
  for (const [i, part] of parts.entries()) {
    // The first part stands at the start, the last one at the end, those between as early as they can.
    if (i === last && i > 0 && part.length > 0) next = Math.max(next, lines.length - part.length);
    else if (i > 0) while (next < lines.length && !standsAt(part, next)) next++;
    if (!standsAt(part, next)) return false;
    next += part.length;
  }
  return parts[last]!.length === 0 || next === lines.length;
}

/**
 * A folder in which the commands of one page are run in their order: the fixtures, the files that the pages talk about,
 * and a home of its own, so that one page's tables are not another's.
 */
function desk(page: string): string {
  const folder = mkdtempSync(join(tmpdir(), "claimlint-docs-"));
  const put = (name: string, text: string) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  for (const name of ["fixtures", "docs"]) symlinkSync(join(ROOT, name), join(folder, name));
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(ROOT, join(folder, "node_modules/claimlint"));
  const lines = read("fixtures/claims.csv").split("\n");
  const claims = lines.slice(0, 21).join("\n");
  for (const name of ["claims.csv", "this-week.csv", "nightly.csv", "exports/monday.csv"]) put(name, claims);
  put("last-quarter.csv", [lines[0], ...lines.slice(21, 41)].join("\n"));
  put("waivers.jsonc", '{ "waivers": [] }');
  if (existsSync(DOWNLOADS)) cpSync(DOWNLOADS, join(folder, "downloads"), { recursive: true });
  for (const { file, text } of blocks(page, "csv", "js", "jsonc", "yaml")) if (file !== undefined) put(file, text);
  return folder;
}

/** Excerpts of publishers' files, where this copy has them. */
const DOWNLOADS = join(ROOT, "fixtures/corpus/data");

interface Call {
  readonly command: string;
  /** What has to come out, where the page shows it. */
  readonly sample: string | undefined;
}

/** The calls of a block, each with its sample. Other programs than claimlint (docker, npm, man) are left out. */
function callsOf({ language, text }: Block): Call[] {
  if (language === "console") {
    const [, ...parts] = text.split(/^\$ /m);
    return parts.map((part) => ({ command: part.split("\n")[0]!, sample: part.slice(part.indexOf("\n") + 1) }));
  }
  return text
    .split("\n")
    .flatMap((line) => [/<\((claimlint [^)]+)\)/.exec(line)?.[1] ?? line.replace(/^- run: /, "")])
    .filter((line) => PROGRAM.test(line))
    .map((command) => ({ command, sample: undefined }));
}

const RUN = PAGES.map((page) => ({
  page,
  run: blocks(page, "sh", "console", "js").filter(({ notRun, file }) => notRun === undefined && file === undefined),
})).filter(({ run }) => run.some((block) => block.language === "js" || callsOf(block).length > 0));

describe.each(RUN)("the commands of $page do what it says", ({ page, run: parts }) => {
  let cwd = "";
  beforeAll(() => {
    cwd = desk(page);
  });
  afterAll(() => rmSync(cwd, { recursive: true, force: true }));

  let exit = 0;
  /** As a person sees it: on a terminal 100 columns wide, without colour. */
  async function onTerminal(command: string): Promise<string> {
    const stdin = / < (\S+)/.exec(command)?.[1];
    const into = / > (\S+)/.exec(command)?.[1];
    const ran = await run(words(command.replace(PROGRAM, "")), {
      cwd,
      columns: 100,
      env: { NO_COLOR: "1", HOME: join(cwd, "home") },
      ...(stdin === undefined ? {} : { stdin: join(cwd, stdin) }),
    });
    exit = ran.exit;
    if (into !== undefined && !into.startsWith("~")) writeFileSync(join(cwd, into), ran.stdout);
    return ran.stdout === "" ? ran.stderr : ran.stdout;
  }

  test.each(parts.map((block) => [block.at, block] as const))("line %s", async (_, block) => {
    if (block.language === "js") {
      const output = blocks(page, "text").find(({ at }) => at > block.at);
      // As an installed package sees it: through the exports map, from the built files.
      const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", block.text], {
        cwd: ROOT,
      });
      expect(stdout).toBe(output?.text);
      return;
    }
    for (const { command, sample } of callsOf(block)) {
      if (command === "echo $?") expect(`${exit}`).toBe(sample?.trim());
      if (!PROGRAM.test(command)) continue;
      const output = await onTerminal(command);
      if (sample === undefined) expect([command, exit < 2 ? "checked" : output]).toEqual([command, "checked"]);
      else if (!fits(sample, output)) expect(output).toBe(sample);
    }
  });
});

test("a sample that differs is noticed", () => {
  expect(fits("a\n…\nc\n", "a\nb\nb\nc\n")).toBe(true);
  expect(fits("a\n…\nc\n", "a\nc\n")).toBe(true);
  expect(fits("a\n…\nc\n", "a\nb\n")).toBe(false);
  expect(fits("a\n…\nc\n", "a\nb\nc\nd\n")).toBe(false);
  expect(fits("a\n…\n", "a\nb\n")).toBe(true);
  expect(fits("in …\n", "in /tmp/x\n")).toBe(true);
  expect(fits("in …\n", "at /tmp/x\n")).toBe(false);
});

describe("the rule of docs/writing-rules.md", () => {
  const rule = blocks("docs/writing-rules.md", "ts").find(({ file }) => file?.startsWith("src/rules/"))!;
  const name = basename(rule.file!);
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "claimlint-docs-"));
    mkdirSync(dirname(join(folder, rule.file!)), { recursive: true });
    writeFileSync(join(folder, rule.file!), rule.text);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("compiles", async () => {
    // `rootDirs` lays the folder over the project, so that the file's relative imports are found.
    const options = {
      extends: join(ROOT, "tsconfig.json"),
      compilerOptions: {
        rootDir: resolve("/"),
        rootDirs: [ROOT, folder],
        noEmit: true,
        typeRoots: [join(ROOT, "node_modules/@types")],
      },
      include: [],
      files: [join(folder, rule.file!)],
    };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(options));
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
    const compiler = join(ROOT, "node_modules/typescript/bin/tsc");
    const ran = promisify(execFile)(process.execPath, [compiler, "-p", folder], { cwd: ROOT });
    expect(await ran.catch(({ stdout }: { stdout: string }) => ({ stdout }))).toMatchObject({ stdout: "" });
  });

  test("has examples that hold", async () => {
    const out = join(folder, "rule.mjs");
    await build({
      stdin: { contents: rule.text, resolveDir: join(ROOT, dirname(rule.file!)), sourcefile: name, loader: "ts" },
      bundle: true,
      format: "esm",
      outfile: out,
      logLevel: "silent",
    });
    const module = (await import(pathToFileURL(out).href)) as { readonly default: Rule };
    expect(await tryExamples(module.default)).toEqual([]);
    expect(RULES.map(({ id }) => id)).not.toContain(module.default.id);
  });
});

/** A block that names a file of its own (a waivers file, one with a plugin) is tried by the commands that name it. */
const CONFIGS = PAGES.flatMap((page) => blocks(page, "jsonc")).filter(({ file }) => file === undefined);
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
});

test.each(["direct", "quasi"] as const)("docs/privacy.md lists the %s columns", (privacy) => {
  const [, listed = ""] = read("docs/privacy.md").split(new RegExp(`<!-- /?${privacy} -->`));
  const columns = Object.values(COLUMNS).filter((column) => column.privacy === privacy);
  expect([...listed.matchAll(/`(\w+)`/g)].map(([, field]) => field)).toEqual(columns.map(({ field }) => field).sort());
});

test("docs/data.md has a row for every data set that is installed from files", () => {
  const named = read("docs/data.md") + (existsSync(join(ROOT, "docs/data-lists.md")) ? read("docs/data-lists.md") : "");
  const stored = DATA_SETS.filter(({ stored }) => stored !== undefined).map(({ id }) => id);
  expect(stored.filter((id) => !named.includes(`| \`${id}\` |`))).toEqual([]);
});

test("docs/README.md leads to every page", () => {
  const index = read("docs/README.md");
  const pages = readdirSync(join(ROOT, "docs")).filter((name) => name.endsWith(".md") && name !== "README.md");
  expect(pages.filter((name) => !index.includes(`](${name})`))).toEqual([]);
});

test("docs/formats.md has a sample of every format", () => {
  const sampled = blocks("docs/formats.md", "console").map(({ text }) => /-f (\w+)/.exec(text)?.[1] ?? "pretty");
  expect(sampled.sort()).toEqual(REPORTERS.map(({ id }) => id).sort());
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
