import type { Context } from "../execution/context";
import { type StatusField, statusFields } from "../orders/field";
import { SheetFault, type SheetPort } from "../ports/ports";
import { contentOfRow, dataColumnsOf } from "../sheet/content";
import type { RowRecord, StatusCells } from "../sheet/order-record";
import { type CellBlock, type RowChanges, rectanglesOf } from "../sheet/rectangles";
import { emptyStatusCells, readRowRecord } from "../sheet/row-record";
import type { SheetReading } from "../sheet/sheet-reading";
import { cellName } from "../text/a1";

/** What was written, and by which reading: the sheet may have moved under it. */
export interface Written {
  before: SheetReading;
  changes: RowChanges;
  /** The rows among them that get back what they had. */
  restored: ReadonlySet<number>;
  blocks: readonly CellBlock[];
}

/**
 * Writes changes by the rows of the reading that they were made for, in one buffered set with one flush. The fault, when
 * there was one, says nothing about which cells have taken it: a reading afterwards does. `restored`: those of the changes that
 * are taken back; see {@link takenBack}.
 */
export function applyChanges(
  { ports }: Pick<Context, "ports">,
  sheet: SheetPort,
  before: SheetReading,
  changes: RowChanges,
  asText: boolean,
  restored: RowChanges = new Map(),
): { written: Written; fault: SheetFault | null } {
  const blocks = rectanglesOf(changes, before.columns);
  const written = { before, changes, restored: new Set(restored.keys()), blocks };
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
 * what they had. Rows are told apart by their content, since many have no send key; see {@link editedRows} for a row whose
 * content changed. A row that was being put right had what
 * it was to get back, not what stood there wrongly, and gets it now if it has not.
 */
export function takenBack(written: Written, after: SheetReading): RowChanges {
  const restored: RowChanges = new Map();
  const { changes } = written;
  if (changes.size === 0) return restored;
  const rowsBefore = allRows(written.before);
  const rowsAfter = allRows(after);
  if (isAsMeant(rowsBefore, rowsAfter, changes)) return restored;
  const { meant, own } = whatWasMeant(rowsBefore, changes);
  const earlier = new Map<string, Earlier>();
  for (const { rowNumber, content, cells } of rowsBefore) {
    const isMended = written.restored.has(rowNumber);
    const had = isMended ? { ...cells, ...changes.get(rowNumber) } : cells;
    earlier.set(content, { had, wrong: isMended ? cells : null });
  }
  const edited = editedRows(rowsBefore, rowsAfter);
  const misdirected = columnsStand(written.before, after) ? null : misdirectedIn(written, after);
  for (const row of rowsAfter) {
    const content = edited.get(row.rowNumber) ?? row.content;
    const { had, wrong } = earlier.get(content) ?? { had: emptyStatusCells, wrong: null };
    const change = own.get(content);
    const giveBack = (fields: readonly StatusField[]) => {
      for (const field of fields)
        restored.set(row.rowNumber, { ...restored.get(row.rowNumber), [field]: had[field] });
    };
    for (const [fields, byTexts] of meant) {
      const shown = textsOf(row.cells, fields);
      const isMissed = wrong !== null && change !== undefined && shown === textsOf(wrong, fields);
      const isAnothers = byTexts.has(shown) && !byTexts.get(shown)?.has(content);
      // A row that shows its own change may show another's texts by chance, as two orders with the same outcome do.
      if ((!isAnothers && !isMissed) || textsOf({ ...had, ...change }, fields) === shown) continue;
      giveBack(fieldsIn(fields));
    }
    if (!misdirected) continue;
    giveBack(misdirected(row, { ...had, ...change }));
    if (wrong) giveBack(unmended(row, wrong, had));
  }
  return restored;
}

/** True if every row stands where it stood and shows what it had, with its change: nearly always so, and soon seen. */
function isAsMeant(before: readonly RowRecord[], after: readonly RowRecord[], changes: RowChanges): boolean {
  return (
    before.length === after.length &&
    before.every(({ rowNumber, content, cells }, index) => {
      const now = after[index];
      const change = changes.get(rowNumber);
      return (
        now?.rowNumber === rowNumber &&
        now.content === content &&
        statusFields.every((field) => now.cells[field] === (change?.[field] ?? cells[field]).trim())
      );
    })
  );
}

/** The cells of a row that was to be put right, and of which these were not: the write went into other columns. */
function unmended(
  { cells }: RowRecord,
  wrong: Readonly<StatusCells>,
  had: Readonly<StatusCells>,
): StatusField[] {
  return statusFields.filter((field) => cells[field] === wrong[field] && had[field].trim() !== cells[field]);
}

/**
 * Finds the status cells of a row that got a text of another column, since a column moved between the reading and the
 * flush. `wanted`: what the row should show.
 */
function misdirectedIn({ blocks }: Written, { columns }: SheetReading) {
  const written = new Map<string, string>();
  for (const { rowNumber, columnIndex, texts } of blocks)
    texts.forEach((line, index) => {
      line.forEach((text, place) => {
        written.set(`${rowNumber + index} ${columnIndex + place}`, text);
      });
    });
  return (row: RowRecord, wanted: Readonly<StatusCells>): StatusField[] =>
    statusFields.filter((field) => {
      const text = written.get(`${row.rowNumber} ${columns.status[field]}`)?.trim();
      return text !== undefined && row.cells[field] === text && wanted[field].trim() !== text;
    });
}

/**
 * What rows held that were edited meanwhile, by their numbers now: without that, such a row would lose its own send key as
 * if it were another's. It is the one that is gone, when only one is; of several the one that stood where it stands.
 */
function editedRows(before: readonly RowRecord[], after: readonly RowRecord[]): Map<number, string> {
  const left = new Map<string, number>();
  for (const { content } of before) left.set(content, (left.get(content) ?? 0) + 1);
  const isNew = ({ content }: RowRecord) => !left.has(content);
  const fresh = after.filter(isNew);
  for (const { content } of after) if (left.has(content)) left.set(content, (left.get(content) ?? 0) - 1);
  const gone = before.filter(({ content }) => (left.get(content) ?? 0) > 0);
  const only = fresh.length === 1 && gone.length === 1 ? gone[0] : undefined;
  const goneAt = new Map(gone.map(({ rowNumber, content }) => [rowNumber, content]));
  return new Map(
    fresh.flatMap(({ rowNumber }) => {
      const content = only ? only.content : goneAt.get(rowNumber);
      return content === undefined ? [] : [[rowNumber, content] as const];
    }),
  );
}

/** What a row had, or was to get back; `wrong`: what stood there instead. */
interface Earlier {
  had: Readonly<StatusCells>;
  wrong: Readonly<StatusCells> | null;
}

/** For each set of fields that was written the rows that each text was meant for, and each row's own change; by content. */
function whatWasMeant(rows: readonly RowRecord[], changes: RowChanges) {
  const meant = new Map<string, Map<string, Set<string>>>();
  const own = new Map<string, Partial<StatusCells>>();
  for (const { rowNumber, content } of rows) {
    const change = changes.get(rowNumber);
    if (!change) continue;
    own.set(content, change);
    const fields = Object.keys(change).join(" ");
    const byTexts = meant.get(fields) ?? new Map<string, Set<string>>();
    const texts = textsOf(change, fields);
    byTexts.set(texts, (byTexts.get(texts) ?? new Set()).add(content));
    meant.set(fields, byTexts);
  }
  return { meant, own };
}

/** True for a row that gets its own send key back: at this moment it shows another order's, and speaks for that one. */
export function getsItsKey(restored: RowChanges, rowNumber: number): boolean {
  return (restored.get(rowNumber)?.sendKey ?? "") !== "";
}

/**
 * What is taken back, and what the journal wants shown on top of it. A row that gets its own send key back is projected by
 * the next reading.
 */
export function restoredAndProjected(restored: RowChanges, projected: RowChanges): RowChanges {
  const changes: RowChanges = new Map(restored);
  for (const [row, change] of projected) {
    if (!getsItsKey(restored, row)) changes.set(row, { ...restored.get(row), ...change });
  }
  return changes;
}

/**
 * The user's cells that got texts of the add-on's because a column moved between the reading and the flush, and what stood
 * there before; none while the columns stand as they did. Status cells get back theirs: see {@link takenBack}.
 */
export function overwrittenCells({ before, blocks }: Written, after: SheetReading): HitCell[] {
  const headers = before.columns.headerRow;
  const headersNow = after.columns.headerRow;
  const own = new Set(Object.values(after.columns.status));
  const cells: HitCell[] = [];
  for (const { rowNumber, columnIndex, texts } of blocks) {
    texts.forEach((line, lineIndex) => {
      line.forEach((text, place) => {
        const column = columnIndex + place;
        const header = headersNow[column] ?? "";
        if (header === (headers[column] ?? "") || header.trim() === "" || own.has(column)) return;
        const row = rowNumber + lineIndex;
        const shown = after.display[row - 1]?.[column] ?? "";
        const had = before.display[row - 1]?.[headers.indexOf(header)] ?? "";
        if (shown === text && had !== text) cells.push({ cell: cellName(row, column), had });
      });
    });
  }
  return cells;
}

/** A cell of the user's that got a text of the add-on's, and what stood there before. */
export interface HitCell {
  /** Such as `H4`. */
  cell: string;
  had: string;
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
  const others = notOrders.map(({ rowNumber }) => {
    const row = { rowNumber, display: display[rowNumber - 1] ?? [] };
    return readRowRecord(row, columns, contentOfRow(row.display, dataColumns));
  });
  return [...orders.flatMap((record) => record.rows), ...others];
}
