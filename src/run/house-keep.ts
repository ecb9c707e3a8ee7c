import type { Context } from "../execution/context";
import { type Batch, isOpen } from "../journal/entry";
import type { Journal } from "../journal/journal";
import type { JournalReading } from "../journal/journal-store";
import type { Projection } from "../sheet/projection";
import type { SheetReading } from "../sheet/sheet-reading";
import { linesAbout, writeLog } from "../spreadsheet/write-log";

/** Takes IDs into the journal that stand in the sheet and that the storage has lost. */
export function adopt(context: Context, stored: JournalReading, toAdopt: Projection["toAdopt"]): void {
  if (toAdopt.length === 0) return;
  const findings = toAdopt.map(({ key, record, orderId }) => {
    const orderNumber = record.rows[0]?.cells.orderNumber ?? "";
    const event = { kind: "found", orders: [{ id: orderId, orderNumber }] } as const;
    const known = stored.journal.request(key);
    return { key, refHash: known?.refHash ?? "", sheetId: known?.sheetId ?? 0, event };
  });
  context.journal.resolve(stored, findings);
}

/**
 * True when a batch alone says that an order was not made: its run is not listed, since properties were lost, and no later
 * attempt has proof of its own.
 */
function isOnlyProof({ entries }: Batch, journal: Journal): boolean {
  return entries.some(({ key, state }) => {
    const isLatest = journal.request(key)?.key.attempt === key.attempt;
    return state.kind !== "created" && isLatest && !journal.isWhole(key.runId);
  });
}

/**
 * Writes the log's lines about batches that have none, and folds those that are shown. While there is room, a batch stays as it
 * is if the log does not take its lines, or nobody knows the end of one of its orders, or it is the only proof of something.
 */
export function houseKeep(
  context: Context,
  stored: JournalReading,
  shown: readonly { id: string }[],
  reading: SheetReading | null,
): void {
  const { batches, bytes } = stored.journal.records;
  const closed = batches.filter((batch) => batch.entries.every((entry) => entry.state.kind !== "pending"));
  const unlogged = closed.filter((batch) => !batch.logged);
  const isLogged = writeLog(context, linesAbout(unlogged, reading));
  const ids = new Set(shown.map((batch) => batch.id));
  const hasRoom = bytes <= context.options.littleRoomFromBytes;
  const hasRoomForProof = bytes <= context.options.leastRoomFromBytes;
  const toFold = closed.filter((batch) => {
    const open = batch.entries.filter(({ state }) => isOpen(state)).length;
    if (!ids.has(batch.id) || open === batch.entries.length) return false;
    if (hasRoomForProof && isOnlyProof(batch, stored.journal)) return false;
    return !hasRoom || ((batch.logged || isLogged) && open === 0);
  });
  context.journal.fold(stored, toFold);
  if (isLogged) context.journal.markLogged(unlogged.filter((batch) => !toFold.includes(batch)));
}
