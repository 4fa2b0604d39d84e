import { trimText } from "../codes/text.ts";
import type { DateColumn, FileFacts, RaggedRecord } from "../model/claim.ts";
import { COLUMNS, type LineKey } from "../model/columns.ts";
import { decideDateColumn } from "./dates.ts";
import { GrowingInts, GrowingShorts } from "./growing.ts";
import { mapHeader } from "./header.ts";
import { type CellPosition, FileLines, type LayoutColumn, type ReadOptions } from "./lines.ts";
import { openFile, type RecordBlock } from "./records.ts";
import type { SourceOptions } from "./source.ts";
import { DateTable, ValueTable } from "./values.ts";

/** Cells that start beyond it keep their position apart. */
const MAX_START = 0xffff;

/** Tables shared by all files of a run: the same code in two files is the same value. Dates are apart (formats differ). */
export class SharedValues {
  readonly #tables = new Map<LineKey, ValueTable>();

  table(key: LineKey): ValueTable {
    let table = this.#tables.get(key);
    if (table === undefined) {
      table = new ValueTable(key);
      this.#tables.set(key, table);
    }
    return table;
  }
}

/**
 * Reads one file to its end; the dates of a column are read once its last value has been seen.
 * Errors: `InputError` with the place.
 */
export async function readLines(
  index: number,
  source: SourceOptions,
  options: ReadOptions,
  shared: SharedValues,
  onProgress?: (rows: number, bytes: number) => void,
): Promise<FileLines> {
  const opened = await openFile(source);
  const headers = opened.header.cells;
  const expected = headers.length;
  const header = mapHeader(headers, options.map);
  const layout: LayoutColumn[] = header.mapping.map((column) => ({
    ...column,
    table: COLUMNS[column.key].kind === "date" ? new DateTable(column.key) : shared.table(column.key),
  }));
  const ids = new GrowingInts();
  const starts = new GrowingShorts();
  const lineNumbers = new GrowingInts();
  const odd = new Map<number, CellPosition>();
  const ragged: RaggedRecord[] = [];
  /** Rows with one empty cell too many. They are right only where every record has it. */
  const trailing: number[] = [];
  let exact = 0;
  const strayQuotes: { row: number; column: number }[] = [];
  const claimColumn = layout.find(({ key }) => key === "claimId")?.column;
  const doubtfulClaims = new Set<string>();
  let rows = 0;
  let bytes = 0;

  const take = (block: RecordBlock) => {
    for (let record = 0; record < block.count; record++) {
      const row = block.firstRow + record;
      rows = row;
      lineNumbers.set(row - 1, block.line(record));
      const width = block.width(record);
      if (width === expected) exact++;
      else if (endsInBlank(block, record, expected)) trailing.push(row);
      else {
        ragged.push({ row, line: block.line(record), width, expected });
        if (claimColumn === undefined) continue;
        // Counted from the left it is the claim id if the shift came behind it, from the right if before.
        for (const column of [claimColumn, claimColumn + width - expected])
          if (column >= 0 && column < width) doubtfulClaims.add(trimText(block.text(record, column)));
        continue;
      }
      const base = (row - 1) * layout.length;
      const plain = block.plain(record);
      for (let i = 0; i < layout.length; i++) {
        const { column, table } = layout[i]!;
        const number = block.internIn(record, column, table);
        ids.set(base + i, number);
        if (table instanceof DateTable) table.seen(number, row);
        const start = block.startColumn(record, column);
        if (start <= MAX_START) starts.set(base + i, start);
        const regular =
          start <= MAX_START &&
          (plain || (block.singleLine(record) && block.rawWidth(record, column) === block.text(record, column).length));
        if (!regular) odd.set(base + i, block.position(record, column));
      }
    }
    for (const stray of block.strayQuotes)
      strayQuotes.push({ row: block.firstRow + stray.record, column: stray.column });
    if (block.count > 0) bytes = block.byteOffset(block.count - 1) + block.byteLength(block.count - 1);
    onProgress?.(rows, bytes);
  };
  for await (const block of opened.blocks()) take(block);
  // Beside records of the right width a surplus cell is a shift ("1,250.00" without quotes), even if the last one is empty.
  if (exact > 0) {
    for (const row of trailing) ragged.push({ row, line: lineNumbers.at(row - 1), width: expected + 1, expected });
    ragged.sort((a, b) => a.row - b.row);
  }

  const dateColumns = layout.flatMap((column): DateColumn[] => {
    const { table } = column;
    if (!(table instanceof DateTable)) return [];
    const held = Array.from({ length: table.count }, (_, number) => number).flatMap((number) => {
      const { blank, text } = table.value(number);
      return blank ? [] : [{ text, row: table.firstRows[number] ?? 0, count: table.counts[number] ?? 0 }];
    });
    const decided = decideDateColumn(held, options.dateFormat);
    table.resolve(decided.format, options.asOf);
    return [{ key: column.key, column: column.column, header: column.header, ...decided }];
  });

  const facts: FileFacts = {
    index,
    path: source.name ?? source.path,
    encoding: opened.encoding,
    bom: opened.bom,
    delimiter: opened.delimiter,
    rows,
    headers,
    mapping: header.mapping,
    missing: header.missing,
    ragged,
    strayQuotes,
    dateColumns,
  };
  return new FileLines(index, facts, layout, options, {
    ids,
    starts,
    lineNumbers,
    odd,
    headerPositions: opened.header.positions,
    doubtfulClaims,
  });
}

/** `a,b,c,` under `a,b,c`: how an export looks that ends every record with a delimiter. */
function endsInBlank(block: RecordBlock, record: number, expected: number): boolean {
  return block.width(record) === expected + 1 && block.text(record, expected) === "";
}
