import { english } from "../messages/english";
import type { OrderPayload } from "../orders/order";
import type { OrderRecord, StatusCells } from "../orders/order-record";
import { formatSendKey, type SendKey } from "../orders/send-key";
import { type Execution, RunRefused, whileLocked } from "./execution";
import { overwrittenCells } from "./moved-columns";
import { type CellBlock, SheetFault, type SheetPort } from "./ports";
import { blocksOf, type RowTexts, type RowView, type SheetView, shows, viewSheet } from "./sheet-view";

/** An order that is ready to be sent: from here on it is known by its key alone. */
export interface KeyedOrder {
  key: SendKey;
  keyText: string;
  ref: string;
  payload: OrderPayload;
  /** The contents of its rows, to see whether somebody edits them before it is sent. */
  contents: string[];
}

/** What to write beside the rows of one order of a plan, found by position: it may have no key yet. */
export interface PlannedWrite {
  record: OrderRecord;
  /** One for each row of the record, all six cells; null for a row that is left alone. */
  cells: (StatusCells | null)[];
}

const mostTries = 3;

/** The order with its key. */
export function keyedOrder(record: OrderRecord, payload: OrderPayload, key: SendKey): KeyedOrder {
  return {
    key,
    keyText: formatSendKey(key),
    ref: record.order.ref,
    payload,
    contents: record.rows.map((row) => row.content),
  };
}

/**
 * Writes what a plan says, send keys included, in rows found by position: a row is only written while it is as it was
 * planned, and read back afterwards. Gives the records whose rows, keys and content stand together. Where a user moved
 * rows between the read and the flush, the rows that were hit get back what stood beside them.
 */
export function writePlanned(
  execution: Execution,
  sheet: SheetPort,
  writes: readonly PlannedWrite[],
): Set<OrderRecord> {
  if (writes.length === 0) return new Set();
  return whileLocked(execution, english.runs.busy, () => {
    const before = mustView(sheet);
    const rows: RowTexts = new Map();
    for (const write of writes) if (isAsPlanned(before, write.record)) addRows(rows, write);
    let blocks = blocksOf(rows, before.columns);
    writeAndFlush(execution, sheet, blocks, false);
    const putRight = (texts: string[][]) => {
      const restored = overwrittenCells(before.display, texts, blocks);
      if (restored.length > 0) writeAndFlush(execution, sheet, restored, false);
    };
    let [earlier, after] = [before, mustView(sheet, putRight)];
    for (let attempt = 1; attempt < mostTries; attempt += 1) {
      const restored = overwrittenCells(earlier.display, after.display, blocks);
      const again = new Map([...distortedRows(after, rows), ...displacedRows(before, after, rows)]);
      if (again.size === 0 && restored.length === 0) break;
      if (restored.length > 0) writeAndFlush(execution, sheet, restored, false);
      blocks = blocksOf(again, after.columns);
      if (again.size > 0) writeAndFlush(execution, sheet, blocks, true);
      for (const [rowNumber, texts] of again) rows.set(rowNumber, texts);
      [earlier, after] = [after, mustView(sheet, putRight)];
    }
    const written = writes.filter((write) => standsBesideIts(after, write));
    return new Set(written.map((write) => write.record));
  });
}

/** The sheet as it stands; throws RunRefused where needed columns are gone, after `putRight` has seen what is there. */
function mustView(sheet: SheetPort, putRight?: (texts: string[][]) => void): SheetView {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const texts = sheet.readDisplay();
      const view = viewSheet(texts);
      if (view) return view;
      putRight?.(texts);
      throw new RunRefused(english.runs.columnsGone);
    } catch (fault) {
      if (!(fault instanceof SheetFault) || fault.kind !== "transient" || attempt === mostTries) throw fault;
    }
  }
}

function writeAndFlush(
  execution: Execution,
  sheet: SheetPort,
  blocks: readonly CellBlock[],
  asText: boolean,
): void {
  try {
    sheet.write(blocks, asText);
    execution.ports.spreadsheet.flush();
  } catch (fault) {
    // A flush that failed may have written some of it; the read-back shows what.
    if (!(fault instanceof SheetFault) || fault.kind !== "transient") throw fault;
  }
}

function isAsPlanned(view: SheetView, record: OrderRecord): boolean {
  return record.rows.every((row) => {
    const now = view.rows[row.rowNumber - 2];
    return (
      now?.content === row.content &&
      now.keyText === row.cells.sendKey &&
      now.cells.status === row.cells.status
    );
  });
}

function addRows(rows: RowTexts, write: PlannedWrite): void {
  write.record.rows.forEach((row, index) => {
    const texts = write.cells[index];
    if (texts) rows.set(row.rowNumber, texts);
  });
}

/** A row stands beside its record when some row has both its content and all that was written for it. */
function standsBesideIts(view: SheetView, write: PlannedWrite): boolean {
  return write.record.rows.every((row, index) => {
    const texts = write.cells[index];
    if (texts === null) return true;
    const now = texts?.sendKey ? view.byKey.get(texts.sendKey) : [view.rows[row.rowNumber - 2]];
    return (
      texts !== undefined &&
      (now ?? []).some((one) => one?.content === row.content && shows(one.cells, texts))
    );
  });
}

/**
 * Rows that took their key and status and show other texts differently than written: the cells' format altered them. Where
 * key or status differ, somebody else has written since, and the row is theirs.
 */
function distortedRows(after: SheetView, rows: RowTexts): RowTexts {
  const distorted: RowTexts = new Map();
  for (const [rowNumber, texts] of rows) {
    const now = after.rows[rowNumber - 2];
    const ours = now && now.keyText === texts.sendKey && now.cells.status === texts.status;
    if (ours && !shows(now.cells, texts)) distorted.set(rowNumber, texts);
  }
  return distorted;
}

/**
 * Rows that show what was meant for a row of other content: they get back what they had before. A row whose content is
 * nowhere any more was edited in its place, and has its own cells; any other content that was not there before is new.
 */
function displacedRows(before: SheetView, after: SheetView, rows: RowTexts): RowTexts {
  const displaced: RowTexts = new Map();
  const [earlierRows, laterRows] = [byContent(before), byContent(after)];
  for (const [rowNumber, texts] of rows) {
    const now = after.rows[rowNumber - 2];
    const meant = before.rows[rowNumber - 2];
    if (!now || !meant || now.content === meant.content || !shows(now.cells, texts)) continue;
    const earlier = earlierRows.get(now.content)?.find((row) => row.rowNumber !== rowNumber);
    const fewer = (laterRows.get(meant.content)?.length ?? 0) < (earlierRows.get(meant.content)?.length ?? 0);
    if (earlier) displaced.set(rowNumber, rows.get(earlier.rowNumber) ?? earlier.cells);
    else displaced.set(rowNumber, fewer ? meant.cells : { ...emptyCells });
  }
  return displaced;
}

function byContent(view: SheetView): Map<string, RowView[]> {
  const rows = new Map<string, RowView[]>();
  for (const row of view.rows) {
    const equals = rows.get(row.content);
    if (equals) equals.push(row);
    else rows.set(row.content, [row]);
  }
  return rows;
}

const emptyCells: StatusCells = {
  status: "",
  orderId: "",
  orderNumber: "",
  message: "",
  updatedAt: "",
  sendKey: "",
};
