import * as fc from "fast-check";
import type { OrderFacts } from "../../src/decide/order-facts";
import { decide } from "../../src/decide/rules";
import { isOpen, mayExist } from "../../src/journal/entry";
import { contentKey, requestKey, requestMayExist, worthOf } from "../../src/journal/journal";
import { formatSendKey, parseSendKey, type SendKey } from "../../src/orders/send-key";
import { statuses } from "../../src/orders/status";
import {
  batchOf,
  created,
  entryOf,
  journalOf,
  notSent,
  pending,
  rejected,
  unconfirmed,
} from "../journal/entries";
import { keyOfRows, type OrderRow } from "../orders/order-sheet";
import { anySendKey } from "../orders/send-keys";
import { decisionsOf, factsOf, liveKey, testKey } from "./decisions";

/** Few people, refs and requests, so that rows and keys meet. */
const anyData: fc.Arbitrary<OrderRow> = fc.record({
  orderRef: fc.constantFrom("", "A", "B"),
  firstName: fc.constantFrom("Ayu", "Budi"),
  quantity: fc.constantFrom(1, 2, "two"),
});
const contents: OrderRow[] = ["", "A", "B"].flatMap((orderRef) =>
  ["Ayu", "Budi"].flatMap((firstName) => [1, 2].map((quantity) => ({ orderRef, firstName, quantity }))),
);
const anyParts = fc.record({
  requestId: fc.constantFrom("00000001", "00000002", "00000003"),
  attempt: fc.constantFrom(1, 1, 2),
  environment: fc.constantFrom("test" as const, "test" as const, "live" as const),
  runId: fc.constantFrom("A9C3", "BBBB"),
});
const anyKey: fc.Arbitrary<SendKey> = fc
  .record({ row: fc.constantFrom(...contents), parts: anyParts })
  .map(({ row, parts }) => keyOfRows([row], parts));

/** Rows most of which have the key of their own content, if they have any. */
const anyRow: fc.Arbitrary<OrderRow> = fc
  .record({
    data: anyData,
    status: fc.constantFrom("", "", ...statuses),
    orderId: fc.constantFrom("", "", "ord_1", "ord_2"),
    key: fc.constantFrom("none", "own", "own", "own", "own", "other", "typed"),
    parts: anyParts,
    other: anyKey,
  })
  .map(({ data, key, parts, other, ...written }) => {
    const own = formatSendKey(keyOfRows([data], parts));
    const isKeyable = key === "own" && data.quantity !== "two";
    const sendKey = isKeyable ? own : key === "other" ? formatSendKey(other) : key === "typed" ? "typed" : "";
    return { ...data, ...written, sendKey };
  });

const anyEntryState = fc.constantFrom(
  pending,
  unconfirmed,
  created("ord_1"),
  created("ord_2"),
  rejected,
  notSent,
);

/** A sheet, and a journal that knows some of its keys and others. */
const anyScene = fc
  .record({
    rows: fc.array(anyRow, { minLength: 1, maxLength: 5 }),
    entries: fc.array(fc.record({ at: fc.nat(9), other: anyKey, state: anyEntryState }), { maxLength: 4 }),
    opened: fc.constantFrom(1, 1, 2),
    bare: fc.array(fc.constantFrom(...contents), { maxLength: 1 }),
  })
  .map(({ rows, entries, opened, bare }) => ({
    rows,
    journal: journalOf({
      batches: [
        batchOf(
          entries.map(({ at, other, state }) =>
            entryOf(state, parseSendKey(String(rows[at]?.sendKey)) ?? other),
          ),
        ),
      ],
      contents: new Map(bare.map((row) => [contentKey("test", keyOfRows([row]).fingerprint), 1])),
      runs: [{ id: "A9C3", opened, folded: 0, folding: [] }],
    }),
  }));
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
      { seed: 401, numRuns: 300 },
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
          if (decide(order, context).kind !== "send" || order.record.fingerprint === null) continue;
          const own = "key" in order.key ? requestKey(order.key.key) : "";
          const strays = journal
            .ofContent(contentKey(context.environment, order.record.fingerprint))
            .filter(requestMayExist)
            .map(({ key }) => requestKey(key))
            .filter((request) => request !== own && !homes.has(request));
          expect(strays).toEqual([]);
        }
      }),
      { seed: 402, numRuns: 300 },
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
      { seed: 403, numRuns: 300 },
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
      orderId: fc.constantFrom("", "ord_1"),
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
        }),
      ),
      entry: fc.oneof(
        fc.constant(null),
        fc.record({ key: anySendKey, state: anyEntryState }).map(({ key, state }) => entryOf(state, key)),
      ),
      surelyNotMade: fc.boolean(),
      sameEnvironment: fc.boolean(),
      sameApiKey: fc.boolean(),
      madeElsewhere: fc.constantFrom(null, { orderId: "", atMs: 0 }, { orderId: "ord_1", atMs: 1 }),
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
