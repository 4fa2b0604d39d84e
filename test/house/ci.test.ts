import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { NOBODY } from "../cases/running.ts";
import { ROOT } from "./rooms.ts";

const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");
const PACKAGE = JSON.parse(read("package.json")) as { version: string; engines: { node: string } };

interface Step {
  readonly name: string;
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly shell?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string>>;
}
interface Action {
  readonly inputs: Readonly<
    Record<string, { readonly description: string; readonly default?: string; readonly required?: boolean }>
  >;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

const HEADER = "claim_id,line_number,service_from,procedure_code,diagnosis_1,units,charge";
const GOOD = `${HEADER}\nC1,1,2026-03-02,99213,R05.9,1,100.00\n`;
const BAD = `${HEADER}\nC1,1,2026-03-02,9921,R05.9,1,100.00\n`;

let cwd = "";
let env: NodeJS.ProcessEnv = {};
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "claimlint-ci-"));
  // The built program under its own name, as an installation puts it on the PATH.
  mkdirSync(join(cwd, ".bin"));
  const command = join(cwd, ".bin/claimlint");
  writeFileSync(command, `#!/bin/sh\nexec "${process.execPath}" "${join(ROOT, "bin/claimlint.js")}" "$@"\n`);
  chmodSync(command, 0o755);
  env = { ...process.env, ...NOBODY, PATH: `${join(cwd, ".bin")}:${process.env["PATH"]}`, RUNNER_TEMP: cwd };
  for (const name of ["GITHUB_OUTPUT", "GITHUB_PATH", "GITHUB_STEP_SUMMARY"]) {
    env[name] = join(cwd, name);
    writeFileSync(env[name]!, "");
  }
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

