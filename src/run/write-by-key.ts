import type { StatusCells } from "../orders/order-record";
import { emptyStatusCells } from "../orders/row-record";
import { OverwrittenCells } from "./overwritten-cells";
import { type CellBlock, SheetFault, type SheetPort, type SpreadsheetPort } from "./ports";
import { putBack } from "./put-back";
import {
  blocksOf,
  type ResultCells,
  type RowTexts,
  type RowView,
  type SheetView,
  shows,
  viewSheet,
} from "./sheet-view";

/** What to write, by the key that stands in the row, and what to do at the same time. */
export interface KeyedWrite {
  /** The five result cells of each key. */
  cells: Map<string, ResultCells>;
  /** A key's rows, where several rows carry it: those with this content, if there are any. */
  contents?: ReadonlyMap<string, ReadonlySet<string>>;
  /** Called once with the sheet as it stands, before anything is written; adds what it wants written. */
  prepare?(view: SheetView, cells: Map<string, ResultCells>): void;
  /** Called once between the write and its flush, for writes to other sheets. */
  alongside?(): void;
}

/** What came of it. */
export interface KeyedWriteResult {
  /** The sheet as it stands afterwards; null where its columns are gone or it could not be read. */
  view: SheetView | null;
  /** Keys whose rows all show what was wanted. */
  settled: Set<string>;
  /** Keys that no row carries. */
  missing: Set<string>;
  /** Keys that stand in rows which refuse to be written or were moved at every try. */
  unsettled: Set<string>;
  /** A cell that refused, as the platform names it; "" for one it did not name; null where none refused. */
  refusedCell: string | null;
  /** True when `alongside` was carried out and flushed. */
  alongsideDone: boolean;
}

/** Tries, the first one included: a user who sorts during each of them has to wait for the next execution. */
const mostTries = 3;

/** Most writes, in all tries together, by which rows that can be written are found beside some that refuse. */
const mostPieces = 60;

/**
 * Writes results beside the rows that carry their keys, and reads back. Positions are only good for the moment between a
 * read and a flush, and no lock keeps a user from sorting in it; so what is found displaced is written again by key, and
 * rows that were overwritten in between get back what they had. Call it inside the document lock.
 */
export function writeByKey(
  spreadsheet: SpreadsheetPort,
  sheet: SheetPort,
  write: KeyedWrite,
): KeyedWriteResult {
  const written: RowTexts = new Map();
  const overwritten = new OverwrittenCells();
  let before: SheetView | null = null;
  let view: SheetView | null = null;
  let refusedCell: string | null = null;
  let alongsideDone = write.alongside === undefined;
  let pieces = mostPieces;
  let last: { view: SheetView; blocks: CellBlock[] } | null = null;
  for (let attempt = 0; attempt <= mostTries; attempt += 1) {
    const texts = readTexts(sheet);
    const restored: CellBlock[] =
      last && texts ? overwritten.toPutBack(last.view.display, texts, last.blocks) : [];
    view = texts && viewSheet(texts);
    if (!view) {
      // A needed column went in between; what was written into others by position is put right all the same.
      if (last && texts) putBack(spreadsheet, sheet, last.view.display, texts, last.blocks);
      break;
    }
    if (!before) {
      before = view;
      write.prepare?.(view, write.cells);
    }
    const rows = differences(view, write);
    for (const [rowNumber, texts] of repairs(view, before, written, write)) rows.set(rowNumber, texts);
    if (rows.size === 0 && restored.length === 0 && alongsideDone) break;
    if (attempt === mostTries) break;
    last = { view, blocks: [...restored, ...blocksOf(rows, view.columns)] };
    for (const [rowNumber, texts] of rows) written.set(rowNumber, texts);
    const fault = attemptWrite(
      spreadsheet,
      sheet,
      { view, rows, restored, asText: attempt > 0 },
      alongsideDone ? undefined : write.alongside,
    );
    if (fault === null) {
      alongsideDone = true;
    } else if (fault.kind === "refused") {
      refusedCell = fault.cell;
      if (!alongsideDone && write.alongside) alongsideDone = tryAlone(spreadsheet, write.alongside);
      pieces -= writeInPieces(spreadsheet, sheet, view, rows, pieces);
    } else if (fault.kind === "gone") {
      break;
    }
  }
  return { view, ...sortKeys(view, write), refusedCell, alongsideDone };
}

function readTexts(sheet: SheetPort): string[][] | null {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return sheet.readDisplay();
    } catch (fault) {
      if (!(fault instanceof SheetFault)) throw fault;
      if (fault.kind !== "transient" || attempt === mostTries) return null;
    }
  }
}

/** What one try writes. `restored`: cells of other columns that get back what they had. */
interface Writing {
  view: SheetView;
  rows: RowTexts;
  restored: readonly CellBlock[];
  asText: boolean;
}

