import type { CellWrite } from "../decide/actions";
import type { Decision } from "../decide/decision";
import { statusFields } from "../orders/field";
import { parseStatus } from "../orders/status";
import type { RunWords } from "../ports/words";
import type { OrderRecord, StatusCells } from "../sheet/order-record";
import type { RowChanges } from "../sheet/rectangles";
import { readStatusCells } from "../sheet/row-record";
import type { SheetReading } from "../sheet/sheet-reading";

/** What the cells beside an order are written from. */
export interface CellsAbout {
  record: OrderRecord;
  decision: Decision;
  /** The send key that the order is keyed with; "" for none. */
  keyText: string;
  /** The Message of an order that is not resolved; "" for the one that stands there. */
  unresolved: string;
  /** True when the order is claimed in the same write. */
  isClaimed: boolean;
}

/** Adds what a decision writes beside an order's rows on top of `changes`, field by field if something changes. */
export function addOrderCells(
  changes: RowChanges,
  write: CellWrite,
  about: CellsAbout,
  words: RunWords,
  updatedAt: string,
): void {
  const { record } = about;
  const messages = write === "invalid" ? words.problems(record.order) : null;
  const outside: readonly number[] =
    about.decision.kind === "needsReview" && about.decision.review.why === "partial"
      ? about.decision.review.rowNumbers
      : [];
  for (const row of record.rows) {
    // Rows that are not selected are none of this run's business, even if their order is.
    if (outside.includes(row.rowNumber)) continue;
    const wanted = cellsFor(write, about, words, messages?.get(row.rowNumber) ?? "");
    const shown = { ...row.cells, ...changes.get(row.rowNumber) };
    const change: Partial<StatusCells> = {};
    for (const field of statusFields) {
      const text = wanted?.[field];
      if (text !== undefined && shown[field] !== text.trim()) change[field] = text;
    }
    if (Object.keys(change).length === 0) continue;
    changes.set(row.rowNumber, { ...changes.get(row.rowNumber), ...change, updatedAt });
  }
}

/** A row that is no order any more does not keep what a check said while it was one. */
export function emptyOldCheck(reading: SheetReading, rowNumber: number, changes: RowChanges): void {
  if (!reading.notOrders.some((row) => row.rowNumber === rowNumber)) return;
  const { status } = readStatusCells(reading.display[rowNumber - 1] ?? [], reading.columns);
  const known = parseStatus(status);
  if (known === "Valid" || known === "Invalid")
    changes.set(rowNumber, { status: "", message: "", updatedAt: "" });
}

function cellsFor(
  write: CellWrite,
  { decision, keyText, unresolved, isClaimed }: CellsAbout,
  words: RunWords,
  problem: string,
): Partial<StatusCells> | null {
  const none = { orderId: "", orderNumber: "", message: "" };
  switch (write) {
    case "nothing":
      return null;
    case "valid":
      return { status: "Valid", ...none };
    case "key":
      return { status: isClaimed ? "Sending" : "Valid", ...none, sendKey: keyText };
    case "invalid": {
      const isAnothers = decision.kind === "fix" && decision.idIsAnothers === true;
      return { status: "Invalid", message: problem, ...(isAnothers ? { orderId: "", orderNumber: "" } : {}) };
    }
    case "unresolved":
      return { status: "Unconfirmed", ...(unresolved === "" ? {} : { message: unresolved }) };
    case "review": {
      if (decision.kind !== "needsReview") return null;
      const message = words.review(decision.review);
      if (decision.as === "created") return { message };
      return { status: decision.as === "unconfirmed" ? "Unconfirmed" : "Invalid", message };
    }
  }
}
