import type { Inconclusive } from "../../src/bitbybit/scan";
import { requestKey, worthOf } from "../../src/journal/journal";
import { newBatch } from "../../src/journal/journal-store";
import { unresolvedBy } from "../../src/ports/words";
import { countTypedIds, takeTypedIds } from "../../src/reconcile/typed-ids";
import { created } from "../journal/entries";
import { keyedRows, keyOfRows, type OrderRow, readingOf } from "../orders/order-sheet";
import { executionOf } from "./execution";

const ayu: OrderRow = { orderRef: "A" };
const pair: OrderRow[] = [ayu, { ...ayu, variantId: "var_2" }];

interface About {
  orderIds?: string[];
  inconclusive?: Inconclusive | null;
  /** Order IDs that the journal knows as another request's. */
  taken?: string[];
}

/** What becomes of the ID that stands beside the first order of a sheet. */
function take(rows: readonly OrderRow[], key = keyOfRows([ayu]), about: About = {}) {
  const { orderIds = [], inconclusive = null, taken = [] } = about;
  const { context } = executionOf(() => null);
  const others = taken.map((_, index) => ({
    key: { ...key, requestId: `0000000${index}` },
    refHash: "",
    sheetId: 7,
  }));
  const batch = newBatch("x-1", "A9C3", 1_000, [{ key, refHash: "", sheetId: 7 }, ...others]);
  context.journal.write(context.journal.read(), batch);
  context.journal.close(batch, [
    { kind: "answered", outcome: { kind: "unconfirmed", reason: "transport" } },
    ...taken.map(
      (orderId) => ({ kind: "answered", outcome: { kind: "created", orderId, orderNumber: "" } }) as const,
    ),
  ]);
  const reading = readingOf(rows);
  const [record] = reading.orders;
  if (!record) throw new Error("the sheet has no order");
  const doubt = unresolvedBy("noWitness");
  const unresolved = new Map([[requestKey(key), doubt]]);
  const targets = [{ key, record }];
  const refused = takeTypedIds(context, reading, targets, {
    unresolved,
    scan: { orderIds: new Set(orderIds), inconclusive },
  });
  const state = worthOf(context.journal.read().journal.request(key))?.state;
  return { state, isRefused: refused.has(requestKey(key)), counted: countTypedIds(reading, targets) };
}

const typed = (orderId: string, written: OrderRow = {}) =>
  keyedRows([ayu], { status: "Unconfirmed", orderId, ...written });

describe("an Order ID that a person typed beside an unconfirmed order", () => {
  test("is taken once the shop's list has it", () => {
    const { state, isRefused, counted } = take(typed("ord_9"), undefined, { orderIds: ["ord_9"] });
    expect([state, isRefused, counted]).toEqual([created("ord_9", { by: "typed" }), false, 1]);
  });

  test.each(["scope", "refused"] as const)(
    "is taken unverified when the API key may not list orders: %s",
    (inconclusive) => {
      expect(take(typed("ord_9"), undefined, { inconclusive }).state).toEqual(
        created("ord_9", { by: "unverified" }),
      );
    },
  );

  test("is refused when the whole list lacks it", () => {
    expect(take(typed("ord_9"))).toMatchObject({ state: { kind: "unconfirmed" }, isRefused: true });
  });

  test("is neither taken nor refused while the list is not known", () => {
    const { state, isRefused } = take(typed("ord_9"), undefined, { inconclusive: "rateLimit" });
    expect([state?.kind, isRefused]).toEqual(["unconfirmed", false]);
  });

  test("is not taken when it is another order's, by the journal or by another row", () => {
    const about = { orderIds: ["ord_9"], taken: ["ord_9"] };
    expect(take(typed("ord_9"), undefined, about).state?.kind).toBe("unconfirmed");
    const rows = [...typed("ord_9"), { orderRef: "B", orderId: "ord_9" }];
    expect(take(rows, undefined, { orderIds: ["ord_9"] })).toMatchObject({
      state: { kind: "unconfirmed" },
      counted: 0,
    });
  });

  test("has to stand in every row of the order", () => {
    const rows = keyedRows(pair, { status: "Unconfirmed", orderId: "ord_9" });
    const about = { orderIds: ["ord_9"] };
    expect(take(rows, keyOfRows(pair), about).state).toEqual(created("ord_9", { by: "typed" }));
    const [one = {}, two = {}] = rows;
    for (const other of [
      { ...two, orderId: "" },
      { ...two, orderId: "ord_8" },
    ])
      expect(take([one, other], keyOfRows(pair), about).state?.kind).toBe("unconfirmed");
  });

  test.each(["", "Created (test)", "Not sent"])("counts only beside Unconfirmed, not beside %j", (status) => {
    expect(take(typed("ord_9", { status }), undefined, { orderIds: ["ord_9"] }).counted).toBe(0);
  });

  test("that is far longer than any ID is not taken: nothing else could be kept beside it", () => {
    const { state, counted } = take(typed("x".repeat(40_000)), undefined, { inconclusive: "scope" });
    expect([state?.kind, counted]).toEqual(["unconfirmed", 0]);
  });
});
