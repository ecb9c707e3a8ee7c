import { circumstancesOf } from "../../src/orders/circumstances";
import { disposeOf } from "../../src/orders/dispose";
import type { Disposition } from "../../src/orders/disposition";
import type { KnownAttempt } from "../../src/orders/order-record";
import { formatSendKey, type SendKey } from "../../src/orders/send-key";
import { attempt, evidence, keyedRows, keyOfRows, type OrderRow, ordersOf } from "./order-sheet";

const ayu: OrderRow = { orderRef: "A" };
const budi: OrderRow = { orderRef: "B", firstName: "Budi" };
const key = keyOfRows([ayu]);
const inUse = { environment: "test", keyMark: key.keyMark } as const;

/** What is to become of each order of a sheet, in the sheet's order. */
function decide(
  rows: OrderRow[],
  known: KnownAttempt[] = [],
  apiKey: { environment: "test" | "live"; keyMark: string } = inUse,
): Disposition[] {
  const records = ordersOf(...rows);
  const around = circumstancesOf(records, evidence(...known), apiKey);
  return records.map((record) => disposeOf(record, around));
}
const keyed = (written: OrderRow, parts: Partial<SendKey> = {}) => keyedRows([ayu], written, parts);

describe("an order that was never sent", () => {
  test("is sent under a new key", () => {
    expect(decide([ayu])).toEqual([{ kind: "send", stem: null, attempt: 1 }]);
  });

  test("with problems is not", () => {
    expect(decide([{ ...ayu, quantity: "two" }])).toMatchObject([
      { kind: "invalid", problems: [{ kind: "notWhole" }] },
    ]);
  });

  test.each(["Valid", "Invalid", "Rejected"])("%s with a key keeps its stem", (status) => {
    expect(decide(keyed({ status }))).toEqual([{ kind: "send", stem: key.stem, attempt: 1 }]);
  });

  test("Not sent with a key is another attempt, since one called absent may still arrive", () => {
    expect(decide(keyed({ status: "Not sent" }))).toEqual([{ kind: "send", stem: key.stem, attempt: 2 }]);
    expect(decide(keyed({ status: "Valid" }), [attempt(key, "notSent", "")])).toEqual([
      { kind: "send", stem: key.stem, attempt: 2 },
    ]);
  });

  test("keyed under another API key of the same environment keeps its stem, of the other one it gets a new one", () => {
    expect(decide(keyed({ status: "Valid" }, { keyMark: "0000" }))).toEqual([
      { kind: "send", stem: key.stem, attempt: 2 },
    ]);
    expect(decide(keyed({ status: "Valid" }, { environment: "live" }))).toEqual([
      { kind: "send", stem: null, attempt: 1 },
    ]);
  });

  test("that the log knows as made is held, and the order named", () => {
    expect(decide([ayu], [attempt(key, "created", "ord_1")])).toEqual([
      { kind: "held", hold: { why: "madeBefore", orderId: "ord_1", atMs: 1_000 }, as: "unsent" },
    ]);
  });

  test("that was made with a test key is sent with the live one", () => {
    const live = { environment: "live", keyMark: "LLLL" } as const;
    expect(decide([ayu], [attempt(key, "created", "ord_1")], live)).toMatchObject([{ kind: "send" }]);
  });

  test("with an Order ID and no status is held", () => {
    expect(decide([{ ...ayu, orderId: "ord_9" }])).toMatchObject([{ hold: { why: "idWithoutStatus" } }]);
  });
});

