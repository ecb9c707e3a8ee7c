import { requestKey, worthOf } from "../../src/journal/journal";
import { newBatch } from "../../src/journal/journal-store";
import type { EntryEvent } from "../../src/journal/transitions";
import type { SendKey } from "../../src/orders/send-key";
import { reconcile } from "../../src/reconcile/reconcile";
import { apiKeyHashOf } from "../../src/run/begin-execution";
import { errorOf } from "../bitbybit/answer";
import { keyedRows, keyOfRows, type OrderRow, readingOf } from "../orders/order-sheet";
import { type Answer, executionOf, type TestExecution } from "./execution";
import { quietWatch } from "./quiet-watch";
import { listing, type ShopOrder } from "./shop";

const minute = 60_000;
const ayu: OrderRow = { orderRef: "A" };
const inUse = executionOf(() => null).context.apiKeyHash;
const key = keyOfRows([ayu], { apiKeyHash: inUse });
const other = keyOfRows([{ orderRef: "B" }], { apiKeyHash: inUse, requestId: "0000000B" });
const lost: EntryEvent = { kind: "answered", outcome: { kind: "unconfirmed", reason: "transport" } };

/** An order of this add-on's that shows that references come back whole, longer than the ones looked for. */
const witness: ShopOrder = {
  id: "ord_w",
  key: { ...key, requestId: "0000000W" },
  notes: "Please ring the bell twice",
};

/** A sheet with Ayu's order, whose answer was lost `ago` milliseconds before the execution began. */
function lookUp(
  answer: Answer,
  about: {
    ago?: number;
    event?: EntryEvent | null;
    keys?: SendKey[];
    apiKey?: string;
    known?: boolean;
    edit?: OrderRow;
  } = {},
): {
  execution: TestExecution;
  result: ReturnType<typeof reconcile>;
  state: () => ReturnType<typeof worthOf>;
} {
  const { ago = 2 * minute, event = lost, keys = [key], apiKey, known = true } = about;
  const sender = executionOf(() => null);
  const { properties, clock } = sender;
  if (known) {
    const { journal } = sender.context;
    journal.list(journal.read(), "A9C3", {});
    const orders = keys.map((one) => ({ key: one, refHash: "", sheetId: 7 }));
    const batch = newBatch("x-1", "A9C3", clock.nowMs(), orders);
    journal.write(journal.read(), batch);
    if (event) journal.close(batch, Array(keys.length).fill(event));
  }
  clock.sleep(ago);
  const execution = executionOf(answer, { properties, clock, ...(apiKey === undefined ? {} : { apiKey }) });
  const [row] = keyedRows([ayu], { status: "Unconfirmed" }, { apiKeyHash: inUse });
  const reading = readingOf([{ ...row, ...about.edit }]);
  const [record] = reading.orders;
  if (!record) throw new Error("the sheet has no order");
  const result = reconcile(execution.context, reading, [{ key, record }], quietWatch(execution.context));
  const state = () => worthOf(execution.context.journal.read().journal.request(key));
  return { execution, result, state };
}

const doubtOf = (result: ReturnType<typeof reconcile>) => result.unresolved.get(requestKey(key)) ?? null;

describe("an order whose answer was lost", () => {
  test("and that is in bitbybit is found there, in any status, and the log says so", () => {
    const { execution, result, state } = lookUp(listing(() => [{ id: "ord_1", key, status: "cancelled" }]));
    expect(state()?.state).toMatchObject({ kind: "created", orderId: "ord_1", by: "found" });
    expect(doubtOf(result)).toBeNull();
    expect(execution.logged).toEqual([expect.arrayContaining(["ord_1", "Created (test)", "found"])]);
  });

  test("and that is there twice is both orders", () => {
    const twice = [
      { id: "ord_2", key, createdAt: "2026-03-02T00:00:00Z" },
      { id: "ord_1", key, createdAt: "2026-03-01T00:00:00Z" },
    ];
    const { state } = lookUp(listing(() => twice));
    expect(state()?.state).toMatchObject({ kind: "created", orderId: "ord_1", alsoMade: ["ord_2"] });
  });

  test("and that is surely not there is absent", () => {
    const { state, result } = lookUp(listing(() => [witness]));
    expect([state()?.state, doubtOf(result)]).toEqual([{ kind: "absent" }, null]);
  });

  test("is looked up without waiting once it is a minute old", () => {
    const { execution } = lookUp(
      listing(() => [witness]),
      { ago: minute },
    );
    expect(execution.clock.nowMs() - execution.context.startedAtMs).toBe(0);
  });

  test("is waited for as long as one execution can, and then told", () => {
    const { execution, state } = lookUp(
      listing(() => [witness]),
      { ago: 10_000 },
    );
    expect(execution.clock.nowMs() - execution.context.startedAtMs).toBe(50_000);
    expect(state()?.state).toEqual({ kind: "absent" });
  });

  test("and that lands while it is waited for is found", () => {
    let orders: ShopOrder[] = [witness];
    const { state } = lookUp(
      (request, clock) => {
        if (clock.nowMs() > 1_000_000_000 + 30_000) orders = [witness, { id: "ord_late", key }];
        return listing(() => orders)(request);
      },
      { ago: 10_000 },
    );
    expect(state()?.state).toMatchObject({ kind: "created", orderId: "ord_late" });
  });
});

