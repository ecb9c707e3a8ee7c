import { scanOrders, searchByNames } from "../../src/run/look-up";
import { createPacer } from "../../src/run/pacer";
import { answerOf, limitHeaders } from "../bitbybit/answer";
import { sendKeyOf } from "../orders/send-keys";
import { executionOf, type TestExecution } from "./execution";
import { type ListedRow, listing } from "./shop";

const key = sendKeyOf();
const others = (count: number, status = "active"): ListedRow[] =>
  Array.from({ length: count }, (_, index) => ({ id: `${status}${index}`, status }));

function scan({ execution }: TestExecution) {
  return scanOrders(execution, createPacer(execution.ports.cache, execution.ports.clock, "k"));
}

describe("a full look through the shop's orders", () => {
  test("sees every page of every status", () => {
    const orders = [...others(250), ...others(101, "archived"), { id: "x", status: "refunded", key }];
    const setUp = executionOf(listing(() => orders));
    const sighting = scan(setUp);
    expect(sighting.doubt).toBeNull();
    expect(sighting.byStem.get(key.stem)?.map((order) => order.id)).toEqual(["x"]);
    expect(sighting.byFingerprint.get(key.fingerprint)?.map((order) => order.id)).toEqual(["x"]);
  });

  test("of a list that changes while it is read is done again, three times at most", () => {
    const orders = others(150);
    let asked = 0;
    const answer = listing(() => orders);
    const restless = executionOf((request) => {
      asked += 1;
      orders.push({ id: `new${asked}`, status: "active" });
      return answer(request);
    });
    expect(scan(restless).doubt).toBe("changing");
    const once = executionOf((request) => {
      if (request.url.includes("page=2") && orders.length < 1_000 && asked > 0) {
        asked = 0;
        orders.push({ id: "late", status: "active" });
      }
      return answer(request);
    });
    expect(scan(once).doubt).toBeNull();
  });

  test("of a list that leaves an order out, or shows one twice, proves nothing", () => {
    const short = executionOf(({ url }) =>
      answerOf(200, { data: [], meta: { total: url.includes("active") ? 1 : 0 } }),
    );
    expect(scan(short).doubt).toBe("changing");
    const twice = executionOf(({ url }) => {
      const data = url.includes("active") ? [{ id: "a" }, { id: "a" }] : [];
      return answerOf(200, { data, meta: { total: data.length } });
    });
    expect(scan(twice).doubt).toBe("changing");
  });

  test.each([
    [403, "scope"],
    [401, "refused"],
    [404, "refused"],
    [429, "rateLimit"],
    [500, "unreadable"],
    [200, "unreadable"],
  ] as const)("that is answered %i proves nothing: %s", (status, doubt) => {
    expect(scan(executionOf(() => answerOf(status, "<html>"))).doubt).toBe(doubt);
  });

  test("whose wave threw proves nothing", () => {
    expect(scan(executionOf(() => null)).doubt).toBe("unreadable");
  });

  test("finds an order though a later page could not be read", () => {
    const answer = listing(() => [{ id: "x", status: "active", key }, ...others(150)]);
    const setUp = executionOf((request) =>
      request.url.includes("page=2") ? answerOf(500) : answer(request),
    );
    const sighting = scan(setUp);
    expect(sighting.doubt).toBe("unreadable");
    expect(sighting.byStem.has(key.stem)).toBe(true);
  });

  test("of more orders than one execution can read says so after the first pages", () => {
    const setUp = executionOf(() => answerOf(200, { data: [], meta: { total: 1_000_000 } }));
    expect(scan(setUp).doubt).toBe("tooMany");
    expect(setUp.requests).toHaveLength(4);
  });

  test("keeps within the rate limit, and gives up before its execution ends", () => {
    const slow = executionOf((request) => {
      const { body } = listing(() => others(900))(request);
      return { status: 200, body, headers: limitHeaders(4, 0, 100) };
    });
    expect(scan(slow).doubt).toBe("time");
    expect(slow.clock.nowMs() - slow.execution.startedAtMs).toBeLessThanOrEqual(240_000);
  });
});

describe("a search by customers' names", () => {
  test("may find an order, and proves no absence", () => {
    const setUp = executionOf(listing(() => [{ id: "x", status: "active", key }]));
    const pacer = createPacer(setUp.execution.ports.cache, setUp.clock, "k");
    const sighting = searchByNames(setUp.execution, pacer, ["Ayu Lestari"]);
    expect(sighting.byStem.get(key.stem)?.[0]?.id).toBe("x");
    expect(sighting.doubt).toBe("tooMany");
    expect(setUp.requests.map(({ url }) => url)).toEqual([
      "https://api.example/v1/orders?search=Ayu%20Lestari&limit=100",
    ]);
  });
});
