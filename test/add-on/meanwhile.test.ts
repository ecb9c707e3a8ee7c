import * as z from "zod/mini";
import type { ServiceCall } from "../../local/runtime/local-runtime";
import { selectionOf } from "../../local/runtime/model/user-acts";
import { AddOn, headers, type Row, statusHeaders } from "./add-on";

const names = ["Dewi", "Ayu", "Citra", "Budi", "Eka", "Fajar", "Gita", "Hadi"];
const rows = names.map((name): Row => ({ "Order ref": `R-${name}`, "First name": name }));

/** Does something while a batch is on its way; the batches count from 1. */
function whileSending(batch: number, act: (addOn: AddOn) => void): AddOn {
  let batches = 0;
  const beforeCall = ({ method }: ServiceCall) => {
    if (method === "fetchAll" && ++batches === batch) act(addOn);
  };
  const addOn: AddOn = new AddOn({ rows, runtime: { beforeCall } });
  return addOn;
}

function created(): AddOn {
  const addOn = new AddOn({ rows });
  addOn.create();
  return addOn;
}

/** All cells below the header, in the columns from `first` on. */
function below(addOn: AddOn, first = 1) {
  const { maxColumns } = addOn.sheet;
  return { row: 2, column: first, rows: addOn.sheet.lastRow() - 1, columns: maxColumns - first + 1 };
}

const statusBox = (addOn: AddOn) => ({
  ...below(addOn, addOn.column("Status")),
  columns: statusHeaders.length,
});

/** Every ID stands beside the row whose order it is; each order was made once. */
function expectInPlace(addOn: AddOn, orders = rows.length): void {
  const nameOf = new Map(addOn.made().map((order) => [order.id, order.shippingAddress.firstName]));
  expect(nameOf.size).toBe(orders);
  addOn.cells("Order ID").forEach((id, index) => {
    if (id !== "") expect(nameOf.get(id)).toBe(addOn.cell(index + 2, "First name"));
  });
}

const isReview = (message: string) => message.startsWith("Needs your decision: ");

describe("rows that are moved while a run is at work", () => {
  test.each<[string, (addOn: AddOn) => void]>([
    ["sorted", (addOn) => addOn.user.sort(addOn.sheet, below(addOn), addOn.column("First name"))],
    ["pushed down by a new row", (addOn) => addOn.user.insertRows(addOn.sheet, 2, 1)],
    [
      "cut and pasted below",
      (addOn) => {
        const box = { ...below(addOn), row: 4, rows: 1 };
        addOn.user.paste(addOn.user.cut(addOn.sheet, box), addOn.sheet, 12, 1);
      },
    ],
  ])("%s: the results follow the send keys", (_, move) => {
    const addOn = whileSending(2, move);
    expect(addOn.create()).toBe("8 orders: 8 created.");
    expectInPlace(addOn);
    expect(addOn.cells("Order ID").filter((id) => id !== "")).toHaveLength(8);
  });

  test("deleted: the order is counted as created, and the log has it", () => {
    const addOn = whileSending(2, (one) => one.user.deleteRows(one.sheet, 4, 1));
    expect(addOn.create()).toBe("8 orders: 8 created.");
    expect(addOn.made()).toHaveLength(8);
    expect(addOn.cells("Order ID").filter((id) => id !== "")).toHaveLength(7);
    const log = addOn.spreadsheet.sheetByName("bitbybit log");
    const logged = Array.from({ length: 8 }, (_, index) => log?.cell(index + 2, 3).value);
    expect([...logged].sort()).toEqual(addOn.madeIds());
  });

  test("deleted before they were sent: they are not sent, and counted so", () => {
    const addOn = whileSending(1, (one) => one.user.deleteRows(one.sheet, 9, 1));
    expect(addOn.create()).toBe("8 orders: 7 created and 1 not sent.");
    expect(addOn.made()).toHaveLength(7);
    expectInPlace(addOn, 7);
  });
});

describe("rows that are edited while a run is at work", () => {
  test("and still wait: they are checked again, and sent as they are now", () => {
    const addOn = whileSending(1, (one) => one.type(9, "Quantity", "7"));
    addOn.create();
    addOn.create();
    expectInPlace(addOn);
    const order = addOn.made().find(({ shippingAddress }) => shippingAddress.firstName === "Hadi");
    expect(order?.lineItems.map(({ quantity }) => quantity)).toEqual([7]);
  });

  test("and still wait, and cannot be sent any more: they are Invalid, and say why", () => {
    const addOn = whileSending(1, (one) => one.type(9, "Quantity", "seven"));
    expect(addOn.create()).toBe("8 orders: 7 created and 1 with problems.");
    expect(addOn.cell(9, "Message")).toContain('"seven" is not a whole number');
    expectInPlace(addOn, 7);
  });

  test("and are in flight: Created, and the Message says that bitbybit has what stood there before", () => {
    const addOn = whileSending(2, (one) => one.type(4, "Quantity", "7"));
    expect(addOn.create()).toBe("8 orders: 8 created.");
    expect(addOn.cell(4, "Status")).toBe("Created (test)");
    expect(addOn.cell(4, "Message")).toContain("bitbybit has what stood here before");
    expectInPlace(addOn);
    const order = addOn.made().find(({ shippingAddress }) => shippingAddress.firstName === "Citra");
    expect(order?.lineItems.map(({ quantity }) => quantity)).toEqual([1]);
  });
});

