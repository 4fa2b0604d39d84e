import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import type { DataSet } from "../contract/dataset.ts";
import { OPEN } from "../datasets/parts/ptp-rows.ts";
import { formatDate } from "../model/dates.ts";
import { UsageError } from "../model/errors.ts";
import { didYouMean } from "../model/nearest.ts";
import type { ExitCode } from "../model/run.ts";
import { BY_HAND, CATALOGUE, type KnownRelease } from "../reference/catalogue.ts";
import type { Change, Changes } from "../reference/changes.ts";
import {
  type AddedData,
  type AddSummary,
  addPaths,
  checkStore,
  diffData,
  type ListedData,
  listData,
  type Progress,
  removeData,
} from "../reference/operations.ts";
import { pullRelease } from "../reference/pull.ts";
import { DATA_SETS } from "../registry/data-sets.ts";
import { configure } from "./configure.ts";
import { dataFolder } from "./data-sets.ts";
import type { ConfigChoice, Flags } from "./main.ts";
import { statusLine } from "./progress.ts";
import type { Terminal } from "./terminal.ts";

const count = (n: number): string => n.toLocaleString("en-US");
const plural = (n: number, word: string): string => `${count(n)} ${word}${n === 1 ? "" : "s"}`;
/** A list of the user's own is for all dates, its rows have theirs. */
const span = (from: number, to: number): string =>
  to === OPEN ? "all dates" : `${formatDate(from)} to ${formatDate(to)}`;
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
const counted = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([what, n]) => `${count(n)} ${what}`)
    .join(", ");

/** The folder that `--data`, the environment or the configuration file names. */
async function folderOf(terminal: Terminal, flags: Flags, choice: ConfigChoice): Promise<string> {
  const { settings } = await configure(terminal, flags, choice);
  return dataFolder(settings.data, terminal);
}

/** `claimlint data add PATH…`: recognises, compiles, verifies and installs; nothing is replaced where one is refused. */
export async function addCommand(
  terminal: Terminal,
  paths: readonly string[],
  release: string | undefined,
  flags: Flags,
  choice: ConfigChoice,
): Promise<ExitCode> {
  const folder = await folderOf(terminal, flags, choice);
  // As given where that works: refusals name the file.
  const files = terminal.cwd === process.cwd() ? paths : paths.map((path) => resolve(terminal.cwd, path));
  printAdded(terminal, folder, await add(terminal, files, folder, release));
  return 0;
}

async function add(
  terminal: Terminal,
  files: readonly string[],
  folder: string,
  release: string | undefined,
): Promise<AddSummary> {
  const status = statusLine(terminal, true);
  const onProgress = ({ stage, subject, done, total }: Progress): void =>
    status.show(`${STAGES[stage]} ${bar(done, total)} ${subject}`);
  try {
    return await addPaths(files, folder, { dataSets: DATA_SETS, release, onProgress });
  } finally {
    status.clear();
  }
}

const STAGES = { read: "reading", compile: "compiling", write: "writing" } as const;

function bar(done: number, total: number): string {
  const filled = total === 0 ? 0 : Math.round((done / total) * 20);
  return `[${"#".repeat(filled)}${".".repeat(20 - filled)}] ${done}/${total}`;
}

function printAdded({ stdout }: Terminal, folder: string, { data, ignored }: AddSummary): void {
  for (const each of data) stdout.write(`${addedLines(each).join("\n")}\n\n`);
  stdout.write(`installed in ${folder}\n`);
  if (ignored.length > 0) stdout.write(`${plural(ignored.length, "file")} of no data set (documents) left out\n`);
}

function addedLines({ id, title, releases, added, counts, bytes, changes, warnings, coverage }: AddedData): string[] {
  const fresh = new Set(added);
  const width = Math.max(...releases.map(({ name }) => name.length));
  return [
    `${id}  ${title}`,
    ...releases.map(({ name, from, to, rows, note }) => {
      const mark = fresh.has(name) ? "+" : " ";
      return `  ${mark} ${name.padEnd(width)}  ${span(from, to)}  ${count(rows)} rows${note ? `  (${note})` : ""}`;
    }),
    `  ${counted(counts)}; ${megabytes(bytes)}; covers ${coverage.map(({ from, to }) => span(from, to)).join(", ")}`,
    ...(changes === undefined ? [] : [`  against the table before: ${changed(changes)}`]),
    ...warnings.map((warning) => `  warning: ${warning}`),
  ];
}

function changed({ added, removed, changed: altered }: Changes): string {
  return added + removed + altered === 0
    ? "no change"
    : `${count(added)} added, ${count(removed)} removed, ${count(altered)} changed`;
}

