import { emFamily } from "../codes/cpt.ts";
import { deletedCode, firstValidDate } from "../codes/cpt-changes.ts";
import { parseDiagnosis } from "../codes/diagnosis.ts";
import { hcpcsFamily } from "../codes/hcpcs.ts";
import { blockOf, chapterOf } from "../codes/icd10cm.ts";
import { isBillableCategory } from "../codes/icd10cm-categories.ts";
import { seventhCharacters } from "../codes/icd10cm-seventh.ts";
import { isAmbulancePair, modifierAbout } from "../codes/modifier.ts";
import { placeAbout } from "../codes/place.ts";
import { parseProcedure } from "../codes/procedure.ts";
import { revenueFamily } from "../codes/revenue.ts";
import hcpcs, { type Hcpcs } from "../datasets/hcpcs.ts";
import icd10cm, { type Icd10cm } from "../datasets/icd10cm.ts";
import { icd10cmVerdict, someCodes } from "../datasets/parts/icd10cm-verdict.ts";
import { formatDate, isoDate } from "../model/dates.ts";
import type { ExitCode } from "../model/run.ts";
import type { DiagnosisCode, Parsed, ProcedureCode } from "../model/values.ts";
import { visible } from "../model/visible.ts";
import { openData as openStored } from "../reference/open.ts";
import { configure } from "./configure.ts";
import { dataFolder } from "./data-sets.ts";
import type { ConfigChoice, Flags } from "./main.ts";
import type { Terminal } from "./terminal.ts";

/** `claimlint code`: every reading of a code, in a procedure and in a diagnosis column, with what is known of it. */
export async function codeCommand(
  terminal: Terminal,
  codes: readonly string[],
  flags: Flags,
  choice: ConfigChoice,
): Promise<ExitCode> {
  const { settings } = await configure(terminal, flags, choice);
  const folder = dataFolder(settings.data, terminal);
  const tables: CodeTables = {
    icd10cm: openStored(folder, icd10cm)?.lookup as Icd10cm | undefined,
    hcpcs: openStored(folder, hcpcs)?.lookup as Hcpcs | undefined,
  };
  const on = (settings.asOf === undefined ? undefined : isoDate(settings.asOf)) ?? terminal.today;
  for (const [i, code] of codes.entries()) {
    if (i > 0) terminal.stdout.write("\n");
    for (const line of describe(code, on, tables)) terminal.stdout.write(`${line}\n`);
  }
  return 0;
}

/** The installed tables, which know titles and dates. */
export interface CodeTables {
  readonly icd10cm?: Icd10cm | undefined;
  readonly hcpcs?: Hcpcs | undefined;
}

/** The lines that describe a text as a code on a day. */
export function describe(text: string, on: number, tables: CodeTables = {}): string[] {
  const shown = visible(text, 60);
  const lines: string[] = [];
  const say = (label: string, value: string | undefined | false) =>
    value && lines.push(`  ${label.padEnd(11)} ${value}`);
  if (text.trim().length === 2) {
    const modifier = modifierAbout(text.trim().toUpperCase());
    const place = placeAbout(text.trim());
    if (modifier) {
      const span = [
        modifier.from && `from ${formatDate(modifier.from)}`,
        modifier.to && `to ${formatDate(modifier.to)}`,
      ]
        .filter(Boolean)
        .join(" ");
      say("modifier", `${modifier.meaning} (${modifier.category})${span && `, ${span}`}`);
    }
    if (place)
      say(
        "place",
        `of service: ${place.name}${place.facility ? " (facility rate)" : ""}${place.from ? `, from ${formatDate(place.from)}` : ""}`,
      );
    if (isAmbulancePair(text.trim().toUpperCase()))
      say("ambulance", "origin and destination pair, on A0021–A0999 only");
    if (lines.length > 0) return [shown, ...lines];
  }
  const procedure = parseProcedure(text);
  const diagnosis = parseDiagnosis(text);
  if (procedure.ok) describeProcedure(procedure, on, say, tables);
  else if (!diagnosis.ok || procedure.problem === "leading-zero-lost") describeBroken(procedure, diagnosis, say);
  const revenue = /^\d{3,4}$/.test(text.trim()) ? revenueFamily(text.trim().padStart(4, "0")) : undefined;
  if (revenue !== undefined) {
    if (lines.length > 0) lines.push("  or, in a revenue code column:");
    say("system", `revenue code (NUBC), printed ${text.trim().padStart(4, "0")}: ${revenue}`);
  }
  if (diagnosis.ok && (diagnosis.system === "ICD-10-CM" || diagnosis.fitsIcd9)) {
    if (lines.length > 0) lines.push("  or, in a diagnosis column:");
    describeDiagnosis(diagnosis, on, say, tables);
  }
  return [shown, ...lines];
}

type Say = (label: string, value: string | undefined | false) => unknown;

