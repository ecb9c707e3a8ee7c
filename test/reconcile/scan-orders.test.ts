import { orderStatuses } from "../../src/bitbybit/requests";
import { scanOrders } from "../../src/reconcile/scan-orders";
import { answerOf, limitHeaders } from "../bitbybit/answer";
import { sendKeyOf } from "../orders/send-keys";
import { type Answer, executionOf } from "./execution";
import { quietWatch } from "./quiet-watch";
import { listing, type ShopOrder } from "./shop";

const key = sendKeyOf();
const many = (count: number): ShopOrder[] =>
  Array.from({ length: count }, (_, index) => ({ id: `ord_${index}` }));

function scan(answer: Answer) {
  const execution = executionOf(answer);
  return { ...execution, scan: scanOrders(execution.context, quietWatch(execution.context)) };
}

describe("a scan of the shop", () => {
  test("reads every page of every status, and the first pages once more", () => {
    const shop: ShopOrder[] = [...many(250), { id: "ord_c", status: "cancelled", key }];
    const { scan: found, requests } = scan(listing(() => shop));
    expect([found.inconclusive, found.orderIds.size]).toEqual([null, 251]);
    expect(found.byRequestId.get(key.requestId)?.map(({ id }) => id)).toEqual(["ord_c"]);
    expect(requests).toHaveLength(2 * orderStatuses.length + 2);
  });

  test("is read again while the list changes, three times at most", () => {
    let asked = 0;
    const growing = scan((request) => {
      asked += 1;
      return listing(() => many(1 + Math.floor(asked / 3)))(request);
    });
    expect(growing.scan.inconclusive).toBe("totalsChanged");
    expect(growing.requests).toHaveLength(3 * 2 * orderStatuses.length);
    asked = 0;
    const once = scan((request) => {
      asked += 1;
      return listing(() => many(asked <= orderStatuses.length ? 1 : 2))(request);
    });
    expect([once.scan.inconclusive, once.scan.orderIds.size]).toEqual([null, 2]);
  });

  test("waits for the rate limit, and takes no more than it allows", () => {
    let left = 3;
    const {
      scan: found,
      clock,
      context,
    } = scan((request, at) => {
      if (at.nowMs() >= 1_000_000_000 + 30_000) left = 100;
      left -= 1;
      const { body } = listing(() => many(2))(request);
      return answerOf(200, body, limitHeaders(100, Math.max(0, left), 30));
    });
    expect(found.inconclusive).toBeNull();
    expect(clock.nowMs() - context.startedAtMs).toBe(30_000);
  });

  test("asks for nothing more once a page cannot be had", () => {
    const { scan: found, requests } = scan(() => answerOf(500));
    expect(found.inconclusive).toBe("unreadable");
    expect(requests.length).toBeLessThanOrEqual(orderStatuses.length);
  });

  test("gives up when an execution's time would not do, and does not wait for it", () => {
    const { scan: found, clock, context } = scan(() => answerOf(429, "", { "retry-after": "600" }));
    expect(found.inconclusive).not.toBeNull();
    expect(clock.nowMs()).toBe(context.startedAtMs);
  });

  test("of a shop with more orders than an execution can read begins with none of their pages", () => {
    const { scan: found, requests } = scan(() => answerOf(200, { data: [], meta: { total: 60_000 } }));
    expect([found.inconclusive, requests.length]).toEqual(["tooLong", orderStatuses.length]);
  });
});
