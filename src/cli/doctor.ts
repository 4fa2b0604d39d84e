import { relative } from "node:path";
import { environmentName, SETTING_NAMES } from "../config/settings.ts";
import type { Coverage } from "../contract/dataset.ts";
import { formatDate } from "../model/dates.ts";
import { UsageError } from "../model/errors.ts";
import type { ExitCode } from "../model/run.ts";
import { visible } from "../model/visible.ts";
import { checkStore, type ListedData, listData } from "../reference/operations.ts";
import { DATA_SETS } from "../registry/data-sets.ts";
import { toolVersion } from "../run/version.ts";
import { configure } from "./configure.ts";
import { dataFolder } from "./data-sets.ts";
import type { ConfigChoice, Flags } from "./main.ts";
import type { Terminal } from "./terminal.ts";

interface DoctorData {
  readonly id: string;
  readonly releases: readonly string[];
  readonly covers: readonly string[];
  readonly installedDaysAgo: number;
  readonly note: string | undefined;
}

interface Examination {
  readonly claimlint: string;
  readonly node: string;
  readonly platform: string;
  readonly config: string;
  readonly environment: readonly string[];
  readonly dataFolder: string;
  readonly rules: { readonly on: number; readonly off: number; readonly cannotRun: number };
  readonly data: readonly DoctorData[];
  readonly missing: readonly { readonly id: string; readonly install: string }[];
  readonly problems: readonly string[];
}

/**
 * `claimlint doctor`: what a bug report needs. Reads no claim file. Exit code 1 where something is wrong: a configuration
 * that is refused, a damaged table, a Node.js that is too old.
 */
export async function doctorCommand(
  terminal: Terminal,
  format: string,
  flags: Flags,
  choice: ConfigChoice,
): Promise<ExitCode> {
  const found = await examine(terminal, flags, choice);
  terminal.stdout.write(format === "json" ? `${JSON.stringify(found, undefined, 2)}\n` : asText(found));
  return found.problems.length > 0 ? 1 : 0;
}

async function examine(terminal: Terminal, flags: Flags, choice: ConfigChoice): Promise<Examination> {
  const { env, today } = terminal;
  const problems: string[] = [];
  const attempt = async <T>(work: () => T | Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      problems.push(visible([error.message, error.remedy].filter(Boolean).join(" ")));
      return undefined;
    }
  };
  const configuration = await attempt(() => configure(terminal, flags, choice));
  const named = configuration?.settings.data ?? (flags.data as string | undefined);
  const folder = dataFolder(named, terminal);
  const checked = (await attempt(() => checkStore(folder, DATA_SETS))) ?? [];
  // A table that cannot be read stops the listing; what is wrong with it is among the problems then.
  const installed = checked.some((each) => each.problems.length > 0) ? readable(folder) : listData(folder);
  for (const { id, problems: found } of checked) problems.push(...found.map((problem) => `${id}: ${visible(problem)}`));
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) problems.push("Node.js is older than 20.19.");

  const has = new Set(checked.map(({ id }) => id));
  const rules = configuration?.rules ?? [];
  const on = rules.filter(({ severity }) => severity !== "off");
  const cannotRun = on.filter(({ rule }) =>
    Object.values(rule.data ?? {}).some(
      (each) => !("optional" in each) && each.stored !== undefined && !has.has(each.id),
    ),
  );
  return {
    claimlint: toolVersion(),
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    config: configuration === undefined ? "refused" : shown(configuration.file, terminal),
    // Names alone: a value may be a path with a person's name in it.
    environment: [...SETTING_NAMES.map(environmentName), "CLAIMLINT_CONFIG", "CLAIMLINT_DEBUG"].filter((n) => env[n]),
    dataFolder: shown(folder, terminal),
    rules: { on: on.length - cannotRun.length, off: rules.length - on.length, cannotRun: cannotRun.length },
    data: installed.map(({ id, releases, coverage, installed: since }) => {
      const gaps = checked.find((each) => each.id === id)?.gaps ?? [];
      return {
        id,
        releases: releases.map(({ name }) => name),
        covers: coverage.map(spanText),
        installedDaysAgo: Math.max(0, today - Math.floor(since.getTime() / 86_400_000)),
        note: noteOn(coverage, gaps, today),
      };
    }),
    missing: DATA_SETS.filter(({ id, stored }) => stored !== undefined && !has.has(id)).map(({ id, install }) => ({
      id,
      install,
    })),
    problems,
  };
}

function readable(folder: string): readonly ListedData[] {
  try {
    return listData(folder);
  } catch (error) {
    if (error instanceof UsageError) return [];
    throw error;
  }
}

const spanText = ({ from, to }: Coverage): string => `${formatDate(from)} to ${formatDate(to)}`;

function noteOn(coverage: readonly Coverage[], gaps: readonly Coverage[], today: number): string | undefined {
  const end = coverage.at(-1)?.to;
  const notes = gaps.map((gap) => `nothing for ${spanText(gap)}`);
  if (end !== undefined && end < today) notes.push(`ended ${today - end} days ago: later lines are not checked`);
  return notes.length === 0 ? undefined : notes.join("; ");
}

/** A path as one may paste it into a bug report: from here, or from home, without the user's name. */
function shown(path: string | undefined, { cwd, env }: Terminal): string {
  if (path === undefined) return "none";
  const home = env["HOME"] ?? env["USERPROFILE"];
  const here = relative(cwd, path);
  if (!here.startsWith("..") && here !== "" && here !== path) return visible(here);
  return visible(home && path.startsWith(home) ? `~${path.slice(home.length)}` : path);
}

function asText(found: Examination): string {
  const { data, missing, problems, rules } = found;
  const lines = [
    `claimlint    ${found.claimlint}`,
    `Node.js      ${found.node}, ${found.platform}`,
    `config       ${found.config}`,
    `environment  ${found.environment.join(", ") || "no CLAIMLINT_ variable"}`,
    `data         ${found.dataFolder}`,
    `rules        ${rules.on} on, ${rules.cannotRun} cannot run for want of a table, ${rules.off} off`,
    "",
    "installed tables",
    ...(data.length === 0 ? ["  none"] : []),
    ...data.flatMap(({ id, releases, covers, installedDaysAgo, note }) => [
      `  ${id}  ${releases.join(", ")}`,
      `    covers ${covers.join(", ") || "no day"}; installed ${installedDaysAgo} days ago`,
      ...(note === undefined ? [] : [`    ${note}`]),
    ]),
    ...(missing.length === 0 ? [] : ["", "not installed", ...missing.map(({ id, install }) => `  ${id}: ${install}`)]),
    "",
    problems.length === 0 ? "no problem found" : "problems",
    ...problems.map((problem) => `  ${problem}`),
  ];
  return `${lines.join("\n")}\n`;
}
