import { allFieldNames, type LineKey } from "../model/columns.ts";
import { UsageError } from "../model/errors.ts";
import { didYouMean } from "../model/nearest.ts";
import { visible } from "../model/visible.ts";
import { isHeaderRecord } from "./header-names.ts";
import { type HeaderWords, headerWords } from "./header-words.ts";

/** A `--map FIELD=HEADER`; an empty header takes the field off the map. A later entry for a field replaces an earlier one. */
export type MapEntry = readonly [field: string, header: string];

/** A header of the file, taken apart. */
export interface Header extends HeaderWords {
  readonly text: string;
  /** From 0. */
  readonly column: number;
}

/** The columns that `--map` names, by field; undefined for a field taken off the map. */
export function givenColumns(headers: readonly Header[], entries: readonly MapEntry[]) {
  const fields = new Map(allFieldNames().map((one) => [one.field, one]));
  const given = new Map<string, { key: LineKey; slot: number; header: Header } | undefined>();
  for (const [name, text] of entries) {
    const field = fields.get(name.trim().toLowerCase());
    if (field === undefined) {
      const near = didYouMean(name, fields.keys());
      throw new UsageError(
        `--map: there is no field "${visible(name)}"`,
        near === undefined ? "claimlint inspect lists the fields" : `did you mean ${near}?`,
      );
    }
    given.set(field.field, text === "" ? undefined : { ...field, header: headerNamed(text, field.field, headers) });
  }
  return given;
}

/** The header with this text, else the one that differs only in case, spaces and punctuation, else `#3`, the third. */
function headerNamed(text: string, field: string, headers: readonly Header[]): Header {
  const wanted = headerWords(text).squashed;
  const exact = headers.filter((header) => header.text === text);
  const alike = headers.filter((header) => header.squashed === wanted && wanted !== "");
  const number = /^#(\d+)$/.exec(text)?.[1];
  const found =
    exact.length > 0 ? exact : number !== undefined ? headers.slice(Number(number) - 1, Number(number)) : alike;
  const [first, ...others] = number === "0" ? [] : found;
  if (first === undefined) {
    if (!isHeaderRecord(headers.map((header) => header.text))) {
      throw new UsageError(
        `--map ${field}: the file has no column "${visible(text)}"`,
        "its first record does not look like a header; a file needs one",
      );
    }
    const near = didYouMean(
      text,
      headers.map((header) => header.text),
    );
    throw new UsageError(
      `--map ${field}: the file has no column "${visible(text)}"`,
      near === undefined
        ? `its columns are ${headers.slice(0, 12).map(quoted).join(", ")}${headers.length > 12 ? " …" : ""}`
        : `did you mean --map ${field}=${argument(near)}?`,
    );
  }
  if (others.length > 0) {
    const { message, remedy } = ambiguity(
      field,
      found.map((header) => ({ header })),
      headers,
    );
    throw new UsageError(`--map ${message}`, remedy);
  }
  return first;
}

/** What to say of columns that fit a field equally well, with the flag that chooses each. */
export function ambiguity(
  field: string,
  candidates: readonly { readonly header: Header }[],
  headers: readonly Header[],
) {
  const places = candidates.map(({ header }) => `column ${columnLetter(header.column)} ${quoted({ header })}`);
  const flags = candidates.map(({ header }) => {
    const twin = headers.some((other) => other !== header && other.text === header.text);
    return `--map ${field}=${twin ? `#${header.column + 1}` : argument(header.text)}`;
  });
  return { message: `${field}: ${places.join(" and ")} fit equally well`, remedy: `choose with ${flags.join(" or ")}` };
}

export function quoted(one: Header | { readonly header: Header }): string {
  return `"${visible("header" in one ? one.header.text : one.text)}"`;
}

/** A header as it can be typed behind `--map FIELD=`. */
function argument(header: string): string {
  if (/^[\w.-]+$/.test(header)) return header;
  return /["$`\\!]/.test(header) ? `'${visible(header).replaceAll("'", "'\\''")}'` : `"${visible(header)}"`;
}

/** `A` for 0, `Z` for 25, `AA` for 26: a column as spreadsheets name it. */
export function columnLetter(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnLetter(rest - 1) : "") + String.fromCharCode(65 + (column % 26));
}