describe("a request of which nobody saw an answer", () => {
  test("cannot be called absent before twelve minutes, and says when", () => {
    const { result, state } = lookUp(
      listing(() => [witness]),
      { ago: 2 * minute, event: null },
    );
    expect(doubtOf(result)).toMatchObject({ doubt: "wait", untilMs: 1_000_000_000 + 12 * minute });
    expect(state()?.state).toEqual({ kind: "pending" });
    const late = lookUp(
      listing(() => [witness]),
      { ago: 12 * minute, event: null },
    );
    expect(late.state()?.state).toEqual({ kind: "absent" });
  });

  test("and that the journal does not know either waits from now on", () => {
    const { result, state, execution } = lookUp(
      listing(() => [witness]),
      { known: false },
    );
    const { startedAtMs } = execution.context;
    expect(doubtOf(result)).toMatchObject({ doubt: "wait", untilMs: startedAtMs + 12 * minute });
    expect(state()).toMatchObject({ state: { kind: "pending" }, atMs: startedAtMs });
  });

  test("is not waited for any longer because a clock was wrong when it left", () => {
    const { result, execution } = lookUp(
      listing(() => [witness]),
      { ago: -60 * minute, event: null },
    );
    expect(doubtOf(result)?.untilMs).toBe(execution.context.startedAtMs + 12 * minute);
  });
});

describe("absence is not believed", () => {
  test.each<[string, Answer, string]>([
    ["without an order whose reference came back whole", listing(() => []), "noWitness"],
    ["if the API key may not list orders", () => errorOf(403, "INSUFFICIENT_SCOPE"), "scope"],
    ["if the key or the address is refused", () => errorOf(401, "UNAUTHORIZED"), "refused"],
    ["if the connection broke", () => null, "unreadable"],
    [
      "if another order names this one's reference",
      listing(() => [
        witness,
        { id: "ord_m", key: { ...key, requestId: "0000000V" }, notes: `like ${referenceText()} x` },
      ]),
      "mentioned",
    ],
  ])("%s", (_, answer, doubt) => {
    const { result, state } = lookUp(answer);
    expect(doubtOf(result)).toEqual({ doubt, untilMs: null, orderId: "" });
    expect(state()?.state.kind).toBe("unconfirmed");
  });

  test("if its row was changed, so that nobody knows what was sent", () => {
    const about = { edit: { quantity: 9 } };
    expect(
      doubtOf(
        lookUp(
          listing(() => [witness]),
          about,
        ).result,
      )?.doubt,
    ).toBe("changed");
  });

  test("while an order without a reference holds the same, and that order is named", () => {
    const payload = readingOf([ayu]).orders[0]?.order.payload;
    if (!payload) throw new Error("the order has no payload");
    const { result, state } = lookUp(listing(() => [witness, { id: "ord_hand", payload }]));
    expect(doubtOf(result)).toEqual({ doubt: "alike", untilMs: null, orderId: "ord_hand" });
    expect(state()?.state.kind).toBe("unconfirmed");
  });

  test("while the list lacks an order that is known to have been made later", () => {
    const { result } = lookUp(
      listing(() => [witness]),
      { keys: [key] },
    );
    expect(doubtOf(result)).toBeNull();
    const later = lookUpWithLater([witness]);
    expect(doubtOf(later)).toEqual({ doubt: "laterOrderMissing", untilMs: null, orderId: "" });
    expect(doubtOf(lookUpWithLater([witness, { id: "ord_B", key: other }]))).toBeNull();
  });
});

