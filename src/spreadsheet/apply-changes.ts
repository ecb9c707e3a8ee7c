import type { Context } from "../execution/context";
import { type StatusField, statusFields } from "../orders/field";
import { SheetFault, type SheetPort } from "../ports/ports";
import { dataColumnsOf } from "../sheet/content";
import type { RowRecord, StatusCells } from "../sheet/order-record";
import { type CellBlock, type RowChanges, rectanglesOf } from "../sheet/rectangles";
import { emptyStatusCells, readRowRecord } from "../sheet/row-record";
import type { SheetReading } from "../sheet/sheet-reading";
import { cellName } from "../text/a1";

/** What was written, and by which reading: the sheet may have moved under it. */
export interface Written {
  before: SheetReading;
  changes: RowChanges;
  blocks: readonly CellBlock[];
}

/**
 * Writes changes by the rows of the reading that they were made for, in one buffered set with one flush. The fault, when
 * there was one, says nothing about which cells have taken it: a reading afterwards does.
 */
export function applyChanges(
  { ports }: Pick<Context, "ports">,
  sheet: SheetPort,
  before: SheetReading,
  changes: RowChanges,
  asText: boolean,
): { written: Written; fault: SheetFault | null } {
  const blocks = rectanglesOf(changes, before.columns);
  const written = { before, changes, blocks };
  if (blocks.length === 0) return { written, fault: null };
  try {
    sheet.write(blocks, asText);
    ports.spreadsheet.flush();
    return { written, fault: null };
  } catch (fault) {
    if (!(fault instanceof SheetFault)) throw fault;
    return { written, fault };
  }
}

/**
 * The rows that show what was written for others, since users moved rows between the reading and the flush: they get back
 * what they had. Rows are told apart by their content, since many have no send key.
 */
export function takenBack({ before, changes }: Written, after: SheetReading): RowChanges {
  const restored: RowChanges = new Map();
  if (changes.size === 0) return restored;
  const rowsBefore = allRows(before);
  const meant = new Map<string, Map<string, Set<string>>>();
  const own = new Map<string, Partial<StatusCells>>();
  for (const row of rowsBefore) {
    const change = changes.get(row.rowNumber);
    if (!change) continue;
    own.set(row.content, change);
    const fields = Object.keys(change).join(" ");
    const byTexts = meant.get(fields) ?? new Map<string, Set<string>>();
    const texts = textsOf(change, fields);
    byTexts.set(texts, (byTexts.get(texts) ?? new Set()).add(row.content));
    meant.set(fields, byTexts);
  }
  const earlier = new Map(rowsBefore.map((row) => [row.content, row]));
  for (const row of allRows(after)) {
    for (const [fields, byTexts] of meant) {
      const contents = byTexts.get(textsOf(row.cells, fields));
      if (!contents || contents.has(row.content)) continue;
      const had = earlier.get(row.content)?.cells ?? emptyStatusCells;
      // A row that shows its own change may show another's texts by chance, as two orders with the same outcome do.
      if (textsOf({ ...had, ...own.get(row.content) }, fields) === textsOf(row.cells, fields)) continue;
      const change = Object.fromEntries(fieldsIn(fields).map((field) => [field, had[field]]));
      restored.set(row.rowNumber, { ...restored.get(row.rowNumber), ...change });
    }
  }
  return restored;
}

/**
 * The cells that got texts of the add-on's because a column moved between the reading and the flush, and what stood there
 * before; none while the columns stand as they did.
 */
export function overwrittenCells(
  { before, blocks }: Written,
  after: SheetReading,
): { cell: string; had: string }[] {
  const headers = before.columns.headerRow;
  const headersNow = after.columns.headerRow;
  const cells: { cell: string; had: string }[] = [];
  for (const { rowNumber, columnIndex, texts } of blocks) {
    texts.forEach((line, lineIndex) => {
      line.forEach((text, place) => {
        const column = columnIndex + place;
        const header = headersNow[column] ?? "";
        if (header === (headers[column] ?? "") || header.trim() === "") return;
        const row = rowNumber + lineIndex;
        const shown = after.display[row - 1]?.[column] ?? "";
        const had = before.display[row - 1]?.[headers.indexOf(header)] ?? "";
        if (shown === text && had !== text) cells.push({ cell: cellName(row, column), had });
      });
    });
  }
  return cells;
}

/** True while every column stands where it did. */
export function columnsStand(before: SheetReading, after: SheetReading): boolean {
  return statusFields.every((field) => before.columns.status[field] === after.columns.status[field]);
}

function textsOf(cells: Partial<StatusCells>, fields: string): string {
  return fieldsIn(fields)
    .map((field) => (cells[field] ?? "").trim())
    .join("\u0000");
}

function fieldsIn(fields: string): StatusField[] {
  return fields.split(" ") as StatusField[];
}

/** A row that is no order may have come under a write too. */
function allRows({ orders, notOrders, display, columns }: SheetReading): RowRecord[] {
  const dataColumns = dataColumnsOf(columns);
  const others = notOrders.map(({ rowNumber }) =>
    readRowRecord({ rowNumber, display: display[rowNumber - 1] ?? [] }, columns, dataColumns),
  );
  return [...orders.flatMap((record) => record.rows), ...others];
}
