import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { suggestDelimiter } from "../../src/input/dialect.ts";
import { readAll, textAt } from "./reading.ts";

/** A run that must not stop at a header some other delimiter fits: what is held here is the reading, not that check. */
const HEADER = "first,second;|\tone§";

const authority = (text: string, delimiter: string): string[][] | undefined => {
  try {
    return parse(text, {
      delimiter,
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
    });
  } catch (error) {
    if ((error as { code?: string }).code === "CSV_QUOTE_NOT_CLOSED") return undefined;
    throw error;
  }
};

const delimiters = fc.constantFrom(",", "\t", "|", ";", "§", "¦", "😀", " ");
const sizes = fc.record({ blockSize: fc.integer({ min: 1, max: 64 }), chunkSize: fc.integer({ min: 1, max: 40 }) });

/** Text in which everything that can go wrong is common. */
const hostile = (delimiter: string) =>
  fc
    .array(
      fc.constantFrom(
        delimiter,
        delimiter,
        '"',
        '"',
        "\n",
        "\r",
        "\r\n",
        "a",
        "99213",
        " ",
        "é",
        "😀",
        "¦",
        "\ufeff",
        ",",
        ";",
      ),
      {
        maxLength: 60,
      },
    )
    .map((parts) => parts.join(""));

async function holds(text: string, delimiter: string, size: { blockSize: number; chunkSize: number }): Promise<void> {
  const expected = authority(text, delimiter);
  if (expected === undefined) {
    await expect(readAll(text, { delimiter, ...size })).rejects.toThrow("never closed");
    return;
  }
  const { opened, records } = await readAll(text, { delimiter, ...size });
  const read = [opened.header.cells, ...records.map((r) => r.cells)];
  expect(read).toEqual(expected);
  expect(records.map((r) => r.row)).toEqual(records.map((_, i) => i + 1));

  const bytes = Buffer.from(text);
  for (const record of records) {
    const raw = bytes.subarray(record.offset, record.offset + record.length).toString();
    const rawCells = record.places.map((place) => textAt(text, place));
    expect(raw.replace(/(\r\n|\r|\n)$/, "")).toBe(rawCells.join(delimiter));
    expect(record.line).toBe(record.places[0]!.line);
    expect(record.singleLine).toBe(!/[\r\n]/.test(rawCells.join("")));
    expect(record.rawWidths).toEqual(rawCells.map((cell) => cell.length));
    expect(record.startColumns).toEqual(record.places.map((place) => place.column));
    rawCells.forEach((cell, column) => {
      expect(authority(`x${delimiter}${cell}\n`, delimiter)![0]![1]).toBe(record.cells[column]);
    });
  }
}

describe("the reader and csv-parse", () => {
  it("agree on hostile text, wherever it is cut", async () => {
    const cases = delimiters.chain((delimiter) =>
      fc.record({ delimiter: fc.constant(delimiter), text: hostile(delimiter), size: sizes }),
    );
    await fc.assert(
      fc.asyncProperty(cases, async ({ delimiter, text, size }) => {
        const whole = `${HEADER}${delimiter}x\n${text}`;
        expect(suggestDelimiter(HEADER + delimiter, delimiter)).toBeUndefined();
        await holds(whole, delimiter, size);
      }),
      { numRuns: 3000 },
    );
  });

  it("agree on every short text of the characters that matter", async () => {
    const alphabet = [",", '"', "\n", "\r", "a"];
    let texts = [""];
    for (let length = 1; length <= 5; length++) {
      texts = texts.flatMap((text) => alphabet.map((character) => text + character));
      for (const [i, text] of texts.entries()) {
        await holds(`h,x\n${text}`, ",", { blockSize: 1 + (i % 4), chunkSize: 1 + (i % 3) });
      }
    }
  });

  it("agree on the strays: where the reader reports none, csv-parse without relax_quotes reads the same", async () => {
    await fc.assert(
      fc.asyncProperty(hostile(","), sizes, async (text, size) => {
        const whole = `h,x\n${text}`;
        if (authority(whole, ",") === undefined) return;
        const { strayQuotes } = await readAll(whole, size);
        const strict = () =>
          parse(whole, { record_delimiter: ["\r\n", "\n", "\r"], relax_column_count: true, skip_empty_lines: true });
        if (strayQuotes.length === 0) expect(strict).not.toThrow();
        else expect(strict).toThrow();
      }),
      { numRuns: 2000 },
    );
  });
});

describe("whatever csv-stringify writes", () => {
  const cell = fc.oneof(
    fc.constantFrom(
      "",
      " ",
      "00142",
      "1,250.00",
      'say "hi"',
      "two\nlines",
      "cr\ronly",
      "crlf\r\n",
      '"',
      '""',
      "é😀",
      "=1+1",
    ),
    fc.string({ unit: "grapheme", maxLength: 12 }).map((s) => s.replaceAll("\0", "")),
  );
  const table = fc
    .integer({ min: 2, max: 6 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 }),
    );

  it("is read back cell for cell, each at its place", async () => {
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom(",", "\t", "|", ";", "§"),
        fc.constantFrom("\n", "\r\n", "\r"),
        fc.boolean(),
        fc.boolean(),
        sizes,
        async (rows, delimiter, record_delimiter, quoted, eof, size) => {
          const text = stringify(rows, { delimiter, record_delimiter, quoted, eof, quoted_match: /[\r\n]/ });
          const { opened, records, strayQuotes } = await readAll(text, { delimiter, ...size });
          expect([opened.header.cells, ...records.map((r) => r.cells)]).toEqual(rows);
          expect(strayQuotes).toEqual([]);
          for (const [r, record] of [
            { places: opened.header.positions, cells: opened.header.cells },
            ...records,
          ].entries()) {
            record.places.forEach((place, column) => {
              const raw = textAt(text, place);
              const plain = raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw;
              expect(plain).toBe(rows[r]![column]);
            });
          }
        },
      ),
      { numRuns: 1500 },
    );
  });
});