describe("an order that was created", () => {
  test("is left alone", () => {
    expect(decide(keyed({ status: "Created (test)", orderId: "ord_1" }))).toEqual([{ kind: "created" }]);
  });

  test("in test is sent under a live key, and the test order is named", () => {
    const live = { environment: "live", keyMark: "LLLL" } as const;
    const rows = keyed({ status: "Created (test)", orderId: "ord_1" });
    expect(decide(rows, [], live)).toEqual([{ kind: "send", stem: null, attempt: 1, replaces: "ord_1" }]);
  });

  test("live is left alone under a test key", () => {
    const rows = keyed({ status: "Created", orderId: "ord_1" }, { environment: "live" });
    expect(decide(rows)).toEqual([{ kind: "created" }]);
  });

  test("and edited since is held", () => {
    const rows = keyed({ status: "Created (test)", orderId: "ord_1" }).map((row) => ({
      ...row,
      quantity: 9,
    }));
    expect(decide(rows)).toEqual([
      { kind: "held", hold: { why: "edited", orderId: "ord_1" }, as: "created" },
    ]);
  });

  test("and copied below under the same Order ref is held as one to which a row was added", () => {
    const [row = {}] = keyed({ status: "Created (test)", orderId: "ord_1", orderRef: "R-1" });
    expect(decide([row, row])).toEqual([
      { kind: "held", hold: { why: "addedAfter", orderId: "ord_1" }, as: "created" },
    ]);
  });

  test("whose ID was changed by hand is held under its true one", () => {
    const rows = keyed({ status: "Created (test)", orderId: "ord_2" });
    expect(decide(rows, [attempt(key, "created", "ord_1")])).toMatchObject([
      { hold: { why: "idChanged", orderId: "ord_1" }, as: "created" },
    ]);
  });

  test("whose ID is another order's, and of which nothing else is known, is held and names that row", () => {
    const budisKey = keyOfRows([budi], { stem: "0000000B" });
    const shown = { status: "Created (test)", orderId: "ord_b" };
    const rows = [...keyed(shown), ...keyedRows([budi], shown, { stem: "0000000B" })];
    expect(decide(rows, [attempt(budisKey, "created", "ord_b")])).toEqual([
      { kind: "held", hold: { why: "idElsewhere", orderId: "ord_b", idRow: 3 }, as: "created" },
      { kind: "created" },
    ]);
  });

  test("whose ID was deleted gets it back from the log, and without a log is held", () => {
    const rows = keyed({ status: "Created (test)" });
    expect(decide(rows, [attempt(key, "created", "ord_1")])).toMatchObject([{ kind: "known" }]);
    expect(decide(rows)).toMatchObject([{ hold: { why: "idMissing" } }]);
  });

  test("and to which a row was added is held, whole", () => {
    const [row = {}] = keyed({ status: "Created (test)", orderId: "ord_1" });
    expect(decide([row, { ...ayu, variantId: "var_2" }])).toEqual([
      { kind: "held", hold: { why: "addedAfter", orderId: "ord_1" }, as: "created" },
    ]);
  });
});

describe("an order whose answer was lost", () => {
  test.each(["Unconfirmed", "Sending"])("%s is looked up before anything else", (status) => {
    expect(decide(keyed({ status }))).toMatchObject([{ kind: "lookUp", complete: true }]);
  });

  test("stays so when somebody clears its status", () => {
    expect(decide(keyed({ status: "" }))).toMatchObject([{ kind: "lookUp", complete: true }]);
  });

  test("takes what log or slot know", () => {
    expect(decide(keyed({ status: "Sending" }), [attempt(key, "created", "ord_1")])).toMatchObject([
      { kind: "known", attempt: { orderId: "ord_1" } },
    ]);
    expect(decide(keyed({ status: "Sending" }), [attempt(key, "notSent")])).toMatchObject([
      { kind: "send", stem: key.stem },
    ]);
  });

  test("of a later attempt is not sent for what is known of an earlier one", () => {
    const rows = keyed({ status: "Unconfirmed" }, { attempt: 2 });
    expect(decide(rows, [attempt(key, "notSent")])).toMatchObject([{ kind: "lookUp" }]);
  });

  test("says Not sent while the log says it may exist: it is looked up", () => {
    for (const outcome of ["unconfirmed", "pending"] as const) {
      expect(decide(keyed({ status: "Not sent" }), [attempt(key, outcome)])).toMatchObject([
        { kind: "lookUp" },
      ]);
    }
  });

  test("is Created by hand once its Order ID is typed", () => {
    expect(decide(keyed({ status: "Unconfirmed", orderId: "ord_7" }))).toEqual([
      { kind: "byHand", orderId: "ord_7" },
    ]);
  });

  test("edited since is looked up, but not sent again", () => {
    const rows = keyed({ status: "Unconfirmed" }).map((row) => ({ ...row, quantity: 9 }));
    expect(decide(rows)).toMatchObject([{ kind: "lookUp", complete: false }]);
  });

  test("under another API key or environment is held until that one is back", () => {
    const other = { environment: "test", keyMark: "0000" } as const;
    expect(decide(keyed({ status: "Unconfirmed" }), [], other)).toEqual([
      { kind: "held", hold: { why: "otherApiKey", environment: "test" }, as: "unconfirmed" },
    ]);
    const live = { environment: "live", keyMark: key.keyMark } as const;
    expect(decide(keyed({ status: "Unconfirmed" }), [], live)).toMatchObject([
      { hold: { why: "otherApiKey" } },
    ]);
  });

  test("without its key is held, unless its content is known to be made", () => {
    expect(decide([{ ...ayu, status: "Unconfirmed" }])).toMatchObject([{ hold: { why: "keyMissing" } }]);
    expect(decide([{ ...ayu, status: "Unconfirmed" }], [attempt(key, "created", "ord_1")])).toMatchObject([
      { kind: "known" },
    ]);
  });
});