describe("an undo", () => {
  test("of the add-on's last write: the next click shows again what the journal knows", () => {
    const addOn = created();
    addOn.user.undoScriptWrite();
    addOn.create();
    expectInPlace(addOn);
    expect(addOn.cells("Status")).toEqual(Array(8).fill("Created (test)"));
  });

  test("of everything that the add-on wrote: the content is recognised, and nothing is sent in silence", () => {
    const addOn = created();
    while (addOn.user.undoScriptWrite());
    addOn.create();
    expectInPlace(addOn);
    for (const rowNumber of [2, 5, 9]) expect(isReview(addOn.cell(rowNumber, "Message"))).toBe(true);
  });
});

describe("a restored version", () => {
  test("from before the run: the content is recognised, and nothing is sent in silence", () => {
    const addOn = new AddOn({ rows });
    addOn.click("Set up this sheet");
    const version = addOn.user.saveVersion();
    addOn.create();
    addOn.user.restoreVersion(version);
    expect(addOn.create()).toBe("8 orders: 8 with problems.");
    expect(addOn.cells("Message").every(isReview)).toBe(true);
    expect(addOn.made()).toHaveLength(8);
  });

  test("from the midst of the run: the send keys say again what became of their orders", () => {
    let version: ReturnType<AddOn["user"]["saveVersion"]> | null = null;
    const addOn = whileSending(2, (one) => {
      version = one.user.saveVersion();
    });
    addOn.create();
    if (version) addOn.user.restoreVersion(version);
    expect(addOn.cells("Status")).toContain("Sending");
    expect(addOn.create()).toBe("8 orders: 8 already created.");
    expect(addOn.cells("Status")).toEqual(Array(8).fill("Created (test)"));
    expectInPlace(addOn);
  });
});

describe("cells that are cleared", () => {
  test.each(["Status", "Order ID", "Order number"])("%s: shown again, by the send key", (header) => {
    const addOn = created();
    const before = addOn.cells(header);
    addOn.user.clear(addOn.sheet, { ...below(addOn), column: addOn.column(header), columns: 1 });
    addOn.create();
    expect(addOn.made()).toHaveLength(8);
    expect(addOn.cells(header)).toEqual(before);
  });

  test("the send key alone: Created with its own ID stays created", () => {
    const addOn = created();
    addOn.user.clear(addOn.sheet, { ...below(addOn), column: addOn.column("Send key"), columns: 1 });
    expect(addOn.create()).toBe("8 orders: 8 already created.");
    expect(addOn.made()).toHaveLength(8);
  });

  test("the data of a row that was created: the row is empty, and its order is left alone", () => {
    const addOn = created();
    addOn.user.clear(addOn.sheet, { ...below(addOn), row: 3, rows: 1, columns: headers.length });
    addOn.create();
    expect(addOn.made()).toHaveLength(8);
  });
});

describe("rows that are copied with their send keys", () => {
  test("within the sheet: the key is at home in one, the other needs review and keeps nobody waiting", () => {
    const addOn = created();
    addOn.user.paste(addOn.user.copy(addOn.sheet, { ...below(addOn), rows: 1 }), addOn.sheet, 10, 1);
    addOn.type(10, "Order ref", "R-copy");
    addOn.user.select(["A2:A10"]);
    addOn.create();
    expect(addOn.made()).toHaveLength(8);
    expect(isReview(addOn.cell(10, "Message"))).toBe(true);
    expect(addOn.cells("Message").slice(0, 8)).toEqual(Array(8).fill(""));
  });

  test("as a whole tab: of the two the one that was sent has precedence, and the copy sends nothing", () => {
    const addOn = created();
    const copy = addOn.user.copySheet(addOn.sheet, "Orders (copy)");
    addOn.user.select(selectionOf({ row: 2, column: 1, rows: 8, columns: 1 }));
    expect(addOn.create()).toBe("8 orders: 8 with problems.");
    expect(addOn.made()).toHaveLength(8);
    const message = addOn.column("Message");
    expect(copy.cell(2, message).value).toContain("copy of another sheet's");
    addOn.user.openSheet(addOn.sheet);
    addOn.user.select(["A2:A9"]);
    expect(addOn.create()).toBe("8 orders: 8 already created.");
    expect(addOn.cells("Message")).toEqual(Array(8).fill(""));
  });

  test("as a tab whose original was deleted: the copy is the order sheet now", () => {
    const addOn = created();
    addOn.user.copySheet(addOn.sheet, "Orders (copy)");
    addOn.user.deleteSheet(addOn.sheet);
    addOn.user.select(selectionOf({ row: 2, column: 1, rows: 8, columns: 1 }));
    expect(addOn.create()).toBe("8 orders: 8 already created.");
    expect(addOn.made()).toHaveLength(8);
  });

  test("to another file, whose records know nothing: what says Created is skipped, the rest is looked up first", () => {
    const addOn = new AddOn({ rows });
    addOn.breakNext(null, null, null, "502-after");
    addOn.create();
    addOn.properties.clear();
    addOn.create();
    expect(addOn.made()).toHaveLength(8);
    addOn.clock.sleep(13 * 60_000);
    addOn.create();
    expect(addOn.cells("Status")).toEqual(Array(8).fill("Created (test)"));
    expectInPlace(addOn);
  });
});

