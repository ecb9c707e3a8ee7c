import { reconcile } from "../../src/reconcile/reconcile";
import { keyedRows, keyOfRows, type OrderRow, readingOf } from "../orders/order-sheet";
import { executionOf } from "./execution";
import { quietWatch } from "./quiet-watch";
import { listing, type ShopOrder } from "./shop";

const ayu: OrderRow = { orderRef: "A" };
const inUse = executionOf(() => null).context.apiKeyHash;
const witness: ShopOrder = {
  id: "ord_w",
  key: keyOfRows([ayu], { apiKeyHash: inUse, requestId: "0000000W" }),
};

describe("many orders of which nothing is known, as in a copy of a file", () => {
  const keys = Array.from({ length: 250 }, (_, index) =>
    keyOfRows([ayu], { apiKeyHash: inUse, requestId: String(index).padStart(8, "0") }),
  );
  const reading = readingOf(keyedRows([ayu], { status: "Valid" }, { apiKeyHash: inUse }));
  const [record] = reading.orders;

  /** How many of them have an entry after a look-up. */
  function adopted(adoptUntilBytes: number): number {
    const { context } = executionOf(
      listing(() => [witness]),
      { options: { adoptUntilBytes } },
    );
    if (!record) throw new Error("the sheet has no order");
    reconcile(
      context,
      reading,
      keys.map((one) => ({ key: one, record })),
      quietWatch(context),
    );
    return [...context.journal.read().journal.all()].length;
  }

  test("are written down as many as there is room for, a hundred at the least", () => {
    expect([adopted(300_000), adopted(48_000), adopted(0)]).toEqual([250, 150, 100]);
  });
});