describe("what users do to sheets", () => {
  const [created = {}] = keyed({ status: "Created (test)", orderId: "ord_1" });

  test("a row copied below is held as a copy, its original is not", () => {
    expect(decide([created, { ...created, orderRef: "" }])).toMatchObject([
      { kind: "created" },
      { kind: "held", hold: { why: "copied", homeRow: 2 } },
    ]);
  });

  test("status columns filled down over other orders are held as copies", () => {
    const { status = "", orderId = "", sendKey = "" } = created;
    expect(decide([created, { ...budi, status, orderId, sendKey }])).toMatchObject([
      { kind: "created" },
      { kind: "held", hold: { why: "copied", homeRow: 2 }, as: "created" },
    ]);
  });

  test("status columns sorted apart from their rows hold both orders, and name the rows", () => {
    const { status = "", orderId = "", sendKey = "" } = created;
    expect(decide([ayu, { ...budi, status, orderId, sendKey }])).toMatchObject([
      { kind: "held", hold: { why: "statusElsewhere", keyRow: 3 } },
      { kind: "held", hold: { why: "displaced", homeRow: 2 } },
    ]);
  });

  test("a sheet sorted apart and edited holds what has no sure record of its own", () => {
    const { status = "", orderId = "", sendKey = "" } = created;
    const [, fresh] = decide([
      { ...budi, status, orderId, sendKey },
      { orderRef: "C", firstName: "Citra" },
    ]);
    expect(fresh).toMatchObject({ kind: "held", hold: { why: "sheetDisplaced", keyRow: 2 } });
  });

  test("a key that was typed or cut holds the order", () => {
    for (const sendKey of ["abc", (created.sendKey ?? "").slice(0, -2)]) {
      expect(decide([{ ...ayu, status: "Valid", sendKey }])).toMatchObject([{ hold: { why: "keyDamaged" } }]);
    }
  });

  test("different keys in one order hold it, where one of them may have been sent", () => {
    const rows = keyedRows([ayu, { ...ayu, variantId: "var_2" }], { status: "Unconfirmed" });
    const other = formatSendKey({ ...key, stem: "00000000" });
    expect(decide([rows[0] ?? {}, { ...rows[1], sendKey: other }])).toMatchObject([
      { hold: { why: "mixedKeys" }, as: "unconfirmed" },
    ]);
  });

  test("different keys in an order that was surely never sent do not", () => {
    const rows = keyedRows([ayu, { ...ayu, variantId: "var_2" }], { status: "Valid" });
    expect(decide([rows[0] ?? {}, { ...rows[1], sendKey: "" }])).toMatchObject([
      { kind: "send", stem: null },
    ]);
  });

  test("an unsent order that was edited is sent as it now is, under its old stem", () => {
    const rows = keyed({ status: "Invalid" }).map((row) => ({ ...row, quantity: 9 }));
    expect(decide(rows)).toEqual([{ kind: "send", stem: key.stem, attempt: 1 }]);
  });
});
