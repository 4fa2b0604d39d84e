import { Command, CommanderError, Option } from "commander";
import {
  environmentName,
  parseSetting,
  SETTING_NAMES,
  SETTINGS,
  type Setting,
  type SettingName,
} from "../config/settings.ts";
import { InputError, UsageError } from "../model/errors.ts";
import type { ExitCode } from "../model/run.ts";
import { visible } from "../model/visible.ts";
import { toolVersion } from "../run/version.ts";
import { crashText } from "./crash.ts";
import type { Terminal } from "./terminal.ts";

const GROUPS = {
  input: "Input:",
  selecting: "Selecting rules:",
  config: "Configuration:",
  output: "Output:",
  splitting: "Splitting:",
  deciding: "Exit code:",
  waiving: "Waivers:",
} as const;

export const EXIT_CODES = `
Exit codes:
  0    every input fully checked, nothing at or above --fail-on
  1    fully checked; findings at or above --fail-on, or a threshold exceeded
  2    not fully checked: usage, configuration, unreadable input, missing required column, a required rule that could not run
  130  interrupted (143: terminated)

Every option has an environment variable: --fail-on is CLAIMLINT_FAIL_ON. Defaults < configuration file < environment < options.`;

/** What the settings' options of a command line said. */
export type Flags = Partial<Record<SettingName, unknown>>;

export interface ConfigChoice {
  /** `-c FILE`; `false` is --no-config. */
  readonly config: string | false | undefined;
  readonly set: readonly string[];
}

function collect(text: string, previous: readonly string[] | undefined): readonly string[] {
  return [...(previous ?? []), text];
}

function settingOption(name: SettingName): Option {
  const setting: Setting = SETTINGS[name];
  const option = new Option(setting.flags, setting.describe).helpGroup(GROUPS[setting.group]);
  if (setting.type === "choice") option.choices(setting.choices);
  if (setting.type === "list") {
    option.argParser((text: string, previous: readonly string[] | undefined) =>
      setting.commas
        ? [
            ...(previous ?? []),
            ...text
              .split(",")
              .map((t) => t.trim())
              .filter(Boolean),
          ]
        : collect(text, previous),
    );
  } else if (setting.type !== "switch") {
    option.argParser((text: string) => {
      const parsed = parseSetting(name, text);
      if ("refused" in parsed)
        throw new UsageError(`${setting.flags.split(" ").find((f) => f.startsWith("--"))}: ${parsed.refused}.`);
      return parsed.value;
    });
  }
  return option;
}

function withSettings(command: Command, names: readonly SettingName[] = SETTING_NAMES): Command {
  for (const name of names) command.addOption(settingOption(name));
  const group = GROUPS.config;
  return command
    .addOption(
      new Option(
        "-c, --config <FILE>",
        "configuration file (default: claimlint.config.jsonc upwards from here)",
      ).helpGroup(group),
    )
    .addOption(new Option("--no-config", "read no configuration file").helpGroup(group))
    .addOption(
      new Option("--set <KEY=VALUE>", "one setting over the configuration file; may be repeated")
        .helpGroup(group)
        .argParser(collect),
    );
}

function readFlags(command: Command): { flags: Flags; choice: ConfigChoice; quiet: number } {
  const given = command.opts();
  const flags: Flags = {};
  for (const name of SETTING_NAMES) {
    if (command.getOptionValueSource(name) === "cli") flags[name] = given[name];
  }
  return {
    flags,
    choice: { config: given["config"] === true ? undefined : given["config"], set: given["set"] ?? [] },
    quiet: (given["quiet"] ?? 0) - (given["verbose"] ?? 0),
  };
}

/** Shells that `completion` writes for. */
export const SHELLS = ["bash", "zsh", "fish", "powershell"] as const;
export type Shell = (typeof SHELLS)[number];

