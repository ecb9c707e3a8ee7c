import { contract } from "../../../local/api/contract";
import {
  absurdTotal,
  formulaMessage,
  formulaNumber,
  longIdLength,
  markupNumber,
} from "../../../local/api/fault-answers";
import type { FaultKind } from "../../../local/api/faults";
import { answered, get, json, liveKey, orderInput, post, StillClock, standInWith, testKey } from "./set-up";

/** What a POST under one fault ends with, and how many orders there are afterwards. */
function under(fault: FaultKind, request = post()) {
  const standIn = standInWith({ faults: { next: [fault] } });
  const exchange = standIn.exchange(request);
  return { exchange, made: standIn.shop("test").orderCount, standIn };
}

describe("a fault before the order is made", () => {
  test.each([
    ["502-before", 502],
    ["503-before", 503],
    ["redirect", 302],
    ["429", 429],
    ["429-retry-after", 429],
    ["429-absurd-reset", 429],
    ["key-echo", 400],
    ["formula-message", 400],
  ] as const)("%s answers %i, and nothing was made", (fault, status) => {
    const { exchange, made } = under(fault);
    expect([answered(exchange).status, made]).toEqual([status, 0]);
  });

  test("a reset leaves no answer, and nothing was made", () => {
    const { exchange, made } = under("reset-before");
    expect([exchange.kind, made]).toEqual(["reset", 0]);
  });

  test("uses up none of the allowance", () => {
    const { standIn } = under("502-before");
    expect(standIn.allowances()[0]).toMatchObject({ limit: 100, remaining: 100 });
  });
});

describe("a fault after the order is made", () => {
  test.each([
    ["502-after", 502],
    ["503-after", 503],
    ["garbage", 201],
    ["empty", 201],
    ["no-id", 201],
    ["no-echo", 201],
    ["slow", 201],
    ["formula-number", 201],
    ["markup-number", 201],
    ["replayed", 201],
    ["others-order", 201],
    ["swapped", 201],
    ["same-id", 201],
    ["long-id", 201],
    ["absurd-total", 201],
  ] as const)("%s answers %i, and the order was made", (fault, status) => {
    const { exchange, made } = under(fault);
    expect([answered(exchange).status, made]).toEqual([status, 1]);
  });

  test("a reset leaves no answer, and the order was made", () => {
    const { exchange, made } = under("reset-after");
    expect([exchange.kind, made]).toEqual(["reset", 1]);
  });

  test("the answer is what the fault says of it", () => {
    expect(answered(under("502-after").exchange).body).toContain("<h1>502 Bad Gateway</h1>");
    expect(() => json(answered(under("garbage").exchange))).toThrow(SyntaxError);
    expect(answered(under("empty").exchange).body).toBe("");
    const withoutId = json(answered(under("no-id").exchange)).data;
    expect([withoutId.id, withoutId.orderNumber]).toEqual([undefined, "#1001"]);
    const withoutEcho = json(answered(under("no-echo", post(orderInput({ notes: "n" }))).exchange)).data;
    expect(["notes" in withoutEcho, "tags" in withoutEcho, "id" in withoutEcho]).toEqual([
      false,
      false,
      true,
    ]);
  });

  test("a refused order is never made to look like one that was made", () => {
    const faults = ["garbage", "empty", "no-id", "replayed", "others-order", "swapped", "same-id"] as const;
    for (const fault of faults) {
      expect(answered(under(fault, post("{}")).exchange).status).toBe(400);
    }
  });
});

