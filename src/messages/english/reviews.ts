import type { Review } from "../../decide/decision";
import { headerOf } from "../../orders/field";
import type { ReviewReasons } from "../texts/review-texts";
import { sendAgainItem } from "./menu";

/** The ways out that need a person alone. */
const byHand = `or type the Order ID; or choose ${sendAgainItem}.`;

/** What has to be empty for an order to be a new one. */
const writtenCells = "Status, Order ID and Send key";

const sortedApart =
  "The rows were sorted or moved without their status columns: undo that, or sort with all columns.";

const movedApart = "Columns or rows may have been moved: undo that, or type what belongs there.";

const reasons: ReviewReasons = {
  keyDamaged: `the Send key in this row is not one that this add-on wrote; it was typed, cut or filled down. If the order was never made, clear ${writtenCells} in this row and create it again.`,
  keyMissing: `this row may have been sent, but its Send key is gone. If the order is in bitbybit, type its Order ID here; if it is not, select the row and choose ${sendAgainItem}.`,
  mixedKeys: `the rows of this order have different Send keys. Clear ${writtenCells} in the rows that were copied or added, and give them an Order ref of their own.`,
  addedAfter: (review) =>
    `a row was added after this order was created${asOrder(review.orderId)}. Give the new row an Order ref of its own, or take the row out.`,
  copied: (review) =>
    `the Send key in this row is a copy of ${review.homeRow === null ? "another sheet" : `row ${review.homeRow}`}'s. If this is an order of its own, clear ${writtenCells} here and create it again; if not, delete this row.`,
  displaced: (review) =>
    `this Status belongs to the order that now stands in row ${review.homeRow}. ${sortedApart}`,
  statusElsewhere: (review) => `this order's Status stands in row ${review.keyRow}. ${sortedApart}`,
  sheetDisplaced: (review) =>
    `row ${review.keyRow} was changed after it was sent, or rows were sorted without their status columns, so that this row may be an order which exists already. Put row ${review.keyRow} right first: undo the change, or clear its Send key to keep its order as it is.`,
  edited: (review) =>
    `this row was changed after its order was created${asOrder(review.orderId)}. Undo the change; or clear the Send key to keep the order as it is; or clear ${writtenCells} to make another order.`,
  madeBefore: (review, time) =>
    `${madeBefore(review, time)} To make another one, select the row and choose ${sendAgainItem}; if it is the same one, type its Order ID here and Created as Status.`,
  otherApiKey: (review) =>
    `this order was sent with another API key (${review.environment}). Save that key to look it up; ${byHand}`,
  idMissing:
    "the Status says Created but there is no Order ID. Type the Order ID, or clear the Status and create it again.",
  idElsewhere: (review) =>
    `the Order ID ${review.orderId} is row ${review.idRow}'s. If this row is an order of its own, clear ${writtenCells} here and create it again; if it is the same order, delete this row.`,
  misplacedText: ({ holds, text, field }) =>
    holds === "orderId"
      ? `${headerOf[field]} holds ${text}, which is the Order ID of an order from this spreadsheet. ${movedApart}`
      : `${headerOf[field]} holds a Message of this add-on. ${movedApart}`,
  idWithoutStatus:
    "there is an Order ID but no Status. If the order exists, type Created as Status; if not, clear the Order ID.",
};

/** Why an order needs a person, in English. */
export const reviews = {
  /** What the Message beside an order that needs a person begins with. */
  start: "Needs your decision: ",
  partial: ({ ref, rowNumbers, hidden }: Extract<Review, { why: "partial" }>) => {
    const order = ref === "" ? "This order" : `Order ${ref}`;
    const them = rowNumbers.length === 1 ? "it" : "them";
    const shown = hidden ? ", and show the rows that the filter hides" : "";
    return `${order} has ${rowList(rowNumbers)} too: select ${them} as well${shown}.`;
  },
  /** Why, and each way out. */
  reasons,
};

function asOrder(orderId: string): string {
  return orderId === "" ? "" : ` as ${orderId}`;
}

function rowList(rowNumbers: readonly number[]): string {
  const shown = rowNumbers.slice(0, 5).join(", ");
  const more = rowNumbers.length > 5 ? ` and ${rowNumbers.length - 5} more` : "";
  return `${rowNumbers.length === 1 ? "row" : "rows"} ${shown}${more}`;
}

function madeBefore(
  { orderId, atMs, changed }: Extract<Review, { why: "madeBefore" }>,
  time: (atMs: number) => string,
): string {
  const order = changed ? "an order with this Order ref and recipient, but other content," : "the same order";
  if (orderId !== "") return `${order} was made on ${time(atMs)}${asOrder(orderId)}.`;
  return atMs > 0
    ? `${order} was sent on ${time(atMs)}, and nobody knows yet whether it exists.`
    : `${order} was made before.`;
}
