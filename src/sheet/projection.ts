import { isKeepableId } from "../bitbybit/order-id";
import { type Batch, type Entry, isOpen } from "../journal/entry";
import { type Journal, requestKey, worthOf } from "../journal/journal";
import type { SendKey } from "../orders/send-key";
import { mostCautious } from "../orders/status";
import { cellsOf, type EntryWords } from "./entry-cells";
import { type KeyStandings, standingsOf } from "./key-standing";
import { isMadeTwice } from "./made-twice";
import {
  isCreatedStatus,
  type OrderRecord,
  type ResultCells,
  type RowRecord,
  shownOrderId,
} from "./order-record";
import type { RowChanges } from "./rectangles";
import type { SheetReading } from "./sheet-reading";

/** What a projection depends on, besides journal and sheet. */
export interface ProjectionContext {
  nowMs: number;
  /** A pending entry older than this is shown as Unconfirmed, in milliseconds. */
  pendingWaitMs: number;
  /** The run under way; "" for none. Orders of it that may be tried again are shown as waiting. */
  liveRunId: string;
  /** False in an execution that may not touch the rows of the run under way. */
  ownsLiveRun: boolean;
  isOtherSheet(sheetId: number): boolean;
  words: EntryWords;
}

/** What a sheet should show otherwise than it does. */
export interface Projection {
  changes: RowChanges;
  /** Batches of which all that is known stands in the sheet, or has no place in it. */
  shown: Batch[];
  /** Orders whose cells know an ID that the journal has lost. */
  toAdopt: { record: OrderRecord; key: SendKey; orderId: string }[];
}

/**
 * Finds the cells that should show something else than they do, by the journal alone. Idempotent, and blind to where
 * rows stand: results follow the send key, so whatever happened to the sheet, the next projection puts it right. An
 * order whose key is not at home keeps its cells: what to do with it is a decision.
 */
export function projectJournal(
  journal: Journal,
  sheet: SheetReading,
  context: ProjectionContext,
  standings: KeyStandings = standingsOf(sheet.orders, journal, sheet.sheetId, context.isOtherSheet),
): Projection {
  const changes: RowChanges = new Map();
  const toAdopt: Projection["toAdopt"] = [];
  const wanting = new Set<string>();
  for (const record of sheet.orders) {
    const standing = standings.of(record);
    if (standing.kind !== "home" && standing.kind !== "edited") continue;
    const { key } = standing;
    if (key.runId === context.liveRunId && !context.ownsLiveRun) continue;
    const entry = worthOf(journal.request(key), key.attempt);
    if (entry && isOpen(entry.state) && knowsItsId(record, journal, key)) {
      toAdopt.push({ record, key, orderId: shownOrderId(record) });
      continue;
    }
    const edited = standing.kind === "edited";
    const wanted = entry
      ? cellsOfEntry(record, entry, { ...context, edited }, journal)
      : cellsWithoutEntry(record, key, context, journal);
    if (!wanted) continue;
    for (const row of record.rows) {
      const change = changeOf(row, wanted, isMadeTwice(entry) && !namesAll(row, entry));
      if (!change) continue;
      changes.set(row.rowNumber, change);
      wanting.add(requestKey(key));
    }
  }
  const shown = journal.records.batches.filter((batch) => isShown(batch, wanting));
  return { changes, shown, toAdopt };
}

/** A result that landed in the sheet while the journal's storage did not answer: nobody else has this ID. */
function knowsItsId(record: OrderRecord, journal: Journal, key: SendKey): boolean {
  const orderId = shownOrderId(record);
  if (!isKeepableId(orderId) || !record.rows.every((row) => isCreatedStatus(row.status))) return false;
  if (record.rows.some((row) => row.cells.orderId !== orderId)) return false;
  return !journal.isAnothers(orderId, key);
}

