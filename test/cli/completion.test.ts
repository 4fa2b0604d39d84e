import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { REPORTERS } from "../../src/registry/reporters.ts";
import { RULES } from "../../src/registry/rules.ts";
import { run } from "../cases/running.ts";

let cwd = "";
beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), "claimlint-completion-"));
  for (const shell of ["bash", "zsh", "fish", "powershell"]) {
    writeFileSync(join(cwd, `claimlint.${shell}`), (await run(["completion", shell], { cwd })).stdout);
  }
  writeFileSync(join(cwd, "my claims.csv"), "");
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const has = (program: string): boolean => spawnSync(program, ["--version"]).status === 0;

/** What is typed, and what must be offered for the last word, all of it. */
const ALL: readonly (readonly [typed: readonly string[], offered: readonly string[]])[] = [
  [["ins"], ["inspect"]],
  [
    ["check", "--fail-on", ""],
    ["error", "info", "never", "warning"],
  ],
  [["--fail-on", "w"], ["warning"]],
  [["data", "l"], ["list"]],
  [
    ["data", "diff", "--format", ""],
    ["json", "text"],
  ],
  [["diff", "--fail-o"], ["--fail-on"]],
  [["explain", "npi-"], RULES.map(({ id }) => id).filter((id) => id.startsWith("npi-"))],
  [["completion", "p"], ["powershell"]],
  [["check", "-f", "c"], REPORTERS.map(({ id }) => id).filter((id) => id.startsWith("c"))],
  [["check", "--map", "procedure_c"], ["procedure_code="]],
  [["inspect", "my"], ["my claims.csv"]],
  [["check", "--nothing"], []],
];