const INSPECTED: readonly SettingName[] = [
  "allowPlugins",
  "delimiter",
  "encoding",
  "dateFormat",
  "map",
  "mapFile",
  "profile",
  "payer",
  "stdinFilename",
  "asOf",
  "data",
];
const FIXED: readonly SettingName[] = [
  "delimiter",
  "encoding",
  "dateFormat",
  "map",
  "mapFile",
  "profile",
  "payer",
  "asOf",
  "rule",
  "only",
  "skip",
  "waivers",
  "allowPlugins",
];
const CHOSEN: readonly SettingName[] = ["rule", "only", "skip", "data", "asOf", "allowPlugins"];

/** The commands and their options: what a command line is parsed with, and what completion and the manual are made of. */
export function commandLine(
  argv: readonly string[],
  terminal: Terminal,
): { readonly program: Command; readonly exitCode: () => ExitCode } {
  let exitCode: ExitCode = 0;
  const action =
    (run: (terminal: Terminal, ...rest: never[]) => Promise<ExitCode>) =>
    async (...rest: unknown[]): Promise<void> => {
      exitCode = await run(terminal, ...(rest as never[]));
    };

  const program = new Command("claimlint")
    .description(
      "The linter for US medical claim lines: CPT, HCPCS and ICD-10-CM codes, their pairing, and common billing pitfalls.",
    )
    .version(toolVersion(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print help")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void terminal.stdout.write(text),
      writeErr: (text) =>
        void terminal.stderr.write(
          text
            .split("\n")
            .map((line) => visible(line))
            .join("\n"),
        ),
      getOutHelpWidth: () => Math.min(terminal.stdout.columns ?? 110, 130),
    });

  withSettings(program.command("check", { isDefault: true }))
    .description("check claim lines (the default command)")
    .argument("[FILE...]", "CSV files, globs, or - for standard input; .gz is read as it is")
    .addOption(new Option("-q, --quiet", "findings and verdict only; -qq prints errors only").helpGroup(GROUPS.output))
    .addOption(new Option("-v, --verbose", "say more").helpGroup(GROUPS.output))
    .addHelpText("after", EXIT_CODES)
    .action(async (files: string[], _options: unknown, command: Command) => {
      const { checkCommand } = await import("./check.ts");
      const quiet = argv.reduce((n, word) => n + (word === "--quiet" || word === "-q" ? 1 : word === "-qq" ? 2 : 0), 0);
      const verbose = argv.some((word) => word === "-v" || word === "--verbose");
      const { flags, choice } = readFlags(command);
      exitCode = await checkCommand(terminal, files, flags, choice, verbose ? -1 : Math.min(quiet, 2));
    });

  withSettings(program.command("fix"), FIXED)
    .description("repair what can be repaired without loss: spaces, case, dots, decimals, invisible characters")
    .argument("<FILE>", "a CSV file; .gz is read as it is")
    .option("-o, --output <FILE>", "write the repaired file there, - for standard output (.gz: gzipped)")
    .option("--in-place", "replace the file")
    .option("--diff", "print a unified patch and change nothing")
    .action(async (file: string, options: { output?: string; inPlace?: true; diff?: true }, command: Command) => {
      const { fixCommand } = await import("./fix.ts");
      const { flags, choice } = readFlags(command);
      exitCode = await fixCommand(terminal, file, options, flags, choice);
    });

  withSettings(program.command("explain"), [...INSPECTED, "history", "values", "rule"])
    .description("explain a rule, or what every rule did with one row")
    .argument("<RULE|FILE:ROW>", "a rule id, or a file and a record number (the header not counted)")
    .action(async (what: string, _options: unknown, command: Command) => {
      const { explainCommand } = await import("./explain.ts");
      const { flags, choice } = readFlags(command);
      exitCode = await explainCommand(terminal, what, flags, choice);
    });

  withSettings(program.command("rules"), CHOSEN)
    .description("list the rules and their state under this configuration")
    .addOption(
      new Option("--format <NAME>", "table, json or markdown").choices(["table", "json", "markdown"]).default("table"),
    )
    .action(async (options: { format: string }, command: Command) => {
      const { rulesCommand } = await import("./rules.ts");
      const { flags, choice } = readFlags(command);
      exitCode = await rulesCommand(terminal, options.format, flags, choice);
    });

  withSettings(program.command("inspect"), INSPECTED)
    .description("how a file is read: encoding, delimiter, columns, dates, what can be checked; no cell values")
    .argument("<FILE>", "a CSV file, or - for standard input")
    .action(async (file: string, _options: unknown, command: Command) => {
      const { inspectCommand } = await import("./inspect.ts");
      const { flags, choice } = readFlags(command);
      exitCode = await inspectCommand(terminal, file, flags, choice);
    });

  withSettings(program.command("code"), ["asOf", "data"])
    .description("what a code is: system, category, section, chapter")
    .argument("<CODE...>", "CPT, HCPCS, ICD-10-CM or any other code")
    .action(async (codes: string[], _options: unknown, command: Command) => {
      const { codeCommand } = await import("./code.ts");
      const { flags, choice } = readFlags(command);
      exitCode = await codeCommand(terminal, codes, flags, choice);
    });

  withSettings(program.command("config"))
    .description("the effective configuration, and where each value comes from")
    .action(async (_options: unknown, command: Command) => {
      const { configCommand } = await import("./config.ts");
      const { flags, choice } = readFlags(command);
      exitCode = await configCommand(terminal, flags, choice);
    });

  const data = program.command("data").description("the official tables: add, list, check, remove, pull, diff");
  const dataCommand = (name: string, describe: string): Command =>
    withSettings(data.command(name), ["data"]).description(describe);
  const formatOption = (): Option =>
    new Option("--format <NAME>", "text or json").choices(["text", "json"]).default("text");

  dataCommand("add", "recognise, verify and install files as their publishers deliver them")
    .argument("<PATH...>", "files, zips or folders: ICD-10-CM, HCPCS, NCCI, MUE, add-on codes, MPFS")
    .option("--release <NAME>", "what the files are, where neither they nor their names say it (FY2024 April)")
    .action(async (paths: string[], options: { release?: string }, command: Command) => {
      const { addCommand } = await import("./data.ts");
      const { flags, choice } = readFlags(command);
      exitCode = await addCommand(terminal, paths, options.release, flags, choice);
    });

  dataCommand("list", "what is installed, which dates it covers, and what is missing")
    .addOption(formatOption())
    .action(async (options: { format: string }, command: Command) => {
      const { listCommand } = await import("./data.ts");
      const { flags, choice } = readFlags(command);
      exitCode = await listCommand(terminal, options.format, flags, choice);
    });

  dataCommand("check", "verify the installed tables; exit code 1 where one is not sound").action(
    async (_options: unknown, command: Command) => {
      const { checkDataCommand } = await import("./data.ts");
      const { flags, choice } = readFlags(command);
      exitCode = await checkDataCommand(terminal, flags, choice);
    },
  );

  dataCommand("remove", "take a table away")
    .argument("<ID...>", "data sets, as data list names them")
    .action(async (ids: string[], _options: unknown, command: Command) => {
      const { removeCommand } = await import("./data.ts");
      const { flags, choice } = readFlags(command);
      exitCode = await removeCommand(terminal, ids, flags, choice);
    });

  dataCommand("diff", "what was added, removed and changed from A to B")
    .argument("<A>", "a data set, one of its releases (icd10cm@FY2025), or a publisher's file")
    .argument("<B>", "the same")
    .addOption(formatOption())
    .option("--release <NAME>", "what the files are, where they do not say it")
    .addOption(
      new Option("--limit <N>", "changes to show").default(50).argParser((text: string) => {
        if (!/^\d+$/.test(text)) throw new UsageError(`--limit ${text}: it is a number.`);
        return Number(text);
      }),
    )
    .action(
      async (a: string, b: string, options: { format: string; limit: number; release?: string }, command: Command) => {
        const { diffCommand } = await import("./data.ts");
        const { flags, choice } = readFlags(command);
        exitCode = await diffCommand(terminal, a, b, options, flags, choice);
      },
    );

  dataCommand("pull", "fetch public-domain tables from their publisher, verify and add them")
    .argument("<WHAT...>", "icd10cm or hcpcs")
    .option("--release <NAME>", "a release (FY2024), or all; may be repeated (default: the recent ones)", collect)
    .option("--mirror <URL|DIR>", "fetch from here instead")
    .action(async (wanted: string[], options: { release?: string[]; mirror?: string }, command: Command) => {
      const { pullCommand } = await import("./data.ts");
      const { flags, choice } = readFlags(command);
      const { release = [], mirror } = options;
      exitCode = await pullCommand(terminal, wanted, { release, mirror }, flags, choice);
    });

  withSettings(program.command("init"), INSPECTED)
    .description("write a commented claimlint.config.jsonc here, filled in from how FILE is read")
    .argument("[FILE]", "a CSV file as you will check it")
    .option("--force", "replace the file that is there")
    .action(async (file: string | undefined, options: { force?: boolean }, command: Command) => {
      const { initCommand } = await import("./init.ts");
      exitCode = await initCommand(terminal, file, options, readFlags(command).flags);
    });

  program
    .command("schema")
    .description("print a JSON Schema")
    .addArgument(program.createArgument("<WHAT>", "config or report").choices(["config", "report"]))
    .action(action(async (t, what: never) => (await import("./schema.ts")).schemaCommand(t, what)));

  withSettings(program.command("diff"), ["failOn"])
    .description("the findings that two json reports of the same files do not share")
    .argument("<OLD>", "a report of `check -f json`")
    .argument("<NEW>", "a later one")
    .addOption(formatOption())
    .action(async (older: string, newer: string, options: { format: string }, command: Command) => {
      const { diffReportsCommand } = await import("./diff.ts");
      const { flags, choice } = readFlags(command);
      exitCode = await diffReportsCommand(terminal, [older, newer], options.format, flags, choice);
    });

  withSettings(program.command("doctor"), ["data", "allowPlugins"])
    .description("versions, configuration and installed tables, for a bug report; no patient data")
    .addOption(formatOption())
    .action(async (options: { format: string }, command: Command) => {
      const { doctorCommand } = await import("./doctor.ts");
      const { flags, choice } = readFlags(command);
      exitCode = await doctorCommand(terminal, options.format, flags, choice);
    });

  program
    .command("completion")
    .description("print the completion script of a shell")
    .addArgument(program.createArgument("<SHELL>", "bash, zsh, fish or powershell").choices(SHELLS))
    .action(action(async (t, shell: never) => (await import("./completion.ts")).completionCommand(t, shell, program)));
  return { program, exitCode: () => exitCode };
}

/** Runs one command line. Never ends the process: the caller sets the exit code. */
export async function main(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { program, exitCode } = commandLine(argv, terminal);
  try {
    await program.parseAsync(argv, { from: "user" });
    return exitCode();
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof UsageError) {
      const where = error instanceof InputError ? `${error.where}: ` : "";
      const remedy = error.remedy ? `${/[.?!]$/.test(error.message) ? "" : "."} ${error.remedy}` : "";
      // A file name or a header may stand in it.
      terminal.stderr.write(`claimlint: ${visible(`${where}${error.message}${remedy}`)}\n`);
      return 2;
    }
    terminal.stderr.write(
      `claimlint: internal error (${error instanceof Error ? error.name : "unknown"}). Nothing was decided about the claims; please report it.\n`,
    );
    if (terminal.env["CLAIMLINT_DEBUG"]) terminal.stderr.write(crashText(error));
    return 2;
  }
}

/** For `--help` and the documentation: the environment variable of every setting. */
export function environmentNames(): readonly string[] {
  return SETTING_NAMES.map(environmentName);
}