function cellsOfEntry(
  record: OrderRecord,
  entry: Entry,
  context: ProjectionContext & { edited: boolean },
  journal: Journal,
): ResultCells | null {
  const { state, atMs } = entry;
  const isUnderWay = context.nowMs - atMs < context.pendingWaitMs && atMs <= context.nowMs;
  const cells = cellsOf(entry, { isUnderWay, edited: context.edited }, context.words);
  const status = mostCautious(record.rows.map((row) => row.status));
  const showsAnothers = record.rows.some((row) => journal.isAnothers(row.cells.orderId, entry.key));
  if (state.kind === "created") return cells;
  if (isOpen(state)) {
    // A person may have typed an ID, and a look-up may have said more than the journal knows.
    const isTold =
      status === "Unconfirmed" || (state.kind === "pending" && status === "Sending" && isUnderWay);
    return isTold && !showsAnothers ? null : cells;
  }
  const isWaiting = entry.key.runId === context.liveRunId && mayBeRetried(entry);
  if (isWaiting) return status === "Valid" && !showsAnothers ? null : waitingCells(cells);
  // A later check has its own word about an order that was not made.
  const isChecked =
    status === "Valid" || status === "Invalid" || status === "Not sent" || status === "Rejected";
  return isChecked && !showsAnothers ? null : cells;
}

/** True for a request that never reached the API and that the same run sends again. */
export function mayBeRetried(entry: Entry): boolean {
  return (
    entry.state.kind === "notSent" && (entry.state.reason === "rateLimit" || entry.state.reason === "changed")
  );
}

/** A key that was never opened: a claim that was not used, or cells that another order's result has hit. */
function cellsWithoutEntry(
  record: OrderRecord,
  key: SendKey,
  context: ProjectionContext,
  journal: Journal,
): ResultCells | null {
  if (!journal.isWhole(key.runId)) return null;
  const status = mostCautious(record.rows.map((row) => row.status));
  const showsAnothers = record.rows.some((row) => journal.isAnothers(row.cells.orderId, key));
  if (status !== "Sending" && !showsAnothers) return null;
  return {
    status: "Valid",
    orderId: "",
    orderNumber: "",
    message: "",
    updatedAt: context.words.time(context.nowMs),
  };
}

function waitingCells(cells: ResultCells): ResultCells {
  return { ...cells, status: "Valid", message: "" };
}

/** True for a row whose Message names every order that was made, whatever language says it. */
function namesAll({ cells }: RowRecord, entry: Entry | null): boolean {
  if (entry?.state.kind !== "created") return false;
  return [entry.state.orderId, ...entry.state.alsoMade].every((id) => cells.message.includes(id));
}

/**
 * The cells of a row that differ; null for none. The time of an outcome that stands there already is left alone, and so is
 * a Message, unless the new one is urgent.
 */
function changeOf(row: RowRecord, wanted: ResultCells, isUrgent: boolean): Partial<ResultCells> | null {
  const { status, orderId, orderNumber, message, updatedAt } = wanted;
  const { cells } = row;
  const isCreated = orderId !== "";
  const numberDiffers = orderNumber !== "" && cells.orderNumber !== orderNumber.trim();
  const isNews = cells.status !== status || cells.orderId !== orderId.trim() || numberDiffers;
  const isUntold = isCreated && message !== cells.message && (isUrgent || cells.message === "");
  if (!isNews && !isUntold) return null;
  // One rectangle for orders that were made; of others only what changes, so that no blank ever hits a moved column.
  if (isCreated)
    return { status, orderId, orderNumber: orderNumber || cells.orderNumber, message, updatedAt };
  const change: Partial<ResultCells> = { status };
  if (cells.orderId !== "") change.orderId = "";
  if (cells.orderNumber !== "") change.orderNumber = "";
  if (cells.message !== message) change.message = message;
  if (cells.updatedAt !== updatedAt) change.updatedAt = updatedAt;
  return change;
}

function isShown(batch: Batch, wanting: ReadonlySet<string>): boolean {
  return batch.entries.every((entry) => !wanting.has(requestKey(entry.key)));
}
