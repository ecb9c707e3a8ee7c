import * as fc from "fast-check";
import type { OrderFacts } from "../../src/decide/order-facts";
import { decide } from "../../src/decide/rules";
import { isOpen, mayExist } from "../../src/journal/entry";
import { contentKey, requestKey, requestMayExist, worthOf } from "../../src/journal/journal";
import { statuses } from "../../src/orders/status";
import { entryOf } from "../journal/entries";
import { anySendKey } from "../orders/any-send-key";
import { decisionsOf, factsOf, liveKey, testKey } from "./decisions";
import { anyEntryState, anyScene } from "./scenes";

const anyAsker = fc.constantFrom(testKey, liveKey);

describe("whatever stands in the sheet and the journal", () => {
  test("an order whose request may have made one is never sent unasked, but for a test order made live", () => {
    fc.assert(
      fc.property(anyScene, anyAsker, ({ rows, journal }, context) => {
        factsOf(rows, journal, context).forEach((order) => {
          const decision = decide(order, context);
          if (decision.kind !== "send") return;
          for (const { key } of order.record.rows) {
            const entry = key && worthOf(journal.request(key), key.attempt);
            if (!entry || !mayExist(entry.state)) continue;
            const isMadeLive =
              context.environment === "live" &&
              entry.key.environment === "test" &&
              entry.state.kind === "created" &&
              decision.requestId === null;
            // A key that stands beside other content is another order's.
            const isOthers = order.key.kind === "displaced" || order.key.kind === "unexplained";
            expect([isMadeLive, isOthers]).toContain(true);
            if (isOthers) expect(order.surelyNotMade).toBe(true);
          }
        });
      }),
      { seed: 401, numRuns: 200 },
    );
  });

  test("no more orders of a content are sent than others of it account for what may exist", () => {
    fc.assert(
      fc.property(anyScene, anyAsker, ({ rows, journal }, context) => {
        const orders = factsOf(rows, journal, context);
        const homes = new Set(
          orders.flatMap(({ key }) => (key.kind === "home" ? [requestKey(key.key)] : [])),
        );
        for (const order of orders) {
          if (decide(order, context).kind !== "send" || order.record.order.fingerprint === null) continue;
          const own = "key" in order.key ? requestKey(order.key.key) : "";
          const strays = journal
            .ofContent(contentKey(context.environment, order.record.order.fingerprint))
            .filter(requestMayExist)
            .map(({ key }) => requestKey(key))
            .filter((request) => request !== own && !homes.has(request));
          expect(strays).toEqual([]);
        }
      }),
      { seed: 402, numRuns: 200 },
    );
  });

  test("a request is sent again only for one order, and as an attempt that the journal does not know as open", () => {
    fc.assert(
      fc.property(anyScene, anyAsker, ({ rows, journal }, context) => {
        const kept = decisionsOf(rows, journal, context).flatMap(({ decision }) =>
          decision.kind === "send" && decision.requestId !== null ? [decision] : [],
        );
        expect(new Set(kept.map(({ requestId }) => requestId)).size).toBe(kept.length);
        for (const { requestId, attempt } of kept) {
          const { environment } = context;
          const request = journal.request({ environment, requestId: requestId ?? "" });
          const open = (request?.entries ?? []).filter(
            ({ key, state }) => isOpen(state) && key.attempt >= attempt,
          );
          expect(open).toEqual([]);
        }
      }),
      { seed: 403, numRuns: 200 },
    );
  });
});

describe("whatever the facts of an order, also if they contradict each other", () => {
  const [record] = factsOf([{}]).map((order) => order.record);
  const [broken] = factsOf([{ quantity: "two" }]).map((order) => order.record);
  const anyRowNumber = fc.constantFrom(null, 2, 9);
  const anyFacts: fc.Arbitrary<OrderFacts> = fc
    .record({
      record: fc.constantFrom(record, broken),
      status: fc.constantFrom("" as const, ...statuses),
      lapsed: fc.oneof(fc.constant(null), anySendKey),
      orderId: fc.constantFrom("", "ord_1"),
      idIsAnothers: fc.boolean(),
      misplaced: fc.constantFrom(null, {
        holds: "orderId" as const,
        text: "ord_1",
        field: "variantId" as const,
      }),
      key: fc.oneof(
        fc.constantFrom({ kind: "none" as const }, { kind: "damaged" as const }),
        fc.record({ kind: fc.constant("mixed" as const), keys: fc.array(anySendKey) }),
        fc.record({
          kind: fc.constantFrom("home" as const, "edited" as const, "unexplained" as const),
          key: anySendKey,
          keyText: fc.string(),
        }),
        fc.record({
          kind: fc.constant("copy" as const),
          key: anySendKey,
          keyText: fc.string(),
          homeRow: anyRowNumber,
        }),
        fc.record({
          kind: fc.constant("displaced" as const),
          key: anySendKey,
          keyText: fc.string(),
          contentRow: fc.constant(4),
          isCopy: fc.boolean(),
        }),
      ),
      entry: fc.oneof(
        fc.constant(null),
        fc.record({ key: anySendKey, state: anyEntryState }).map(({ key, state }) => entryOf(state, key)),
      ),
      surelyNotMade: fc.boolean(),
      sameEnvironment: fc.boolean(),
      sameApiKey: fc.boolean(),
      madeElsewhere: fc.constantFrom(
        null,
        { orderId: "", atMs: 0, changed: false, open: null },
        { orderId: "ord_1", atMs: 1, changed: true, open: null },
      ),
      idRow: anyRowNumber,
      strayKeyRow: anyRowNumber,
      unexplainedRow: anyRowNumber,
      standing: fc.constantFrom("created" as const, "unconfirmed" as const, "unsent" as const),
    })
    .map(({ record: one, ...facts }) => {
      if (!one) throw new Error("there is no order");
      return { record: one, ...facts };
    });

  test("something is decided about it, and an order with problems is never sent", () => {
    fc.assert(
      fc.property(anyFacts, anyAsker, (order, context) => {
        const decision = decide(order, context);
        if (order.record.order.payload === null) expect(decision.kind).not.toBe("send");
        if (decision.kind === "send" && decision.requestId !== null)
          expect(decision.attempt).toBeGreaterThan(0);
      }),
      { seed: 405, numRuns: 2_000 },
    );
  });

  test("one that is created is sent only as a live order in the place of a test order", () => {
    fc.assert(
      fc.property(anyFacts, anyAsker, (order, context) => {
        if (order.entry?.state.kind !== "created" || decide(order, context).kind !== "send") return;
        expect([context.environment, order.entry.key.environment]).toEqual(["live", "test"]);
      }),
      { seed: 406, numRuns: 2_000 },
    );
  });
});
