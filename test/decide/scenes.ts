import * as fc from "fast-check";
import type { Journal } from "../../src/journal/journal";
import { contentKey } from "../../src/journal/journal";
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

/** A sheet and what the journal knows. */
export interface Scene {
  rows: OrderRow[];
  journal: Journal;
}

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

export const anyEntryState = fc.constantFrom(
  pending,
  unconfirmed,
  created("ord_1"),
  created("ord_2"),
  rejected,
  notSent,
);

/** A sheet, and a journal that knows some of its keys and others. */
export const anyScene: fc.Arbitrary<Scene> = fc
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