describe("after a change of the API key", () => {
  const apiKey = "bbb_test_new";

  test("what the old key left is not told, as it may have been another shop's", () => {
    const { result, state } = lookUp(
      listing(() => [{ ...witness, key: { ...key, requestId: "0000000W", apiKeyHash: "0000" } }]),
      { apiKey },
    );
    expect(doubtOf(result)).toEqual({ doubt: "otherApiKey", untilMs: null, orderId: "" });
    expect(state()?.state.kind).toBe("unconfirmed");
  });

  test("it is told as soon as the shop shows an order that the old key made", () => {
    const shop: ShopOrder[] = [witness, { id: "ord_B", key: other }];
    const { state } = lookUp(
      listing(() => shop),
      { apiKey, keys: [key, other] },
    );
    expect(state()?.state).toEqual({ kind: "absent" });
    expect(apiKeyHashOf(executionOf(() => null).context.ports, apiKey)).not.toBe(key.apiKeyHash);
  });
});

describe("an order whose ID the shop gives to another request", () => {
  const shop = listing(() => [witness, { id: "ord_x", key: other }]);

  test("is in doubt from then on, and says so at once", () => {
    const outcome = { kind: "created", orderId: "ord_x", orderNumber: "" } as const;
    const { state, result } = lookUp(shop, { event: { kind: "answered", outcome } });
    expect(state()?.state).toEqual({ kind: "unconfirmed", reason: "disproved" });
    expect(doubtOf(result)).toEqual({ doubt: "disproved", untilMs: null, orderId: "" });
  });

  test("is never called absent: whoever has changed one reference may have changed its own, too", () => {
    const outcome = { kind: "unconfirmed", reason: "disproved" } as const;
    const { state, result } = lookUp(shop, { ago: 20 * minute, event: { kind: "answered", outcome } });
    expect(state()?.state).toEqual(outcome);
    expect(doubtOf(result)).toEqual({ doubt: "disproved", untilMs: null, orderId: "" });
  });
});

test("one scan settles every open request, those of other sheets included", () => {
  const { execution } = lookUp(
    listing(() => [witness, { id: "ord_B", key: other }]),
    { keys: [key, other] },
  );
  const { journal } = execution.context.journal.read();
  expect(worthOf(journal.request(other))?.state).toMatchObject({ kind: "created", orderId: "ord_B" });
});

test("requests of the other environment are nobody's business here", () => {
  const live: SendKey = { ...other, environment: "live" };
  const { execution } = lookUp(
    listing(() => [witness]),
    { keys: [key, live] },
  );
  expect(worthOf(execution.context.journal.read().journal.request(live))?.state.kind).toBe("unconfirmed");
});

test("an order that was given up and lands after all is found beside the others", () => {
  const stopped: EntryEvent = { kind: "answered", outcome: { kind: "notSent", reason: "stopped" } };
  const { state } = lookUp(
    listing(() => [{ id: "ord_1", key }]),
    { event: stopped },
  );
  expect(state()?.state).toMatchObject({ kind: "created", orderId: "ord_1" });
});

/** Looks up Ayu's order when another one is known to have been made a minute later. */
function lookUpWithLater(shop: ShopOrder[]): ReturnType<typeof reconcile> {
  const { context, properties, clock } = executionOf(() => null);
  const { journal } = context;
  const [first, second] = [key, other].map((one, index) =>
    newBatch(`x-${index}`, "A9C3", clock.nowMs(), [{ key: one, refHash: "", sheetId: 7 }]),
  );
  if (!first || !second) throw new Error("there are two batches");
  journal.write(journal.read(), first);
  journal.close(first, [lost]);
  clock.sleep(minute);
  journal.write(journal.read(), second);
  journal.close(second, [
    { kind: "answered", outcome: { kind: "created", orderId: "ord_B", orderNumber: "" } },
  ]);
  clock.sleep(minute);
  const reading = readingOf(keyedRows([ayu], { status: "Unconfirmed" }, { apiKeyHash: inUse }));
  const [record] = reading.orders;
  if (!record) throw new Error("the sheet has no order");
  const looking = executionOf(
    listing(() => shop),
    { properties, clock },
  );
  return reconcile(looking.context, reading, [{ key, record }], quietWatch(looking.context));
}

/** Ayu's reference as somebody may have typed it into another order's notes. */
function referenceText(): string {
  return `Sheet ref: ${keyedRows([ayu], {}, { apiKeyHash: inUse })[0]?.sendKey ?? ""}`;
}
