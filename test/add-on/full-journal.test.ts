import { fillJournal } from "../../local/simulation/full-journal";
import { RandomSource } from "../../local/simulation/random-source";
import { AddOn, type Row } from "./add-on";

const orders = 650;

/** A sheet in a document in which thousands of orders were made before; `onBatch` is called before each batch leaves. */
function inUseForLong(onBatch: (addOn: AddOn) => void): AddOn {
  const addOn: AddOn = new AddOn({
    rows: Array.from({ length: orders }, (_, index): Row => ({ "Order ref": `R-${index + 1}` })),
    api: { limit: 1_000_000 },
    runtime: {
      beforeCall: ({ method }) => {
        if (method === "fetchAll") onBatch(addOn);
      },
    },
  });
  fillJournal(addOn, new RandomSource(7));
  return addOn;
}

test("a run in a document with thousands of orders reaches its end, also if each batch loses an answer and the log is protected", () => {
  const addOn = inUseForLong((one) => one.breakNext(...Array.from({ length: 40 }, () => null), "502-after"));
  addOn.user.select(["A2"]);
  addOn.create();
  const log = addOn.spreadsheet.sheets.find(({ name }) => name === "bitbybit log");
  if (!log) throw new Error("there is no log");
  log.properties.protections = [{ box: { row: 1, column: 1, rows: 2_000, columns: 30 }, description: "" }];
  addOn.user.select([`A2:A${orders + 1}`]);
  expect(addOn.create()).toBe("650 orders: 642 created, 7 unconfirmed and 1 already created.");
  addOn.clock.sleep(70_000);
  expect(addOn.create()).toBe("650 orders: 7 created and 643 already created.");
});
