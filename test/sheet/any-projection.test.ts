import * as fc from "fast-check";
import { worthOf } from "../../src/journal/journal";
import { formatSendKey, parseSendKey } from "../../src/orders/send-key";
import { anyEntryState, anyScene } from "../decide/scenes";
import { created, entryOf, journalWith, requestIdOf } from "../journal/entries";
import { keyOfRows, type OrderRow } from "../orders/order-sheet";
import { project, shownAfter } from "./projected";

describe("whatever stands in the sheet and the journal", () => {
  const anyContext = fc.record({
    liveRunId: fc.constantFrom("", "A9C3"),
    ownsLiveRun: fc.boolean(),
    nowMs: fc.constantFrom(10_000, 90_000),
  });

  test("a projection that was written leaves nothing to write, in a sheet without copies", () => {
    fc.assert(
      fc.property(anyScene, anyContext, ({ rows, journal }, context) => {
        const keys = rows.map((row) => row.sendKey ?? "").filter((text) => text !== "");
        fc.pre(new Set(keys).size === keys.length);
        expect([...project(shownAfter(rows, journal, context), journal, context).changes]).toEqual([]);
      }),
      { seed: 511, numRuns: 200 },
    );
  });

  test("with copies, of which the one that has the best claim may change, it settles as well", () => {
    fc.assert(
      fc.property(anyScene, anyContext, ({ rows, journal }, context) => {
        let shownRows = rows;
        for (const _ of rows) shownRows = shownAfter(shownRows, journal, context);
        expect([...project(shownRows, journal, context).changes]).toEqual([]);
      }),
      { seed: 514, numRuns: 200 },
    );
  });

  /** Orders of one row each, every one with a ref and at most one key of its own, which may stand beside another order. */
  const anyOrders = fc
    .array(fc.record({ state: anyEntryState, keyOf: fc.nat(4), known: fc.boolean() }), {
      minLength: 2,
      maxLength: 5,
    })
    .map((orders) => {
      const data = orders.map(
        (_, index): OrderRow => ({ orderRef: `R-${index}`, firstName: `Customer ${index}` }),
      );
      const keys = data.map((row, index) => keyOfRows([row], { requestId: requestIdOf(index) }));
      const taken = new Set<number>();
      const rows = data.map((row, index) => {
        const of = (orders[index]?.keyOf ?? 0) % data.length;
        const choice = taken.has(of) ? -1 : of;
        taken.add(choice);
        const chosen = keys[choice];
        return { ...row, status: "Sending", sendKey: chosen ? formatSendKey(chosen) : "" };
      });
      const known = orders.flatMap(({ state, known: isKnown }, index) => {
        const own = keys[index];
        if (!isKnown || !own) return [];
        const named = state.kind === "created" ? created(`ord_${index}`) : state;
        return [entryOf(named, own)];
      });
      return { rows, journal: journalWith(...known) };
    });

  test("rows that were sorted get the same cells wherever they stand", () => {
    fc.assert(
      fc.property(
        anyOrders,
        fc.infiniteStream(fc.nat()),
        anyContext,
        ({ rows, journal }, numbers, context) => {
          const sorted = rows
            .map((row) => ({ row, place: numbers.next().value ?? 0 }))
            .sort((one, other) => one.place - other.place)
            .map(({ row }) => row);
          const byRef = (after: OrderRow[]) =>
            [...after].sort((one, other) => String(one.orderRef).localeCompare(String(other.orderRef)));
          expect(byRef(shownAfter(sorted, journal, context))).toEqual(
            byRef(shownAfter(rows, journal, context)),
          );
        },
      ),
      { seed: 512, numRuns: 200 },
    );
  });

  test("no order ID is ever written beside a row whose key is not at home with its request", () => {
    fc.assert(
      fc.property(anyScene, ({ rows, journal }) => {
        const { changes } = project(rows, journal);
        for (const [rowNumber, { orderId }] of changes) {
          const own = parseSendKey(rows[rowNumber - 2]?.sendKey ?? "");
          if (!orderId) continue;
          const state = own && worthOf(journal.request(own))?.state;
          expect(state).toMatchObject({ kind: "created", orderId });
        }
      }),
      { seed: 513, numRuns: 200 },
    );
  });
});
