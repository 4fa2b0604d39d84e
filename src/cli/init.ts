import { existsSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { payerKindOf } from "../codes/payer.ts";
import { CONFIG_NAMES } from "../config/load.ts";
import { SETTINGS, type SettingName } from "../config/settings.ts";
import type { FileLines } from "../input/lines.ts";
import { readLines, SharedValues } from "../input/read-lines.ts";
import { COLUMNS, fieldName } from "../model/columns.ts";
import { UsageError } from "../model/errors.ts";
import type { ExitCode } from "../model/run.ts";
import { visible } from "../model/visible.ts";
import { prepareRun, sourceOf } from "../run/prepare.ts";
import { toolVersion } from "../run/version.ts";
import { configure } from "./configure.ts";
import type { Flags } from "./main.ts";
import type { Terminal } from "./terminal.ts";

/** How a file is read: what was said on the command line is worth keeping. */
const KEPT: readonly SettingName[] = ["delimiter", "encoding", "dateFormat", "profile", "payer", "data"];

/** More names than these are no list a person goes through. */
const NAMES_SHOWN = 30;

/** `claimlint init [FILE]`: a commented configuration, filled in from how a file of the user's is read. */
export async function initCommand(
  terminal: Terminal,
  path: string | undefined,
  { force = false }: { readonly force?: boolean },
  flags: Flags,
): Promise<ExitCode> {
  const there = CONFIG_NAMES.find((name) => existsSync(join(terminal.cwd, name)));
  const name = CONFIG_NAMES[0];
  if (there !== undefined && !(force && there === name)) {
    throw new UsageError(
      `${there} is there already.`,
      there === name ? "Use --force to replace it." : "Change that one.",
    );
  }
  const file = path === undefined ? undefined : await readWith(terminal, path, flags);
  const target = join(terminal.cwd, name);
  const temporary = `${target}.${process.pid}.tmp`;
  writeFileSync(temporary, template(file, flags));
  renameSync(temporary, target);
  terminal.stdout.write(`wrote ${name}\n`);
  return 0;
}

async function readWith(terminal: Terminal, path: string, flags: Flags): Promise<FileLines> {
  const configuration = await configure(terminal, flags, { config: false, set: [] });
  const settings = prepareRun(configuration, [], terminal.today, toolVersion());
  const source = sourceOf(path, configuration, terminal.cwd, path === "-" ? { stdin: terminal.stdin } : {});
  const file = await readLines(0, source, settings.read(source.name ?? path), new SharedValues());
  if (file.facts.headers.length === 0) throw new UsageError(`${path} has no header.`, "Name a file with one.");
  return file;
}

/** One entry of the file: `"name": value`, or the same as a comment to be taken up. */
interface Entry {
  readonly name: string;
  readonly value: unknown;
  readonly inForce: boolean;
  readonly note?: string;
}

function template(file: FileLines | undefined, flags: Flags): string {
  const given = KEPT.filter((setting) => flags[setting] !== undefined);
  const sections = [
    `  // What claimlint checks here. \`claimlint config\` shows the values in force and where each comes from;
  // \`claimlint schema config\` prints the JSON Schema of this file (an editor completes and checks it).
  "$schema": "./node_modules/claimlint/docs/config.schema.json",`,
    ...given.map((setting) => `  // ${sentence(SETTINGS[setting].describe)}\n  ${pair(setting, flags[setting])},`),
    dateFormatSection(file),
    `  // Exit 1 when there is a finding at or above this severity: error, warning, info, never.
  "failOn": "error",`,
    section(
      "The columns claimlint does not recognise by their header (see `claimlint inspect FILE`).",
      "columns",
      file === undefined ? EXAMPLE_COLUMNS : columnEntries(file),
    ),
    section(
      "Payer profile of the names in your payer column: medicare, medicaid, commercial, generic.",
      "payers",
      file === undefined ? EXAMPLE_PAYERS : payerEntries(file),
    ),
    section(
      "Severity (off, info, warning, error) and options of single rules; `claimlint rules` lists them.",
      "rules",
      [
        { name: "dx-unreferenced", value: "off", inForce: false },
        { name: "npi-luhn", value: { severity: "warning", until: "2027-03-31" }, inForce: false },
      ],
    ),
    `  // Findings that may stand, with reason, owner and expiry date (docs/configuration.md).
  // "waivers": "claimlint.waivers.jsonc"`,
  ];
  return `{\n${sections.filter((text) => text !== undefined).join("\n\n")}\n}\n`;
}

const EXAMPLE_COLUMNS: readonly Entry[] = [
  { name: "procedure_code", value: "Service Code", inForce: false },
  { name: "billing_npi", value: "Group NPI", inForce: false },
];
const EXAMPLE_PAYERS: readonly Entry[] = [{ name: "BCBS OF OHIO", value: "commercial", inForce: false }];

/** What was mapped by hand or by likeness is written down; what is missing or left over is there to be taken up. */
function columnEntries({ facts }: FileLines): Entry[] {
  const used = new Set(facts.mapping.map(({ column }) => column));
  const left = facts.headers.filter((header, column) => !used.has(column) && header.trim() !== "");
  return [
    ...facts.mapping
      .filter(({ how }) => how === "similar" || how === "map")
      .map(({ key, slot, header, how }) => ({
        name: fieldName(key, slot),
        value: header,
        inForce: true,
        ...(how === "similar" && { note: "recognised by likeness: please confirm" }),
      })),
    ...facts.missing.map(({ key, closest }) => ({
      name: COLUMNS[key].slots > 1 ? fieldName(key, 0) : COLUMNS[key].field,
      value: closest ?? "HEADER",
      inForce: false,
      note: "required, and no header was recognised",
    })),
    ...left.map((header) => ({ name: "FIELD", value: header, inForce: false, note: "not used" })),
  ];
}

/** Names whose profile cannot be told from the name itself. */
function payerEntries(file: FileLines): Entry[] {
  const texts = file.table("payer")?.texts;
  if (texts === undefined) return [];
  const names = Array.from({ length: texts.count - 1 }, (_, i) => texts.text(i + 1).trim());
  const open = [...new Set(names)].filter((name) => name !== "" && payerKindOf(name) === "generic").sort();
  return open.slice(0, NAMES_SHOWN).map((name) => ({ name, value: "generic", inForce: false }));
}

function dateFormatSection(file: FileLines | undefined): string | undefined {
  const doubtful = file?.facts.dateColumns.find(({ ambiguous }) => ambiguous);
  if (doubtful?.format === undefined) return undefined;
  return `  // ${visible(doubtful.header, 60)} fits MM/DD/YYYY and DD/MM/YYYY alike; say which it is.
  // ${pair("dateFormat", doubtful.format)},`;
}

// A comma after the last entry is allowed, and lets a person take up the next one.
function section(about: string, name: string, entries: readonly Entry[]): string {
  const lines = entries.map(
    ({ name, value, inForce, note }) =>
      `    ${inForce ? "" : "// "}${pair(name, value)},${note ? ` // ${note}` : ""}\n`,
  );
  return `  // ${about}\n  ${JSON.stringify(name)}: {\n${lines.join("")}  },`;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function pair(name: string, value: unknown): string {
  return `${literal(name)}: ${literal(value)}`;
}

// A header is foreign text: a line separator in it would end the comment it stands in.
function literal(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
