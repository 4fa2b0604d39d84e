import type { SourceRecord } from "../contract/dataset.ts";
import { InputError } from "../model/errors.ts";
import { readXml } from "./xml.ts";
import { type ZipMember, zipMembers } from "./zip.ts";

/**
 * The first worksheet of an XLSX file (ECMA-376 part 1, 18.3) as rows of stored text. Written here because a
 * spreadsheet library hands out typed cells, and a code is not a number: `00100` and `1E2` must come out as they went
 * in (docs/decisions). A number is its stored digits, a date its serial, a formula its last value.
 */
export function sheetRows(archive: Uint8Array, where: string): SourceRecord[] {
  const members = new Map(zipMembers(archive, where).map((member) => [member.path, member]));
  const shared = sharedStrings(members.get("xl/sharedStrings.xml"), where);
  const sheet = firstSheet(members, where);
  const rows: SourceRecord[] = [];
  let cells: string[] = [];
  let line = 0;
  let column = 0;
  let type = "";
  let value = "";
  let reading = false;
  readXml(text(sheet), `${where} > ${sheet.path}`, {
    open: (name, attributes) => {
      if (name === "row") {
        cells = [];
        line = Number(attributes["r"] ?? line + 1);
        column = 0;
      } else if (name === "c") {
        column = attributes["r"] === undefined ? column + 1 : columnOf(attributes["r"]);
        type = attributes["t"] ?? "n";
        value = "";
      } else if (name === "v" || name === "t") reading = true;
    },
    text: (piece) => {
      if (reading) value += piece;
    },
    close: (name) => {
      if (name === "v" || name === "t") reading = false;
      else if (name === "c" && value !== "") {
        while (cells.length < column) cells.push("");
        cells[column - 1] = type === "s" ? sharedAt(shared, value, `${where}:${line}`) : value;
      } else if (name === "row") rows.push({ line, cells });
    },
  });
  return rows;
}

function text(member: ZipMember): string {
  return new TextDecoder().decode(member.bytes());
}

function sharedAt(shared: readonly string[], index: string, where: string): string {
  const found = shared[Number(index)];
  if (found === undefined) throw new InputError(where, `the cell refers to shared text ${index}, which is not there`);
  return found;
}

function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length; i++) {
    const letter = reference.charCodeAt(i) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column;
}

function sharedStrings(member: ZipMember | undefined, where: string): string[] {
  const strings: string[] = [];
  if (member === undefined) return strings;
  let value = "";
  let reading = false;
  // Phonetic hints (rPh) hold text of their own that is no part of the cell.
  let phonetic = false;
  readXml(text(member), `${where} > ${member.path}`, {
    open: (name) => {
      if (name === "si") value = "";
      else if (name === "rPh") phonetic = true;
      else if (name === "t") reading = !phonetic;
    },
    text: (piece) => {
      if (reading) value += piece;
    },
    close: (name) => {
      if (name === "t") reading = false;
      else if (name === "rPh") phonetic = false;
      else if (name === "si") strings.push(value);
    },
  });
  return strings;
}

function firstSheet(members: ReadonlyMap<string, ZipMember>, where: string): ZipMember {
  const workbook = members.get("xl/workbook.xml");
  const relations = members.get("xl/_rels/workbook.xml.rels");
  let relation = "";
  let target = "worksheets/sheet1.xml";
  const ignore = (): void => {};
  if (workbook !== undefined && relations !== undefined) {
    readXml(text(workbook), where, {
      open: (name, attributes) => {
        if (name === "sheet" && relation === "") relation = attributes["r:id"] ?? "";
      },
      text: ignore,
      close: ignore,
    });
    readXml(text(relations), where, {
      open: (name, attributes) => {
        if (name === "Relationship" && attributes["Id"] === relation) target = attributes["Target"] ?? target;
      },
      text: ignore,
      close: ignore,
    });
  }
  const path = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
  const sheet = members.get(path);
  if (sheet === undefined) throw new InputError(where, "the workbook has no worksheet");
  return sheet;
}