/** `claimlint data list`: what is installed, until when it reaches, and what is not installed. */
export async function listCommand(
  terminal: Terminal,
  format: string,
  flags: Flags,
  choice: ConfigChoice,
): Promise<ExitCode> {
  const folder = await folderOf(terminal, flags, choice);
  const installed = listData(folder);
  const missing = DATA_SETS.filter(({ id, stored }) => stored !== undefined && !installed.some((d) => d.id === id));
  const { stdout, today } = terminal;
  if (format === "json") {
    stdout.write(
      `${JSON.stringify({ folder, installed: installed.map((d) => listed(d)), missing: missing.map(({ id, title, install }) => ({ id, title, install })) }, undefined, 2)}\n`,
    );
    return 0;
  }
  stdout.write(`${folder}\n`);
  for (const each of installed) stdout.write(`\n${listedLines(each, today).join("\n")}\n`);
  if (missing.length > 0) {
    stdout.write("\nnot installed\n");
    const width = Math.max(...missing.map(({ id }) => id.length));
    for (const { id, title, install } of missing) stdout.write(`  ${id.padEnd(width)}  ${title}: ${install}\n`);
  }
  return 0;
}

function listed({ releases, coverage, ...rest }: ListedData) {
  const dated = <T extends { readonly from: number; readonly to: number }>(each: T) => ({
    ...each,
    from: formatDate(each.from),
    to: formatDate(each.to),
  });
  return { ...rest, releases: releases.map(dated), coverage: coverage.map(dated) };
}

function listedLines(data: ListedData, today: number): string[] {
  const { id, title, publisher, licence, releases, coverage, counts, warnings, bytes, installed } = data;
  const newest = releases.at(-1);
  const end = coverage.at(-1)?.to;
  const dataSet = DATA_SETS.find((each) => each.id === id);
  const lines = [`${id}  ${title} (${publisher})`];
  const say = (label: string, text: string | undefined) => text && lines.push(`  ${label.padEnd(9)} ${text}`);
  say("covers", coverage.map(({ from, to }) => span(from, to)).join(", "));
  say("releases", releases.map(({ name }) => name).join(", "));
  // A cumulative file (NCCI, add-on codes) begins decades ago: how old it is shows at its end.
  if (newest !== undefined && newest.to !== OPEN) {
    const age = newest.to < today ? `ended ${plural(today - newest.to, "day")} ago` : "is in force";
    say("age", `${newest.name} ${age}, for services to ${formatDate(newest.to)}`);
  }
  if (end !== undefined && end !== OPEN) {
    const next = `the next release is expected for ${formatDate(end + 1)}`;
    const late = `lines after ${formatDate(end)} are not checked: ${dataSet?.install ?? ""}`;
    say("next", end < today ? late : next);
  }
  say("rows", counted(counts));
  say("size", `${megabytes(bytes)}, installed ${installed.toISOString().slice(0, 10)}`);
  say("licence", licence);
  for (const warning of warnings) say("warning", warning);
  return lines;
}

/** `claimlint data check`: digests, versions and gaps. Exit code 1 where a table is not sound. */
export async function checkDataCommand(terminal: Terminal, flags: Flags, choice: ConfigChoice): Promise<ExitCode> {
  const folder = await folderOf(terminal, flags, choice);
  const checked = checkStore(folder, DATA_SETS);
  const { stdout } = terminal;
  for (const { id, problems, gaps, warnings } of checked) {
    stdout.write(`${id}: ${problems.length === 0 ? "sound" : "not sound"}\n`);
    for (const problem of problems) stdout.write(`  problem: ${problem}\n`);
    for (const { from, to } of gaps)
      stdout.write(`  gap: ${span(from, to)} is in no release; such lines are not checked\n`);
    for (const warning of warnings) stdout.write(`  warning: ${warning}\n`);
  }
  if (checked.length === 0) stdout.write(`Nothing is installed in ${folder}.\n`);
  return checked.some(({ problems }) => problems.length > 0) ? 1 : 0;
}

export async function removeCommand(
  terminal: Terminal,
  ids: readonly string[],
  flags: Flags,
  choice: ConfigChoice,
): Promise<ExitCode> {
  const folder = await folderOf(terminal, flags, choice);
  for (const id of ids) {
    if (await removeData(folder, id)) terminal.stdout.write(`${id} removed from ${folder}\n`);
    else throw new UsageError(`${id} is not installed in ${folder}.`, nearest(id, DATA_SETS));
  }
  return 0;
}

