import * as fc from "fast-check";
import { circumstancesOf } from "../../src/orders/circumstances";
import { disposeOf } from "../../src/orders/dispose";
import type { KnownAttempt } from "../../src/orders/order-record";
import { formatSendKey } from "../../src/orders/send-key";
import { attempt, evidence, keyOfRows, type OrderRow, ordersOf } from "./order-sheet";

/*
 * Whatever stands in the sheet, a few rules hold. Sheets of up to four orders of one row; each row has the key of one of
 * these orders or none, any status, an ID or none; log and slots know something of some of them.
 */

const refs = ["A", "B", "C", "D"] as const;
const statuses = ["", "Valid", "Invalid", "Sending", "Created (test)", "Rejected", "Not sent", "Unconfirmed"];
const outcomes = ["created", "rejected", "notSent", "unconfirmed", "pending"] as const;
const keys = new Map(
  refs.map((ref, index) => [ref, keyOfRows([{ orderRef: ref }], { stem: `0000000${index}` })] as const),
);
const keyOf = (ref: (typeof refs)[number]) => keys.get(ref) ?? keyOfRows([{}]);

const row = fc.record({
  edit: fc.constantFrom("none", "none", "notes", "problem"),
  keyOf: fc.option(fc.constantFrom(...refs)),
  status: fc.constantFrom(...statuses),
  orderId: fc.constantFrom("", "ord_1"),
});
const world = fc.record({
  rows: fc.tuple(row, row, row, row),
  known: fc.uniqueArray(fc.tuple(fc.constantFrom(...refs), fc.constantFrom(...outcomes)), {
    selector: ([ref]) => ref,
  }),
});

function decided({ rows, known }: typeof world extends fc.Arbitrary<infer World> ? World : never) {
  const sheet: OrderRow[] = rows.map((one, index) => ({
    orderRef: refs[index] ?? "",
    notes: one.edit === "notes" ? "edited" : "",
    quantity: one.edit === "problem" ? "two" : 2,
    status: one.status,
    orderId: one.orderId,
    sendKey: one.keyOf === null ? "" : formatSendKey(keyOf(one.keyOf)),
  }));
  const attempts: KnownAttempt[] = known.map(([ref, outcome]) =>
    attempt(keyOf(ref), outcome, outcome === "created" ? `ord_${ref}` : ""),
  );
  const records = ordersOf(...sheet);
  const { keyMark, environment } = keyOf("A");
  const around = circumstancesOf(records, evidence(...attempts), { environment, keyMark });
  return records.map((record) => ({ record, disposition: disposeOf(record, around), attempts }));
}

const runs = { numRuns: 600 };

describe("whatever stands in a sheet", () => {
  test("a Created order is never sent", () => {
    fc.assert(
      fc.property(world, (drawn) => {
        for (const { record, disposition } of decided(drawn)) {
          if (record.rows[0]?.status === "Created (test)") expect(disposition.kind).not.toBe("send");
        }
      }),
      { seed: 41, ...runs },
    );
  });

  test("an Unconfirmed, Sending or cleared order is never sent unless log or slot know that its request made nothing", () => {
    fc.assert(
      fc.property(world, (drawn) => {
        for (const { record, disposition, attempts } of decided(drawn)) {
          const [first] = record.rows;
          const inDoubt =
            first?.status === "Unconfirmed" ||
            first?.status === "Sending" ||
            (first?.status === "" && first.key);
          if (!inDoubt || disposition.kind !== "send") continue;
          const known = attempts.find((one) => one.key.stem === first.key?.stem);
          expect(["rejected", "notSent"]).toContain(known?.outcome);
        }
      }),
      { seed: 42, ...runs },
    );
  });

  test("no order is sent whose content log or slot know as created, nor one whose own key they know as made or in doubt", () => {
    fc.assert(
      fc.property(world, (drawn) => {
        for (const { record, disposition, attempts } of decided(drawn)) {
          if (disposition.kind !== "send") continue;
          const made = attempts.find(
            (one) => one.outcome === "created" && one.key.fingerprint === record.fingerprint,
          );
          expect(made).toBeUndefined();
          const own = attempts.find((one) => one.key.stem === record.rows[0]?.key?.stem);
          expect(["rejected", "notSent", undefined]).toContain(own?.outcome);
        }
      }),
      { seed: 43, ...runs },
    );
  });

  test("no two orders are sent under one stem", () => {
    fc.assert(
      fc.property(world, (drawn) => {
        const stems = decided(drawn).flatMap(({ disposition }) =>
          disposition.kind === "send" && disposition.stem !== null ? [disposition.stem] : [],
        );
        expect(new Set(stems).size).toBe(stems.length);
      }),
      { seed: 44, ...runs },
    );
  });

  test("what is sent has a payload, and an order with problems is never sent", () => {
    fc.assert(
      fc.property(world, (drawn) => {
        for (const { record, disposition } of decided(drawn)) {
          if (disposition.kind === "send") expect(record.order.payload).not.toBeNull();
        }
      }),
      { seed: 45, ...runs },
    );
  });
});