describe.skipIf(!has("bash"))("bash", () => {
  test("the script is sound", () => {
    expect(execFileSync("bash", ["-n", "claimlint.bash"], { cwd, encoding: "utf8" })).toBe("");
  });

  const complete = (words: readonly string[]): string[] => {
    const script = `source ./claimlint.bash; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _claimlint; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const out = execFileSync("bash", ["--norc", "-c", script, "bash", "claimlint", ...words], {
      cwd,
      encoding: "utf8",
    });
    return out.split("\n").filter(Boolean).sort();
  };

  test.each(ALL)("%j", (typed, offered) => {
    expect(complete(typed)).toEqual([...offered].sort());
  });

  test("a value behind =, which bash cuts into words of its own", () => {
    expect(complete(["check", "--fail-on", "=", "in"])).toEqual(["info"]);
    expect(complete(["check", "--values", "="])).toEqual(["all", "auto", "none", "safe"]);
    expect(complete(["check", "-f", "sarif", "=", "my"])).toEqual(["my claims.csv"]);
  });
});

describe.skipIf(!has("fish"))("fish", () => {
  const complete = (line: string): string[] => {
    const script = `source ./claimlint.fish; complete -C '${line}'`;
    const out = execFileSync("fish", ["--no-config", "-c", script], { cwd, encoding: "utf8" });
    // Behind a tab stands the description.
    return out
      .split("\n")
      .flatMap((text) => text.split("\t")[0] || [])
      .sort();
  };

  test("the script is sound", () => {
    expect(execFileSync("fish", ["-n", "claimlint.fish"], { cwd, encoding: "utf8" })).toBe("");
  });

  test.each(ALL)("%j", (typed, offered) => {
    expect(complete(`claimlint ${typed.join(" ")}`)).toEqual([...offered].sort());
  });

  test("behind = and on the first word", () => {
    expect(complete("claimlint check --fail-on=in")).toEqual(["--fail-on=info"]);
    expect(complete("claimlint do")).toEqual(["doctor"]);
  });
});

describe.skipIf(!has("zsh"))("zsh", () => {
  test("the script is sound", () => {
    expect(execFileSync("zsh", ["-f", "-n", "claimlint.zsh"], { cwd, encoding: "utf8" })).toBe("");
  });

  // The completion system runs only in an interactive shell: one in a pseudo-terminal, whose words are taken at compadd.
  const complete = (line: string): string[] => {
    // biome-ignore-start lint/suspicious/noTemplateCurlyInString: zsh, not JavaScript
    const inner = [
      "PS1=; unsetopt zle_bracketed_paste; autoload -Uz compinit; compinit -u -D",
      "source ./claimlint.zsh",
      "zstyle ':completion:*' completer _complete",
      "null-line () { zle -U '' }; zle -N null-line",
      "compadd () {",
      '  if [[ ${@[1,(i)(-|--)]} == *-(O|A|D)\\ * ]]; then builtin compadd "$@"; return $?; fi',
      '  typeset -a found; builtin compadd -A found "$@"',
      '  [[ ${#found} -gt 0 ]] && print -rl -- "OFFER:"${^found} >> offers',
      '  builtin compadd "$@"',
      "}",
    ].join("\n");
    // biome-ignore-end lint/suspicious/noTemplateCurlyInString: zsh, not JavaScript
    writeFileSync(join(cwd, "inner.zsh"), inner);
    writeFileSync(join(cwd, "offers"), "");
    const outer = [
      "zmodload zsh/zpty",
      "zpty z zsh -f -i",
      "zpty -w z 'source ./inner.zsh; print READY'",
      "zpty -r -m z out '*READY*READY*'",
      `zpty -w -n z $'${line.replaceAll("'", "\\'")}\\t'`,
      "for i in {1..30}; do sleep 0.1; [[ -s offers ]] && { sleep 0.2; break }; done",
      "zpty -d z",
      "cat offers",
    ].join("\n");
    const out = execFileSync("zsh", ["-f", "-c", outer], { cwd, encoding: "utf8", timeout: 30_000 });
    return [
      ...new Set(
        out
          .split("\n")
          .filter(Boolean)
          .map((text) => text.slice("OFFER:".length).replaceAll("\\", "")),
      ),
    ].sort();
  };

  test.each(ALL.filter(([, offered]) => offered.length > 0))("%j", (typed, offered) => {
    const found = complete(`claimlint ${typed.join(" ")}`);
    expect(found).toEqual(expect.arrayContaining([...offered]));
  });
});

describe.skipIf(!has("pwsh"))("PowerShell", () => {
  test.each(ALL)("%j", (typed, offered) => {
    const line = `claimlint ${typed.join(" ")}`;
    const script = `. ./claimlint.powershell.ps1; (TabExpansion2 '${line}' ${line.length}).CompletionMatches.CompletionText`;
    writeFileSync(join(cwd, "claimlint.powershell.ps1"), "");
    const out = execFileSync("pwsh", ["-NoProfile", "-Command", script], { cwd, encoding: "utf8" });
    expect(out.split("\n").filter(Boolean)).toEqual(expect.arrayContaining([...offered]));
  });
});

describe("PowerShell, as text", () => {
  test("strings and brackets are closed, and every command and rule is in it", async () => {
    const { stdout } = await run(["completion", "powershell"], { cwd });
    const bare = stdout
      .replace(/'(?:[^']|'')*'/g, "S")
      .replace(/"[^"\n]*"/g, "S")
      .replace(/^\s*#.*$/gm, "");
    for (const [open, close] of ["{}", "()", "[]"]) {
      expect(bare.split(open!).length, open).toBe(bare.split(close!).length);
    }
    expect(bare).not.toMatch(/['"]/);
    for (const { id } of RULES) expect(stdout).toContain(`'${id}'`);
    expect(stdout).toContain("$operands['data diff'] = @(");
  });
});

test("an unknown shell is refused", async () => {
  const { exit, stderr } = await run(["completion", "tcsh"], { cwd });
  expect(exit).toBe(2);
  expect(stderr).toContain("bash");
});
