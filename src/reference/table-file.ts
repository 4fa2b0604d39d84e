import { createHash } from "node:crypto";
import type { Coverage, Release, Section, Table, TableDraft } from "../contract/dataset.ts";
import { InputError } from "../model/errors.ts";

/**
 * One compiled table is one file, little-endian, read whole into one buffer:
 *
 *     0   "CLTABLE1"
 *     8   u32 length of the manifest, u32 0
 *     16  SHA-256 of the manifest
 *     48  the manifest, UTF-8 JSON, padded to a multiple of 8
 *         the sections, each at a multiple of 8; the manifest says where, and their SHA-256
 *
 * The manifest's digest is verified at every opening (microseconds), that of the sections by `data check` and after
 * writing (tens of milliseconds for the largest table).
 */
const MAGIC = "CLTABLE1";
const FIXED = 48;

type SectionType = "u8" | "u16" | "u32" | "i32" | "f64";

interface SectionPlace {
  readonly name: string;
  readonly type: SectionType;
  /** From the start of the sections. */
  readonly offset: number;
  readonly length: number;
}

export interface TableIdentity {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly licence: string;
  /** Version of the importer that compiled it. */
  readonly version: number;
}

export interface Manifest extends TableIdentity {
  readonly releases: readonly Release[];
  readonly coverage: readonly Coverage[];
  readonly counts: Readonly<Record<string, number>>;
  readonly warnings: readonly string[];
  readonly meta: unknown;
  readonly sections: readonly SectionPlace[];
  readonly bodyBytes: number;
  /** Of the sections: the table's digest in reports. */
  readonly digest: string;
}

export interface OpenTable extends Table {
  readonly manifest: Manifest;
}

const VIEWS = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array, i32: Int32Array, f64: Float64Array } as const;

function typeOf(section: Section): SectionType {
  for (const type of Object.keys(VIEWS) as SectionType[]) if (section instanceof VIEWS[type]) return type;
  throw new Error("a section is a typed array");
}

const padded = (length: number): number => (length + 7) & ~7;

export function encodeTable(identity: TableIdentity, draft: TableDraft): Uint8Array {
  const places: SectionPlace[] = [];
  let bodyBytes = 0;
  const names = Object.keys(draft.sections).sort();
  for (const name of names) {
    const section = draft.sections[name]!;
    places.push({ name, type: typeOf(section), offset: bodyBytes, length: section.length });
    bodyBytes += padded(section.byteLength);
  }
  const body = new Uint8Array(bodyBytes);
  for (const { name, offset } of places) {
    const section = draft.sections[name]!;
    body.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), offset);
  }
  const { releases, coverage, counts, warnings, meta } = draft;
  const manifest: Manifest = {
    ...identity,
    releases,
    coverage,
    counts,
    warnings,
    meta,
    sections: places,
    bodyBytes,
    digest: createHash("sha256").update(body).digest("hex"),
  };
  const json = Buffer.from(JSON.stringify(manifest));
  const file = new Uint8Array(FIXED + padded(json.length) + bodyBytes);
  file.set(Buffer.from(MAGIC, "latin1"));
  new DataView(file.buffer).setUint32(8, json.length, true);
  file.set(createHash("sha256").update(json).digest(), 16);
  file.set(json, FIXED);
  file.set(body, FIXED + padded(json.length));
  return file;
}

/** Views over the buffer. Throws where it is not a table, or was cut short. */
export function decodeTable(buffer: ArrayBufferLike, where: string): OpenTable {
  const { manifest, start } = readManifest(buffer, where);
  if (buffer.byteLength !== start + manifest.bodyBytes) throw damagedTable(where, "it is cut short");
  const places = new Map(manifest.sections.map((place) => [place.name, place]));
  const section = <T extends SectionType>(name: string, type: T): InstanceType<(typeof VIEWS)[T]> => {
    const place = places.get(name);
    if (place === undefined || place.type !== type) throw new Error(`${where}: no section ${name} of type ${type}`);
    return new VIEWS[type](buffer as ArrayBuffer, start + place.offset, place.length) as InstanceType<
      (typeof VIEWS)[T]
    >;
  };
  return {
    manifest,
    releases: manifest.releases,
    coverage: manifest.coverage,
    meta: manifest.meta,
    u8: (name) => section(name, "u8"),
    u16: (name) => section(name, "u16"),
    u32: (name) => section(name, "u32"),
    i32: (name) => section(name, "i32"),
    f64: (name) => section(name, "f64"),
  };
}

function readManifest(buffer: ArrayBufferLike, where: string): { manifest: Manifest; start: number } {
  const bytes = Buffer.from(buffer as ArrayBuffer);
  if (bytes.length < FIXED || bytes.toString("latin1", 0, 8) !== MAGIC) throw damagedTable(where, "it is no table");
  const length = bytes.readUInt32LE(8);
  const json = bytes.subarray(FIXED, FIXED + length);
  if (json.length !== length || !createHash("sha256").update(json).digest().equals(bytes.subarray(16, FIXED))) {
    throw damagedTable(where, "its manifest is damaged");
  }
  return { manifest: JSON.parse(json.toString("utf8")) as Manifest, start: FIXED + padded(length) };
}

/** Whether the sections still are what was written. */
export function bodyHolds(buffer: ArrayBufferLike, { manifest }: OpenTable): boolean {
  const body = Buffer.from(buffer as ArrayBuffer).subarray(buffer.byteLength - manifest.bodyBytes);
  return createHash("sha256").update(body).digest("hex") === manifest.digest;
}

function damagedTable(where: string, what: string): InputError {
  return new InputError(
    where,
    `the compiled table is damaged: ${what}`,
    "Add the publisher's file again: claimlint data add",
  );
}