describe("action.yml", () => {
  const action = parse(read("action.yml")) as Action;
  const step = (name: string): Step => action.runs.steps.find((each) => each.name === name)!;

  test("is a composite action whose steps are whole", () => {
    expect(action.runs.using).toBe("composite");
    for (const each of action.runs.steps) {
      expect(Boolean(each.uses) !== Boolean(each.run), each.name).toBe(true);
      if (each.run !== undefined) expect(each.shell, each.name).toBe("bash");
    }
    for (const input of Object.values(action.inputs)) {
      expect(input.description).toBeTruthy();
      expect(input.required === true || input.default !== undefined).toBe(true);
    }
  });

  test("other actions are pinned by commit, with their version beside it", () => {
    const uses = [...read("action.yml").matchAll(/uses: (.*)/g)].map(([, text]) => text);
    expect(uses.length).toBeGreaterThan(0);
    for (const text of uses) expect(text).toMatch(/^[\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test("no input is text of a script, and every input and output that is named exists", () => {
    for (const { run = "" } of action.runs.steps) expect(run).not.toContain("${{");
    const text = read("action.yml");
    const named = [...text.matchAll(/inputs\.([a-z-]+)/g)].map(([, name = ""]) => name);
    expect([...new Set(named)].sort()).toEqual(Object.keys(action.inputs).sort());
    for (const [, id = "", output = ""] of text.matchAll(/steps\.([a-z-]+)\.outputs\.([a-z-]+)/g)) {
      expect(action.runs.steps.find((each) => each.id === id)?.run).toContain(`${output}=`);
    }
  });

  test("installs the version of this package", () => {
    expect(action.inputs["version"]?.default).toBe(PACKAGE.version);
  });

  test("docs/ci.md lists its inputs with their defaults", () => {
    const rows = [...read("docs/ci.md").matchAll(/^\| `([a-z-]+)` \| (.*?) ?\| /gm)].map(
      ([, name = "", value = ""]) => [name, value.replaceAll("`", "")],
    );
    expect(Object.fromEntries(rows)).toEqual(
      Object.fromEntries(
        Object.entries(action.inputs).map(([name, input]) => [
          name,
          input.required ? "required" : (input.default ?? ""),
        ]),
      ),
    );
  });

  function check(inputs: Readonly<Record<string, string>>) {
    const { run = "", env: named = {} } = step("Check");
    const values = Object.fromEntries(
      Object.entries(named).map(([name, text]) => {
        const input = /^\$\{\{ inputs\.([a-z-]+) \}\}$/.exec(text)?.[1] ?? "";
        return [name, inputs[input] ?? action.inputs[input]?.default ?? ""];
      }),
    );
    // As the runner calls a composite step.
    const args = ["--noprofile", "--norc", "-eo", "pipefail", "-c", run];
    return spawnSync("bash", args, { cwd, env: { ...env, ...values }, encoding: "utf8" });
  }

  test("its check step: annotations, summary, SARIF, outputs and the exit code", () => {
    writeFileSync(join(cwd, "a b.csv"), BAD);
    const { status, stdout } = check({ files: "*.csv\n", args: "--as-of=2026-04-01\n" });
    expect(status).toBe(1);
    expect(stdout).toMatch(/^::error file=a b\.csv,line=2,col=\d+/m);
    const sarif = JSON.parse(readFileSync(join(cwd, "claimlint.sarif"), "utf8"));
    expect(sarif.version).toBe("2.1.0");
    expect(readFileSync(env["GITHUB_OUTPUT"]!, "utf8")).toBe(`exit-code=1\nsarif=${join(cwd, "claimlint.sarif")}\n`);
    expect(readFileSync(env["GITHUB_STEP_SUMMARY"]!, "utf8")).toContain("claimlint");
  });

  test.each([
    ["clean", GOOD, 0],
    ["not decided", `${HEADER}\n"C1,1`, 2],
  ])("its check step: %s", (_, text, expected) => {
    writeFileSync(join(cwd, "a.csv"), text);
    expect(check({ files: "a.csv", args: "--as-of=2026-04-01" }).status).toBe(expected);
    expect(readFileSync(env["GITHUB_OUTPUT"]!, "utf8")).toContain(`exit-code=${expected}\n`);
  });

  test("a file name or an option cannot become a command or another option", () => {
    writeFileSync(join(cwd, "--help"), BAD);
    const { status } = check({ files: "--help\n", args: "--as-of=2026-04-01\n$(touch pwned)\n" });
    expect(existsSync(join(cwd, "pwned"))).toBe(false);
    expect(status).toBe(2);
    const alone = check({ files: "--help\n$(touch pwned)\n`touch pwned`" });
    expect(existsSync(join(cwd, "pwned"))).toBe(false);
    expect(alone.status).toBe(2);
  });

  test("its install step runs npm with what it is given, without scripts", () => {
    const { run = "" } = step("Install claimlint");
    writeFileSync(join(cwd, ".bin/npm"), `#!/bin/sh\nprintf '%s\\n' "$@" > "${join(cwd, "npm-args")}"\n`);
    chmodSync(join(cwd, ".bin/npm"), 0o755);
    execFileSync("bash", ["-eo", "pipefail", "-c", run], { cwd, env: { ...env, CLAIMLINT_VERSION: "1.2.3" } });
    const words = readFileSync(join(cwd, "npm-args"), "utf8").trim().split("\n");
    expect(words).toContain("--ignore-scripts");
    expect(words.at(-1)).toBe("claimlint@1.2.3");
    expect(readFileSync(env["GITHUB_PATH"]!, "utf8")).toBe(`${cwd}/claimlint/bin\n`);
  });
});

describe(".pre-commit-hooks.yaml", () => {
  const hooks = parse(read(".pre-commit-hooks.yaml")) as readonly Readonly<Record<string, unknown>>[];

  test("has what pre-commit asks for, and finds CSV files", () => {
    for (const hook of hooks) {
      for (const key of ["id", "name", "entry", "language", "files"]) expect(hook[key], key).toBeTruthy();
      expect(hook).toMatchObject({ language: "node", require_serial: true });
      expect("exports/a.csv").toMatch(new RegExp(hook["files"] as string));
      expect("a.csv.md").not.toMatch(new RegExp(hook["files"] as string));
    }
    // pre-commit builds the package in a clone.
    expect((JSON.parse(read("package.json")) as { scripts: Record<string, string> }).scripts["prepack"]).toBeTruthy();
    // It takes what `npm pack` prints for the package's name; npm would put the output of prepack before it.
    expect(read(".npmrc")).toMatch(/^foreground-scripts=false$/m);
  });

  test.each([
    [GOOD, 0],
    [BAD, 1],
  ])("its entry runs as it stands (%#)", (text, expected) => {
    writeFileSync(join(cwd, "a.csv"), text);
    const { status } = spawnSync("sh", ["-c", `${hooks[0]!["entry"]} "$@"`, "sh", "a.csv"], { cwd, env });
    expect(status).toBe(expected);
  });
});

describe("docs/ci/gitlab.yml", () => {
  interface Job {
    readonly image: string;
    readonly variables: Readonly<Record<string, string>>;
    readonly script: readonly string[];
    readonly artifacts: { readonly when: string; readonly reports: Readonly<Record<string, string>> };
  }
  const { claimlint: job } = parse(read("docs/ci/gitlab.yml")) as { claimlint: Job };

  test("keeps the reports of a failed job, and installs the version of this package", () => {
    expect(job.artifacts.when).toBe("always");
    expect(job.variables["CLAIMLINT_VERSION"]).toBe(PACKAGE.version);
    expect(job.script[0]).toContain("--ignore-scripts");
  });

  test.each([
    [GOOD, 0],
    [BAD, 1],
  ])("its script runs as it stands, and writes the reports it names (%#)", (text, expected) => {
    writeFileSync(join(cwd, "a.csv"), text);
    writeFileSync(join(cwd, ".bin/npm"), "#!/bin/sh\n");
    chmodSync(join(cwd, ".bin/npm"), 0o755);
    // GitLab's shell runner stops at the first line that fails.
    const script = ["set -e", ...job.script].join("\n");
    const variables = { ...job.variables, CLAIMLINT_ARGS: "--as-of 2026-04-01" };
    const { status } = spawnSync("sh", ["-c", script], { cwd, env: { ...env, ...variables } });
    expect(status).toBe(expected);
    const { codequality = "", junit = "" } = job.artifacts.reports;
    expect(Array.isArray(JSON.parse(readFileSync(join(cwd, codequality), "utf8")))).toBe(true);
    expect(readFileSync(join(cwd, junit), "utf8")).toContain("<testsuite");
  });
});

describe("Dockerfile", () => {
  const lines = read("Dockerfile")
    .replaceAll(/\\\n/g, " ")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  const last = lines.slice(lines.findLastIndex((line) => line.startsWith("FROM ")));
  const words = (line: string) => line.split(/\s+/);

  test("only known instructions, base images with a version, no root, no ADD, a volume for the tables", () => {
    const known = ["FROM", "WORKDIR", "COPY", "RUN", "LABEL", "ENV", "USER", "VOLUME", "ENTRYPOINT", "CMD"];
    expect(lines.map((line) => words(line)[0]!).filter((word) => !known.includes(word))).toEqual([]);
    for (const line of lines.filter((each) => each.startsWith("FROM")))
      expect(line).toMatch(/^FROM node:\d+-alpine( AS \w+)?$/);
    const user = last.indexOf("USER node");
    expect(user).toBeGreaterThan(0);
    expect(last.findIndex((line) => line.startsWith("ENTRYPOINT"))).toBeGreaterThan(user);
    expect(last).toContain('VOLUME ["/data"]');
    expect(last.some((line) => /^ENV .*CLAIMLINT_DATA=\/data/.test(line))).toBe(true);
  });

  test("what is copied exists, and .dockerignore lets it through but no claim file", () => {
    const ignored = read(".dockerignore").split("\n");
    expect(ignored).toContain("*");
    const through = ignored.filter((line) => line.startsWith("!")).map((line) => line.slice(1));
    const copied = lines
      .filter((line) => line.startsWith("COPY ") && !line.includes("--from"))
      .flatMap((line) => words(line).slice(1, -1));
    expect(copied.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
    expect(copied.filter((path) => !through.includes(path))).toEqual([]);
    expect(through.filter((path) => !copied.includes(path))).toEqual([]);
  });

  test("the files of the last stage are enough to run", () => {
    const lock = JSON.parse(read("package-lock.json")) as {
      packages: Readonly<Record<string, { readonly dev?: true }>>;
    };
    for (const line of last.filter((each) => each.startsWith("COPY "))) {
      const [source = "", target = ""] = words(line).slice(-2);
      const from = source.replace(/^\/src\//, "");
      const to = join(cwd, target);
      mkdirSync(dirname(to), { recursive: true });
      if (from !== "node_modules") {
        cpSync(join(ROOT, from), to, { recursive: true });
        continue;
      }
      // What `npm prune --omit=dev` leaves.
      for (const [path, { dev }] of Object.entries(lock.packages)) {
        if (path === "" || dev || !existsSync(join(ROOT, path)) || path.lastIndexOf("node_modules") > 0) continue;
        const place = join(to, path.replace("node_modules/", ""));
        mkdirSync(dirname(place), { recursive: true });
        symlinkSync(join(ROOT, path), place);
      }
    }
    const [, program = ""] = JSON.parse(
      last.find((line) => line.startsWith("ENTRYPOINT"))!.slice("ENTRYPOINT ".length),
    );
    writeFileSync(join(cwd, "a.csv"), BAD);
    const argv = ["--preserve-symlinks", join(cwd, program), "a.csv", "-f", "concise", "--as-of", "2026-04-01"];
    const { status, stdout } = spawnSync(process.execPath, argv, { cwd, env, encoding: "utf8" });
    expect(status).toBe(1);
    expect(stdout).toContain("a.csv:2:");
  });
});