describe("answers that lie", () => {
  /** The orders of some requests under these faults, as they were made and as they were answered. */
  function lies(faults: (FaultKind | null)[], standIn = standInWith({ faults: { next: faults } })) {
    const answers = faults.map((_, index) =>
      answered(standIn.exchange(post(orderInput({ notes: `n${index}` })))),
    );
    return { answers: answers.map((answer) => json(answer).data), made: standIn.shop("test").allOrders() };
  }

  test("replayed gives the 201 before it once more", () => {
    const { answers, made } = lies([null, "replayed", null, "replayed"]);
    expect(answers.map(({ id }) => id)).toEqual([0, 0, 2, 2].map((index) => made[index]?.id));
    expect(answers[1]).toEqual(answers[0]);
  });

  test("replayed never gives an order of the other environment, and the own one if there is none before", () => {
    const standIn = standInWith({ faults: { next: [null, "replayed"] } });
    standIn.exchange(post(orderInput(), liveKey));
    expect(json(answered(standIn.exchange(post()))).data.id).toBe(standIn.shop("test").allOrders()[0]?.id);
  });

  test("others-order tells of the first order of the shop", () => {
    const { answers, made } = lies([null, null, "others-order"]);
    expect(answers[2]).toEqual(made[0]);
  });

  test("same-id gives every order the first one's ID, and nothing else is changed", () => {
    const { answers, made } = lies(["same-id", "same-id"]);
    expect(answers).toEqual(made.map((order) => ({ ...order, id: made[0]?.id })));
  });

  test("long-id makes the order with it, in the answer as in the listing", () => {
    const standIn = standInWith({ faults: { next: ["long-id"] } });
    const { answers, made } = lies(["long-id"], standIn);
    expect([answers[0].id.length, made[0]?.id]).toEqual([longIdLength, answers[0].id]);
    expect(json(answered(standIn.exchange(get("/orders")))).data[0].id).toBe(answers[0].id);
  });

  test("swapped marks the answer for whoever carries it", () => {
    expect(under("swapped").exchange).toMatchObject({ kind: "answer", swaps: true });
    expect(under("swapped", post("{}")).exchange).not.toHaveProperty("swaps");
  });

  test("an absurd total is in the list and nowhere else", () => {
    const standIn = standInWith({ faults: { chances: { "absurd-total": 1 } } });
    standIn.exchange(post());
    const page = json(answered(standIn.exchange(get("/orders"))));
    expect([page.meta.total, page.meta.limit, page.data.length]).toEqual([absurdTotal, 20, 1]);
  });

  test("a 429 can come without any header, with Retry-After alone, or with an absurd reset", () => {
    const headersUnder = (fault: FaultKind) => {
      const { "Content-Type": _, ...headers } = answered(under(fault).exchange).headers;
      return headers;
    };
    expect(headersUnder("429")).toEqual({});
    expect(headersUnder("429-retry-after")).toEqual({ "Retry-After": "30" });
    expect(headersUnder("429-absurd-reset")).toEqual({
      "RateLimit-Limit": "100",
      "RateLimit-Remaining": "0",
      "RateLimit-Reset": "999999999",
    });
  });

  test("a message can repeat the API key", () => {
    expect(json(answered(under("key-echo").exchange)).error.message).toContain(testKey);
  });

  test("a shop can cut notes and join their lines, from when it is told to, a reset included", () => {
    const standIn = standInWith();
    standIn.notes = { maxLength: 8, joinLines: true };
    standIn.reset();
    const make = (notes: string) => json(answered(standIn.exchange(post(orderInput({ notes }))))).data.notes;
    expect([make("one\ntwo\r\nthree"), make("n")]).toEqual(["one two ", "n"]);
    standIn.notes = { maxLength: null, joinLines: false };
    expect(make("one\ntwo")).toBe("one\ntwo");
    const listed = json(answered(standIn.exchange(get("/orders")))).data;
    expect(listed.map(({ notes }: { notes: string }) => notes)).toEqual(["one\ntwo", "n", "one two "]);
  });
});

describe("hostile answers", () => {
  test("a message can begin with =", () => {
    expect(json(answered(under("formula-message").exchange)).error.message).toBe(formulaMessage);
  });

  test("an order's number can be a formula or markup, in the answer as in the listing", () => {
    for (const [fault, number] of [
      ["formula-number", formulaNumber],
      ["markup-number", markupNumber],
    ] as const) {
      const { exchange, standIn } = under(fault);
      expect(json(answered(exchange)).data.orderNumber).toBe(number);
      expect(json(answered(standIn.exchange(get("/orders")))).data[0].orderNumber).toBe(number);
    }
  });
});