function attemptWrite(
  spreadsheet: SpreadsheetPort,
  sheet: SheetPort,
  { view, rows, restored, asText }: Writing,
  alongside: (() => void) | undefined,
): SheetFault | null {
  try {
    if (restored.length > 0) sheet.write(restored, false);
    sheet.write(blocksOf(rows, view.columns), asText);
    alongside?.();
    spreadsheet.flush();
    return null;
  } catch (fault) {
    if (fault instanceof SheetFault) return fault;
    throw fault;
  }
}

/**
 * A cell that refuses must not keep the others from being written: half of the rows at a time, and halves of what refuses,
 * down to single rows. How many writes that took, at most `most`; where more rows refuse than that finds, the log has them.
 */
function writeInPieces(
  spreadsheet: SpreadsheetPort,
  sheet: SheetPort,
  view: SheetView,
  rows: RowTexts,
  most: number,
): number {
  const pieces = halvesOf([...rows]);
  let writes = 0;
  while (writes < most) {
    const piece = pieces.shift();
    if (!piece) break;
    const writing = { view, rows: new Map(piece), restored: [], asText: false };
    const fault = attemptWrite(spreadsheet, sheet, writing, undefined);
    writes += 1;
    if (fault?.kind === "refused") pieces.push(...halvesOf(piece));
  }
  return writes;
}

/** Two halves; none of a single row, which was tried by itself. */
function halvesOf<T>(rows: readonly T[]): T[][] {
  if (rows.length < 2) return [];
  const middle = Math.ceil(rows.length / 2);
  return [rows.slice(0, middle), rows.slice(middle)];
}

function tryAlone(spreadsheet: SpreadsheetPort, act: () => void): boolean {
  try {
    act();
    spreadsheet.flush();
    return true;
  } catch (fault) {
    if (fault instanceof SheetFault) return false;
    throw fault;
  }
}

/** The rows that a key's result belongs beside. */
export function rowsOfKey(
  view: SheetView,
  keyText: string,
  contents: ReadonlySet<string> | undefined,
): RowView[] {
  const carriers = view.byKey.get(keyText) ?? [];
  const own = contents ? carriers.filter((row) => contents.has(row.content)) : [];
  return own.length > 0 ? own : carriers;
}

function differences(view: SheetView, write: KeyedWrite): RowTexts {
  const rows: RowTexts = new Map();
  for (const [keyText, cells] of write.cells) {
    for (const row of rowsOfKey(view, keyText, write.contents?.get(keyText))) {
      if (!shows(row.cells, cells)) rows.set(row.rowNumber, cells);
    }
  }
  return rows;
}

/**
 * Rows that show what was meant for another row, since the sheet moved between the read and the flush, and perhaps once more
 * after it: they get back what stood beside them before.
 */
function repairs(view: SheetView, before: SheetView, written: RowTexts, write: KeyedWrite): RowTexts {
  const rows: RowTexts = new Map();
  const ours = new Set([...written.values()].map(asOneText));
  // Cells that were emptied say nothing about who did it.
  ours.delete(asOneText({}));
  for (const row of view.rows) {
    if (write.cells.has(row.keyText) || !ours.has(asOneText(row.cells))) continue;
    const { sendKey: _, ...cells } = earlierSelf(row, before)?.cells ?? emptyStatusCells;
    if (!shows(row.cells, cells)) rows.set(row.rowNumber, cells);
  }
  return rows;
}

/**
 * Result cells as one text, to find out who wrote them: an order's ID is enough, whatever became of the other cells under
 * another format; without one they are told apart by their time.
 */
function asOneText({ status, orderId, orderNumber, message, updatedAt }: Partial<StatusCells>): string {
  const cells = orderId ? [status, orderId] : [status, orderNumber, message, updatedAt];
  return cells.map((text) => (text ?? "").trim()).join("\u0000");
}

/** The same row in an earlier view: by its key where it has one, and by its content. */
function earlierSelf(row: RowView, before: SheetView): RowView | undefined {
  if (row.keyText === "")
    return before.rows.find((other) => other.keyText === "" && other.content === row.content);
  const carriers = before.byKey.get(row.keyText) ?? [];
  return carriers.find((other) => other.content === row.content) ?? carriers[0];
}

function sortKeys(view: SheetView | null, write: KeyedWrite) {
  const settled = new Set<string>();
  const missing = new Set<string>();
  const unsettled = new Set<string>();
  for (const [keyText, cells] of write.cells) {
    const rows = view ? rowsOfKey(view, keyText, write.contents?.get(keyText)) : [];
    if (!view) unsettled.add(keyText);
    else if (rows.length === 0) missing.add(keyText);
    else if (rows.every((row) => shows(row.cells, cells))) settled.add(keyText);
    else unsettled.add(keyText);
  }
  return { settled, missing, unsettled };
}
