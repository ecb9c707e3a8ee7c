import { english } from "../messages/english";
import type { Disposition, Hold } from "../orders/disposition";
import type { OrderRecord, StatusCells } from "../orders/order-record";
import type { ResultCells } from "./sheet-view";
import type { PlannedWrite } from "./write-planned";

/** Cells of an order whose rows keep their keys. */
export function outcomeWrite(record: OrderRecord, cells: ResultCells): PlannedWrite {
  return { record, cells: record.rows.map((row) => ({ ...cells, sendKey: row.cells.sendKey })) };
}

/** `Invalid`, with each row's own problems as Message. */
export function invalidWrite(record: OrderRecord, updatedAt: string): PlannedWrite {
  const messages = english.problems.ofOrder(record.order);
  return {
    record,
    cells: record.rows.map((row) => ({
      ...row.cells,
      status: "Invalid",
      message: messages.get(row.rowNumber) ?? "",
      updatedAt,
    })),
  };
}

/** `Valid`: checked, nothing sent. `sendKey` null: the rows keep what they have. */
export function validWrite(record: OrderRecord, updatedAt: string, sendKey: string | null): PlannedWrite {
  const cells = { status: "Valid", orderId: "", orderNumber: "", message: "", updatedAt };
  return { record, cells: record.rows.map((row) => ({ ...cells, sendKey: sendKey ?? row.cells.sendKey })) };
}

/**
 * A held order keeps all that it says of itself, and tells why it is held. Only what was surely never sent becomes
 * `Invalid`; a cleared or claimed order becomes `Unconfirmed`, which no later check overwrites.
 */
export function heldWrite(
  record: OrderRecord,
  hold: Hold,
  as: Extract<Disposition, { kind: "held" }>["as"],
  time: (atMs: number) => string,
  updatedAt: string,
): PlannedWrite {
  const message = english.holds.message(hold, time);
  // Rows that are not selected are none of this run's business, even where their order is.
  const outside = hold.why === "partial" ? hold.rowNumbers : [];
  const cells = record.rows.map((row): StatusCells | null => {
    if (outside.includes(row.rowNumber)) return null;
    if (as === "created") return { ...row.cells, message };
    const status = as === "unconfirmed" ? "Unconfirmed" : "Invalid";
    const unchanged = row.cells.status === status && row.cells.message === message;
    return { ...row.cells, status, message, updatedAt: unchanged ? row.cells.updatedAt : updatedAt };
  });
  return { record, cells };
}

/** True when the rows already show all of it. */
export function isWritten(write: PlannedWrite): boolean {
  return write.record.rows.every((row, index) => {
    const wanted = write.cells[index];
    if (wanted === null) return true;
    return (
      wanted !== undefined &&
      (Object.keys(wanted) as (keyof StatusCells)[]).every(
        (field) => row.cells[field] === wanted[field].trim(),
      )
    );
  });
}