describe("time", () => {
  test("every answer takes the latency, a slow one the plan's time more", () => {
    const standIn = standInWith({ latencyMs: 300, faults: { next: [null, "slow"], slowMs: 7000 } });
    expect([post(), post(), get("/orders")].map((request) => standIn.exchange(request).delayMs)).toEqual([
      300, 7300, 300,
    ]);
  });

  test("a late order is made when its time has come, long after its sender was cut off", () => {
    const clock = new StillClock();
    const standIn = standInWith({ faults: { next: ["late"], lateMs: 90_000 } }, clock);
    expect(standIn.exchange(post()).kind).toBe("reset");
    clock.ms += 89_999;
    expect(json(answered(standIn.exchange(get("/orders")))).meta.total).toBe(0);
    expect(standIn.lateCount).toBe(1);
    clock.ms += 1;
    expect(json(answered(standIn.exchange(get("/orders")))).meta.total).toBe(1);
    expect(standIn.lateCount).toBe(0);
  });
});

describe("the log of requests", () => {
  test("tells what arrived, what went wrong and what went back, but not the API key", () => {
    const standIn = standInWith({ faults: { next: ["reset-after"] } });
    standIn.exchange(post());
    standIn.exchange(get("/orders?search=a", ""));
    expect(standIn.requests.entries()).toMatchObject([
      {
        number: 1,
        at: "2026-03-01T08:00:00.000Z",
        method: "POST",
        key: "…aaaa",
        answer: "reset",
        fault: "reset-after",
      },
      { number: 2, method: "GET", query: { search: "a" }, key: "", answer: 401, fault: null },
    ]);
    expect(JSON.stringify(standIn.requests.entries())).not.toContain(testKey);
  });

  test("keeps the last thousand at least, and counts them all", () => {
    const standIn = standInWith({ limit: 1_000_000 });
    for (let count = 0; count < 2500; count++) standIn.exchange(get("/nothing"));
    const entries = standIn.requests.entries();
    expect([standIn.requests.count, entries.at(-1)?.number]).toEqual([2500, 2500]);
    expect(entries.length).toBeGreaterThanOrEqual(1000);
    expect(entries.length).toBeLessThanOrEqual(2000);
  });
});

test("a reset empties the shops, the windows and the log, and starts the faults anew", () => {
  const standIn = standInWith({ limit: 1, faults: { chances: { "reset-after": 1 } } });
  standIn.listing = { ...standIn.listing, lagMs: 5 };
  standIn.exchange(post());
  standIn.reset();
  expect([
    standIn.shop("test").orderCount,
    standIn.requests.count,
    standIn.allowances()[0]?.remaining,
  ]).toEqual([0, 0, 1]);
  expect(standIn.exchange(post()).kind).toBe("reset");
  expect(standIn.listing.lagMs).toBe(5);
});

test("every answer is one that the contract describes", () => {
  const standIn = standInWith({ limit: 12 });
  const requests = [
    post(),
    post(orderInput({ customerId: "cus_1", notes: "n", tags: ["t"] })),
    post(orderInput({ customerId: "cus_gone" })),
    post("{}"),
    post(orderInput(), ""),
    post(orderInput(), "bbb_test_unknown"),
    get("/orders"),
    get("/orders?limit=1000"),
    get("/orders/none"),
    get("/products"),
    get("/products/prod_01"),
    get("/customers?sort=updatedAt:desc"),
  ];
  const order = standIn.shop("test");
  const seen: number[] = [];
  const hold = (request: (typeof requests)[number]) => {
    const response = answered(standIn.exchange(request));
    const operation = contract().match(request)?.id ?? "";
    const problems = contract().responseProblems(operation, response.status, json(response));
    expect([request.path, response.status, problems]).toEqual([request.path, response.status, []]);
    seen.push(response.status);
  };
  for (const request of requests) hold(request);
  hold(get(`/orders/${order.allOrders()[0]?.id}`));
  standIn.gate.refuseAddresses = true;
  hold(get("/customers"));
  standIn.gate.refuseAddresses = false;
  hold(post());
  standIn.faults = { ...standIn.faults, next: ["503-before"] };
  hold(post());
  expect([...new Set(seen)].sort()).toEqual([200, 201, 400, 401, 403, 404, 429, 503]);
});

test("the contract notices an answer that it does not describe", () => {
  expect(contract().responseProblems("createOrder", 201, { data: { id: 5 } })).toEqual([
    "/data/id must be string",
  ]);
  expect(contract().responseProblems("listOrders", 200, { data: [] })).toEqual([
    " must have required property 'meta'",
  ]);
  expect(contract().responseProblems("createOrder", 418, {})).toEqual(["createOrder has no answer 418"]);
});
