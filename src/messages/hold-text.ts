import type { Hold } from "../orders/disposition";
import { resolveItem, sendAgainItem } from "./menu-captions";

/** The Message beside the rows of an order that is held: why, and each way out. `time` puts a moment into words. */
export function holdText(hold: Hold, time: (atMs: number) => string): string {
  switch (hold.why) {
    case "keyDamaged":
      return `Held: the Send key in this row is not one that this add-on wrote; it was typed, cut or filled down. If the order was never made, clear ${writtenCells} in this row and create it again.`;
    case "keyMissing":
      return `Held: this row may have been sent, but its Send key is gone. If the order is in bitbybit, type its Order ID here; if it is not, select the row and choose ${sendAgainItem}.`;
    case "mixedKeys":
      return `Held: the rows of this order have different Send keys. Clear ${writtenCells} in the rows that were copied or added, and give them an Order ref of their own.`;
    case "addedAfter":
      return `Held: a row was added after this order was created${asOrder(hold.orderId)}. Give the new row an Order ref of its own, or take the row out.`;
    case "copied":
      return `Held: the Send key in this row is a copy of row ${hold.homeRow}'s. If this is an order of its own, clear ${writtenCells} here and create it again; if not, delete this row.`;
    case "displaced":
      return `Held: this Status belongs to the order that now stands in row ${hold.homeRow}. ${sortedApart}`;
    case "statusElsewhere":
      return `Held: this order's Status stands in row ${hold.keyRow}. ${sortedApart}`;
    case "sheetDisplaced":
      return `Held: row ${hold.keyRow} was changed after it was sent, or rows were sorted without their status columns, so that this row may be an order which exists already. Put row ${hold.keyRow} right first: undo the change, or clear its Send key to keep its order as it is.`;
    case "edited":
      return `Held: this row was changed after its order was created${asOrder(hold.orderId)}. Undo the change; or clear the Send key to keep the order as it is; or clear ${writtenCells} to make another order.`;
    case "editedUnconfirmed":
      return `Held: this row was changed while it was not known whether its order exists. Undo the change and run ${resolveItem}; ${byHand}`;
    case "madeBefore":
      return `Held: the same order was made on ${time(hold.atMs)}${asOrder(hold.orderId)}. To make another one, select the row and choose ${sendAgainItem}; if it is the same one, type its Order ID here and Created as Status.`;
    case "otherApiKey":
      return `Held: this order was sent with another API key (${hold.environment}). Save that key to look it up; ${byHand}`;
    case "idMissing":
      return "Held: the Status says Created but there is no Order ID. Type the Order ID, or clear the Status and create it again.";
    case "idChanged":
      return `Held: this Order ID was changed by hand; the order was created as ${hold.orderId}. Type that ID again.`;
    case "idElsewhere":
      return `Held: the Order ID ${hold.orderId} is row ${hold.idRow}'s. If this row is an order of its own, clear ${writtenCells} here and create it again; if it is the same order, delete this row.`;
    case "idWithoutStatus":
      return "Held: there is an Order ID but no Status. If the order exists, type Created as Status; if not, clear the Order ID.";
    case "partial":
      return `${hold.ref === "" ? "This order" : `Order ${hold.ref}`} has ${rowList(hold.rowNumbers)} too: select ${hold.rowNumbers.length === 1 ? "it" : "them"} as well${hold.hidden ? ", and show the rows that the filter hides" : ""}.`;
    case "unverified":
      return `Held: lines of the log are missing, so this order may have been made before, and bitbybit's orders could not be looked through. Try again later; or, if you know that it was not made, choose ${sendAgainItem}.`;
  }
}

/** The ways out that need a person alone. */
const byHand = `or type the Order ID; or choose ${sendAgainItem}.`;

/** What has to be empty for an order to be a new one. */
const writtenCells = "Status, Order ID and Send key";

const sortedApart =
  "The rows were sorted or moved without their status columns: undo that, or sort with all columns.";

function asOrder(orderId: string): string {
  return orderId === "" ? "" : ` as ${orderId}`;
}

function rowList(rowNumbers: readonly number[]): string {
  const shown = rowNumbers.slice(0, 5).join(", ");
  const more = rowNumbers.length > 5 ? ` and ${rowNumbers.length - 5} more` : "";
  return `${rowNumbers.length === 1 ? "row" : "rows"} ${shown}${more}`;
}

/** True for a Message that tells why a row is held; a cell is all that remembers it. */
export function isHoldText(message: string): boolean {
  return message.startsWith("Held: ");
}
