import type { Permission } from "../../ports/run-error";
import type { PlainRunProblem } from "../texts/error-texts";
import { createItem, resolveItem, setUpItem } from "./menu";

const leftAlone =
  "so this one leaves them alone and sends nothing. Use the newest version, or ask your administrator for it.";

const moved = "A column was moved at the very moment when results were written, so the run stopped.";

/** What ends a run, or keeps it from starting, in English. */
export const errors = {
  /** `what`: that which is not allowed; `willAsk`: Google asks for it next. */
  noPermission: (what: string, willAsk: boolean) => {
    const cure = willAsk
      ? "Google asks for it next: allow it, then choose the menu item again."
      : `Choose ${createItem} in the menu and allow what Google asks for.`;
    return `The add-on lacks a permission, so nothing is sent: you have not allowed it to ${what}. ${cure}`;
  },
  permissions: {
    sheet: "read and write this spreadsheet",
    requests: "send requests to bitbybit",
    pages: "show its sidebar and dialogs",
  } satisfies Record<Permission, string>,
  askColumns: {
    new: "This sheet's headers do not say by themselves which column is meant for what. In the sidebar's tab Columns, check what is proposed and save it. Nothing was sent.",
    changed:
      "This sheet's headers have changed since you confirmed its columns. Confirm them again in the sidebar's tab Columns. Nothing was sent.",
  },
  emptySheet: `This sheet is empty. Choose ${setUpItem}, then type your orders. Nothing was sent.`,
  unexpected: `Something unexpected went wrong, and the run stopped. What was sent is remembered: click ${createItem} again and it continues without sending anything twice.`,
  problems: {
    busy: "Another run is writing to this spreadsheet at this moment, so this one stopped for now. What was sent is remembered; try again in a few seconds.",
    newerSettings: `Your settings were saved by a newer version of this add-on, ${leftAlone}`,
    newerColumns: `This sheet's columns were confirmed in a newer version of this add-on, ${leftAlone}`,
    noKey:
      "There is no API key yet. Save one in the sidebar under Settings; you get it in bitbybit under Settings > Developer.",
    changedSince:
      "The sheet or the selection has changed since you were asked. Nothing was sent; check the numbers again.",
    protectedColumns:
      "You may not edit this sheet's status columns, so nothing was sent. Ask the sheet's owner to let you edit the columns Status to Send key.",
    columnsGone: `A column that this add-on needs is not there any more. Undo that, or choose ${setUpItem}; then create the orders again. What was sent is remembered.`,
    sheetGone:
      'The sheet of this run was deleted. What was sent stands in the sheet "bitbybit log"; nothing more is sent.',
    noRecord: `The add-on's records (document properties) are full or cannot be written, and without them nothing is sent. Run ${resolveItem} on unconfirmed rows, or try again later.`,
    superseded: `Another run was started from this spreadsheet meanwhile, so this one ended here. What it sent stands beside its rows; select its other orders and choose ${createItem}.`,
    stopNotSaved: "Google did not take the Stop: the run may still be going on. Press Stop again.",
    lookUpStopped: "Stopped while orders were looked up. Nothing was sent, and unconfirmed orders stay so.",
    sheetsFault:
      "Google Sheets did not answer. What was sent is remembered and will be shown at the next click; nothing is sent twice.",
    sheetsFull:
      "This spreadsheet has as many cells as Google allows, so no column could be added. Delete empty rows or old sheets, then click again. Nothing is sent twice.",
    storageFault:
      "Google did not answer when the add-on asked for its records, so it stopped. What was sent is remembered; try again in a minute.",
  } satisfies Record<PlainRunProblem, string>,
  stopped: "Stopped.",
  limitTooLong: (until: string) =>
    `bitbybit asks to wait until ${until}, far longer than its limit of requests explains. Nothing more was sent. Create the remaining orders then, or ask bitbybit.`,
  otherKey:
    "This run was started with another API key. Nothing more was sent with the new one. Start again to send the remaining orders with the key that is saved now.",
  stuck: (cell: string) =>
    `${cell === "" ? "A status cell" : `The cell ${cell}`} refuses to be written: it is protected, a data validation forbids the value, or its rows keep moving. What was sent is remembered and stands in the sheet "bitbybit log". Let the status columns be edited, then continue.`,
  columnMoved: `${moved} Create the remaining orders again.`,
  cellsHit: (cells: string) =>
    `${moved} These cells got texts that belong elsewhere; type again what stood there: ${cells}. Then create the remaining orders.`,
  cellHad: (cell: string, had: string) => `${cell} (had ${had})`,
  nothing: "nothing",
};
