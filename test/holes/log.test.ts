import type { Sheet } from "../../local/runtime/model/sheet";
import { AddOn, statusHeaders } from "../add-on/add-on";

/** Twenty minutes after two orders were made, and the log was touched, their status cells are cleared and they are created. */
function createdAgain(touch: (addOn: AddOn, log: Sheet) => void): { addOn: AddOn; said: string } {
  const addOn = new AddOn({ rows: [{ "Order ref": "R-1" }, { "Order ref": "R-2" }] });
  addOn.create();
  const log = addOn.spreadsheet.sheetByName("bitbybit log");
  if (!log) throw new Error("There is no log.");
  touch(addOn, log);
  for (const rowNumber of [2, 3]) for (const header of statusHeaders) addOn.type(rowNumber, header, "");
  addOn.clock.sleep(20 * 60_000);
  return { addOn, said: addOn.create() };
}

const touches: [string, (addOn: AddOn, log: Sheet) => void][] = [
  ["left alone", () => {}],
  ["with its columns moved", (addOn, log) => addOn.user.moveColumns(log, 7, 1, 1)],
  ["without its column of send keys", (addOn, log) => addOn.user.deleteColumns(log, 7, 1)],
  ["with a column inserted at its left", (addOn, log) => addOn.user.insertColumns(log, 1, 1)],
  [
    "with its events cleared",
    (addOn, log) => addOn.user.clear(log, { row: 2, column: 5, rows: 5, columns: 1 }),
  ],
  ["with a row inserted at its top", (addOn, log) => addOn.user.insertRows(log, 1, 1)],
  [
    "with two lines cut and two notes typed below",
    (addOn, log) => {
      addOn.user.deleteRows(log, 2, 2);
      const last = log.lastRow();
      addOn.user.editCell(log, last + 1, 8, "checked by me");
      addOn.user.editCell(log, last + 2, 8, "checked by me too");
    },
  ],
  [
    "emptied",
    (addOn, log) => addOn.user.clear(log, { row: 1, column: 1, rows: log.maxRows, columns: log.maxColumns }),
  ],
  ["deleted", (addOn, log) => addOn.user.deleteSheet(log)],
  ["renamed", (addOn, log) => addOn.user.renameSheet(log, "old log")],
];

describe("orders whose status cells were cleared are not made again", () => {
  test.each(touches)("with a log %s", (_, touch) => {
    const { addOn, said } = createdAgain(touch);
    expect(said).toBe("2 orders: 2 with problems.");
    expect(addOn.made()).toHaveLength(2);
    for (const message of addOn.cells("Message")) expect(message).toContain("the same order was made on");
  });
});
