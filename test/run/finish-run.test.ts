import { readRun } from "../../src/receipt/run-record";
import { endRun } from "../../src/run/finish-run";
import type { ScriptedSheet } from "../spreadsheet/scripted-sheet";
import { orders, shopRun, started } from "./shop-run";

describe("the end of a run", () => {
  test("tells orders that it did not reach that they were not sent", () => {
    const shop = shopRun(orders(3));
    const { desk } = started(shop);
    const ended = endRun(shop.context, desk.run, shop.sheet, { why: "stoppedByUser" }, desk);
    expect(ended.receipt).toMatchObject({ selected: 3, notSent: 3 });
    expect(shop.sheet.shown("status")).toEqual(["Not sent", "Not sent", "Not sent"]);
    expect(readRun(shop.properties.values)?.end).toEqual({ why: "stoppedByUser" });
  });

  test("writes nothing to the record of a run that another execution has taken over", () => {
    const shop = shopRun(orders(2));
    const { desk } = started(shop);
    shop.properties.write({ "bitbybit.owner": `${desk.run.id}.OTHER1` });
    endRun(shop.context, desk.run, shop.sheet, { why: "done" }, desk);
    expect(shop.run().end).toBeNull();
  });

  test("comes, with a receipt of what the journal knows, although the sheet cannot be read any more", () => {
    const shop = shopRun(orders(2));
    const { desk } = started(shop);
    shop.sheet.header = ["Nama"];
    const ended = endRun(shop.context, desk.run, shop.sheet, { why: "columnsGone" }, desk);
    expect([ended.end, ended.receipt.selected]).toEqual([{ why: "columnsGone" }, 2]);
  });

  test("names the user's cells that its own last write hit, since a column moved in that instant", () => {
    const move = { before: (sheet: ScriptedSheet) => sheet.moveToFront("Status") };
    const shop = shopRun(orders(2), { script: [{}, move] });
    const { desk } = started(shop);
    const ended = endRun(shop.context, desk.run, shop.sheet, { why: "done" }, desk);
    expect(ended.end).toMatchObject({ why: "columnsMoved", cells: [{ had: "" }, { had: "" }] });
    expect(shop.sheet.shown("status")[1]).toBe("Not sent");
  });

  test("comes also without a sheet", () => {
    const shop = shopRun(orders(2));
    const { desk } = started(shop);
    const ended = endRun(shop.context, desk.run, null, { why: "sheetGone" }, null);
    expect(ended.receipt).toMatchObject({ selected: 2, notSent: 2 });
  });
});