function nearest(id: string, dataSets: readonly DataSet<unknown>[]): string {
  const ids = dataSets.map((each) => each.id);
  const near = didYouMean(id, ids);
  return near !== undefined && near !== id ? `Did you mean ${near}?` : "claimlint data list says what is.";
}

/** `claimlint data diff A B`: codes or pairs that were added, removed or changed. */
export async function diffCommand(
  terminal: Terminal,
  a: string,
  b: string,
  { format, limit, release }: { readonly format: string; readonly limit: number; readonly release?: string },
  flags: Flags,
  choice: ConfigChoice,
): Promise<ExitCode> {
  const folder = await folderOf(terminal, flags, choice);
  const side = (text: string): string =>
    DATA_SETS.some(({ id }) => id === text.split("@")[0]) ? text : resolve(terminal.cwd, text);
  const changes = diffData(side(a), side(b), folder, { dataSets: DATA_SETS, release });
  const { stdout } = terminal;
  const first = changes.first.slice(0, limit);
  if (format === "json") {
    stdout.write(`${JSON.stringify({ ...changes, first }, undefined, 2)}\n`);
    return 0;
  }
  stdout.write(`${changes.id}  ${a} to ${b}: ${changed(changes)}\n`);
  for (const change of first) stdout.write(`${changeLine(change)}\n`);
  const rest = changes.added + changes.removed + changes.changed - first.length;
  if (rest > 0) stdout.write(`… and ${count(rest)} more (--limit)\n`);
  return 0;
}

function changeLine({ key, before, after }: Change): string {
  if (before === undefined) return `+ ${key}  ${after}`;
  return after === undefined ? `- ${key}  ${before}` : `~ ${key}  ${before} → ${after}`;
}

export interface PullChoice {
  readonly release: readonly string[];
  readonly mirror: string | undefined;
}

/** `claimlint data pull`: fetches what is public domain, verifies it, then adds it. The only command with a network. */
export async function pullCommand(
  terminal: Terminal,
  wanted: readonly string[],
  { release, mirror }: PullChoice,
  flags: Flags,
  choice: ConfigChoice,
): Promise<ExitCode> {
  const folder = await folderOf(terminal, flags, choice);
  const releases = wanted.flatMap((id) => releasesOf(id, release));
  const downloads = join(folder, ".downloads");
  const status = statusLine(terminal, true);
  const files: string[] = [];
  try {
    for (const each of releases) {
      const from = mirror === undefined || /^https?:/i.test(mirror) ? mirror : resolve(terminal.cwd, mirror);
      const onProgress = (name: string, done: number, total: number | undefined): void =>
        status.show(`fetching ${name}: ${megabytes(done)}${total === undefined ? "" : ` of ${megabytes(total)}`}`);
      files.push(await pullRelease(each, { fetch, folder: downloads, mirror: from, onProgress }));
      status.clear();
      terminal.stderr.write(`${each.dataSet} ${each.release}: ${each.sha256.length > 0 ? "verified" : "fetched"}\n`);
    }
  } finally {
    status.clear();
  }
  printAdded(terminal, folder, await add(terminal, files, folder, undefined));
  for (const file of files) if (file.startsWith(downloads)) rmSync(file, { force: true });
  return 0;
}

/** The releases to fetch: those named, else the recent ones. A set that asks for a licence is refused, with the page. */
function releasesOf(id: string, wanted: readonly string[]): KnownRelease[] {
  const known = CATALOGUE.filter(({ dataSet }) => dataSet === id);
  if (known.length === 0) {
    const page = Object.entries(BY_HAND).find(([name]) => id.startsWith(name))?.[1];
    if (page === undefined) {
      const known = DATA_SETS.find((each) => each.id === id);
      throw new UsageError(
        known === undefined
          ? `data pull ${id}: there is no such data set.`
          : `data pull ${id}: claimlint cannot fetch it.`,
        known === undefined ? "It is icd10cm or hcpcs." : `Download it by hand, then: ${known.install}`,
      );
    }
    throw new UsageError(
      `data pull ${id}: CMS asks whoever downloads it to accept a licence (AMA, for CPT), which claimlint does not do for you.`,
      `Open ${page}, accept, download the newest files, then: claimlint data add FILE…`,
    );
  }
  if (wanted.length === 0) return known.filter((each) => each.recent);
  if (wanted.includes("all")) return known;
  return wanted.flatMap((name) => {
    const found = known.filter((each) => each.release.toLowerCase() === name.toLowerCase());
    if (found.length > 0) return found;
    const names = [...new Set(known.map((each) => each.release))].join(", ");
    throw new UsageError(`--release ${name}: claimlint knows no such release of ${id}.`, `It knows ${names}, and all.`);
  });
}