describe("status columns that are sorted apart from the rows", () => {
  test("keys stand beside other content: every row that moved needs review, and nothing is sent", () => {
    const addOn = created();
    addOn.user.sort(addOn.sheet, statusBox(addOn), addOn.column("Order ID"), false);
    addOn.addRow({ "Order ref": "R-new", "First name": "Indah" });
    addOn.user.select(["A2:A9"]);
    addOn.create();
    expect(addOn.made()).toHaveLength(8);
    expect(addOn.cells("Message").filter(isReview).length).toBeGreaterThanOrEqual(6);
  });

  test("put right again: all is as it was", () => {
    const addOn = created();
    addOn.user.sort(addOn.sheet, statusBox(addOn), addOn.column("Order ID"), false);
    addOn.create();
    addOn.user.sort(addOn.sheet, statusBox(addOn), addOn.column("Order number"));
    expect(addOn.create()).toBe("8 orders: 8 already created.");
    expectInPlace(addOn);
    expect(addOn.made()).toHaveLength(8);
  });

  test("while a run is at work: nothing is sent twice, and the IDs come back to their rows", () => {
    const addOn = whileSending(2, (one) => one.user.sort(one.sheet, statusBox(one), one.column("Send key")));
    addOn.create();
    addOn.clock.sleep(13 * 60_000);
    addOn.create();
    const made = addOn.made().map(({ shippingAddress }) => shippingAddress.firstName);
    expect(new Set(made).size).toBe(made.length);
    expectInPlace(addOn, made.length);
  });
});

test("a sheet that is deleted while a run is at work ends the run, and the log has what was made", () => {
  const addOn = whileSending(2, (one) => {
    one.user.insertSheet("Other");
    one.user.deleteSheet(one.sheet);
  });
  expect(addOn.create()).toContain("is not there any more");
  addOn.clock.sleep(11 * 60_000);
  addOn.create();
  const log = addOn.spreadsheet.sheetByName("bitbybit log");
  const logged = Array.from({ length: 8 }, (_, index) => log?.cell(index + 2, 3).value);
  expect([...logged].sort()).toEqual(addOn.madeIds());
  expect(addOn.made()).toHaveLength(8);
});

test("cells that were hit as a column moved are told again before the next run, until they show what they had", () => {
  let flushes = 0;
  let hasMoved = false;
  const beforeCall = ({ method }: ServiceCall) => {
    if (hasMoved || method !== "flush" || ++flushes !== 6) return;
    hasMoved = true;
    addOn.user.moveColumns(addOn.sheet, addOn.column("City"), 1, addOn.column("Status") + 1);
  };
  const addOn: AddOn = new AddOn({ rows, runtime: { beforeCall } });
  const said = addOn.create();
  const [, cell = "", row = ""] = /\b([A-Z]+(\d+)) \(had "Bandung"\)/.exec(said) ?? [];
  expect([hasMoved, cell]).toEqual([true, expect.stringMatching(/^[A-Z]+\d+$/)]);
  addOn.user.select([`A2:A${addOn.addRow({ "First name": "Indah" })}`]);
  const question = () =>
    z.object({ plan: z.object({ question: z.string() }) }).parse(addOn.call("planRun", ["create"]));
  expect(question().plan.question).toContain(
    `these cells got texts that belong elsewhere: ${cell} (had "Bandung")`,
  );
  for (let number = 2; number <= addOn.sheet.lastRow(); number += 1) addOn.type(number, "City", "Bandung");
  expect(Number(row)).toBeGreaterThan(1);
  expect(question().plan.question).not.toContain("belong elsewhere");
});