function describeProcedure(code: Parsed<ProcedureCode>, on: number, say: Say, { hcpcs }: CodeTables): void {
  say(
    "system",
    code.system === "HCPCS"
      ? "HCPCS Level II (CMS)"
      : code.system === "CDT"
        ? "CDT (ADA), dental"
        : "CPT (AMA; HCPCS Level I)",
  );
  say("category", code.category && `Category ${code.category}`);
  say("section", code.section && [code.section, code.subsection].filter(Boolean).join(", "));
  say("visit", code.number > 0 && emFamily(code.number));
  const family = code.system === "HCPCS" || code.system === "CDT" ? hcpcsFamily(code.code) : undefined;
  say("family", family && `${family.letter}: ${family.meaning}`);
  say("view", code.view);
  if (hcpcs !== undefined && code.system === "HCPCS") {
    say("title", hcpcs.title(code.code));
    say("status", hcpcsStatus(hcpcs, code.code, on));
  }
  const deleted = deletedCode(code.code);
  if (deleted !== undefined)
    say("status", `last day of service ${formatDate(deleted.lastValid)}${deleted.lastValid < on ? ": deleted" : ""}`);
  const first = firstValidDate(code.code);
  if (first !== undefined) say("status", `first day of service ${formatDate(first)}`);
  if (deleted === undefined && first === undefined && code.system === "CPT")
    say("status", "in a CPT range; whether the code exists is not known without your CPT list");
}

function describeDiagnosis(code: Parsed<DiagnosisCode>, on: number, say: Say, tables: CodeTables): void {
  if (code.system !== "ICD-10-CM") {
    say("system", "ICD-9-CM (services before 2015-10-01)");
    return;
  }
  say("system", `ICD-10-CM (CDC/NCHS), printed ${code.dotted}`);
  const chapter = chapterOf(code.code);
  say("chapter", chapter && `${chapter.number}, ${chapter.from}–${chapter.to}: ${chapter.topic}`);
  const block = blockOf(code.code);
  say("block", block && `${block.from}–${block.to}`);
  const { icd10cm } = tables;
  say("title", icd10cm?.title(code.code));
  const status = icd10cm === undefined ? undefined : icd10cmStatus(icd10cm, code.code, on);
  say("status", status);
  if (status === undefined && code.code.length === 3) {
    const state = isBillableCategory(code.code, on);
    say(
      "status",
      state === "billable"
        ? "billable as it stands"
        : state === "header"
          ? "a category: needs more characters"
          : undefined,
    );
  }
  const seventh = seventhCharacters(code.code, on);
  say(
    "7th",
    seventh &&
      `one of ${seventh.allowed.split("").join(" ")} (${seventh.family})${code.code.length < 7 ? ": missing here" : ""}`,
  );
  say("also", code.fitsIcd9 && "fits the ICD-9-CM grammar (services before 2015-10-01)");
}

/** What the table says of a code on a day, in words; `day` names the day where its date must not be shown. */
export function icd10cmStatus(table: Icd10cm, code: string, on: number, day = formatDate(on)): string {
  const { status, from, to } = table.statusOn(code, on);
  const verdict = icd10cmVerdict(code, on, table);
  if (status === "not covered") return `not known: the installed ICD-10-CM tables do not cover ${day}`;
  if (status === "billable") return `billable ${formatDate(from)} to ${formatDate(to)}`;
  if (status === "header") return `a heading on ${day}; billable below it: ${someCodes(table.children(code, on))}`;
  if (verdict?.kind !== "other date") return `does not exist on ${day}`;
  const { span, successors } = verdict;
  const after = successors.length === 0 ? "" : `; its place took ${someCodes(successors)}`;
  return `not in force on ${day}; it was ${formatDate(span.from)} to ${formatDate(span.to)}${after}`;
}

export function hcpcsStatus(table: Hcpcs, code: string, on: number, day = formatDate(on)): string {
  const { status, from, to } = table.statusOn(code, on);
  const span = `${from === undefined ? "" : ` from ${formatDate(from)}`}${to === undefined ? "" : ` to ${formatDate(to)}`}`;
  if (status === "valid") return `in force${span}`;
  if (status === "early" || status === "ended") {
    const successors = table.successors(code);
    return `not in force on ${day}; it is${span}${successors.length === 0 ? "" : `; see ${successors.join(", ")}`}`;
  }
  if (status === "absent") return `does not exist on ${day}`;
  if (status === "undated") return "exists; its dates are not in the installed tables";
  return `not known: the installed HCPCS tables do not cover ${day}`;
}

function describeBroken(procedure: Parsed<ProcedureCode>, diagnosis: Parsed<DiagnosisCode>, say: Say): void {
  if (procedure.problem === "leading-zero-lost" && procedure.candidate !== undefined) {
    say("system", `CPT, but too short: a CPT code has five characters, probably ${procedure.candidate}`);
    return;
  }
  const system = procedure.system !== "malformed" ? procedure.system : diagnosis.system;
  say("system", system === "malformed" ? "none that claimlint knows" : system);
  say("problem", procedure.problem?.replaceAll("-", " "));
  say("probably", procedure.candidate ?? diagnosis.candidate);
  say("parts", procedure.parts.length > 0 && procedure.parts.join(", "));
}
