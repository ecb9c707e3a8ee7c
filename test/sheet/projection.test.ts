import * as fc from "fast-check";
import { type Journal, worthOf } from "../../src/journal/journal";
import { formatSendKey, parseSendKey } from "../../src/orders/send-key";
import { mayBeRetried, type ProjectionContext, projectJournal } from "../../src/sheet/projection";
import { budi, budisKey, budiWith } from "../decide/decisions";
import { anyEntryState, anyScene } from "../decide/scenes";
import {
  absent,
  batchOf,
  created,
  entryOf,
  journalOf,
  journalWith,
  notSent,
  pending,
  rejected,
  requestIdOf,
  unconfirmed,
} from "../journal/entries";
import { keyedRows, keyOfRows, type OrderRow, readingOf } from "../orders/order-sheet";

const ayu: OrderRow = { orderRef: "A" };
const key = keyOfRows([ayu]);
const keyed = (written: OrderRow = {}): OrderRow => keyedRows([ayu], written)[0] ?? {};

const at: ProjectionContext = {
  nowMs: 10_000,
  pendingWaitMs: 60_000,
  liveRunId: "",
  ownsLiveRun: false,
  isOtherSheet: (sheetId) => sheetId === 7 || sheetId === 8,
  words: {
    entry: (state, { edited }) =>
      state.kind === "created" && !edited ? "" : `${state.kind}${edited ? " edited" : ""}`,
    time: (atMs) => `at ${atMs}`,
  },
};

function project(rows: readonly OrderRow[], journal: Journal, context: Partial<ProjectionContext> = {}) {
  return projectJournal(journal, readingOf(rows), { ...at, ...context });
}

/** What a sheet shows once a projection was written. */
function shownAfter(
  rows: readonly OrderRow[],
  journal: Journal,
  context: Partial<ProjectionContext> = {},
): OrderRow[] {
  const { changes } = project(rows, journal, context);
  return rows.map((row, index) => ({ ...row, ...changes.get(index + 2) }));
}

const shown = (row: OrderRow | undefined) => [row?.status ?? "", row?.orderId ?? "", row?.message ?? ""];
const made = journalWith(entryOf(created("ord_1", { orderNumber: "#1" }), key));

describe("what the journal knows is shown beside the order", () => {
  test.each<[string, Journal, string[]]>([
    ["created", made, ["Created (test)", "ord_1", ""]],
    ["rejected", journalWith(entryOf(rejected, key)), ["Rejected", "", "rejected"]],
    ["not sent", journalWith(entryOf(notSent, key)), ["Not sent", "", "notSent"]],
    ["absent", journalWith(entryOf(absent, key)), ["Not sent", "", "absent"]],
    ["unconfirmed", journalWith(entryOf(unconfirmed, key)), ["Unconfirmed", "", "unconfirmed"]],
  ])("%s", (_, journal, cells) => {
    for (const status of ["", "Sending"])
      expect(shown(shownAfter([keyed({ status })], journal)[0])).toEqual(cells);
  });

  test("also after undo, a restored version, or cleared cells", () => {
    const before = [keyed({ status: "Valid" }), keyed({ status: "Sending" }), keyed()];
    for (const row of before)
      expect(shownAfter([row], made)[0]).toMatchObject({
        orderNumber: "#1",
        updatedAt: "at 1000",
        orderId: "ord_1",
      });
  });

  test("in every row of the order, wherever these stand", () => {
    const rows = keyedRows([ayu, { ...ayu, variantId: "var_2" }], { status: "Sending" });
    const journal = journalWith(entryOf(created("ord_1"), keyOfRows([ayu, { ...ayu, variantId: "var_2" }])));
    const after = shownAfter([rows[1] ?? {}, budi, rows[0] ?? {}], journal);
    expect(after.map((row) => row.orderId ?? "")).toEqual(["ord_1", "", "ord_1"]);
  });

  test("and a result that hit another order's row is taken back", () => {
    const unsent = journalOf({
      batches: [batchOf([entryOf(created("ord_1"), key)])],
      runs: [{ id: "A9C3", opened: 1, folded: 0, folding: [] }],
    });
    const hit = budiWith({ status: "Created (test)", orderId: "ord_1", message: "" });
    const [ayus, budis] = shownAfter([keyed(), hit], unsent);
    expect([shown(ayus), shown(budis)]).toEqual([
      ["Created (test)", "ord_1", ""],
      ["Valid", "", ""],
    ]);
  });

  test("but a key that is not at home keeps its cells: what to do is a decision", () => {
    const sendKey = formatSendKey(key);
    const copy = keyedRows([{ orderRef: "" }], {})[0] ?? {};
    const entry = entryOf(created("ord_1"), keyOfRows([{ orderRef: "" }]));
    expect(project([{ ...budi, sendKey }], made).changes.size).toBe(0);
    expect(project([{ ...budi, sendKey }, ayu], made).changes.size).toBe(0);
    expect([...project([copy, copy], journalWith(entry)).changes.keys()]).toEqual([2]);
    expect(
      project([keyed()], journalWith({ ...entryOf(created("ord_1"), key), sheetId: 8 })).changes.size,
    ).toBe(0);
  });

  test("an order that was edited meanwhile is told so", () => {
    const [after] = shownAfter([{ ...keyed(), quantity: 9 }], made);
    expect(shown(after)).toEqual(["Created (test)", "ord_1", "created edited"]);
  });
});

describe("what stands there stays", () => {
  test.each<[string, OrderRow, Journal]>([
    [
      "the time and the words of an outcome that is shown",
      { status: "Created (test)", orderId: "ord_1", orderNumber: "#1", message: "mine", updatedAt: "then" },
      made,
    ],
    [
      "a later check's word about an order that was not made",
      { status: "Invalid", message: "E4 Quantity" },
      journalWith(entryOf(rejected, key)),
    ],
    [
      "why an order is not known yet",
      { status: "Unconfirmed", message: "wait until five" },
      journalWith(entryOf(unconfirmed, key)),
    ],
    [
      "an ID that a person typed beside it",
      { status: "Unconfirmed", orderId: "ord_9" },
      journalWith(entryOf(unconfirmed, key)),
    ],
    ["a request that is under way", { status: "Sending" }, journalWith(entryOf(pending, key))],
    [
      "an order that the journal does not know",
      { status: "Created (test)", orderId: "ord_5" },
      journalWith(),
    ],
    ["a claim of a run of which the journal is not whole", { status: "Sending" }, journalWith()],
  ])("%s", (_, written, journal) => {
    expect(project([keyed(written)], journal).changes.size).toBe(0);
  });

  test("the order number that it knows, if the journal has none", () => {
    const row = keyed({ status: "Sending", orderNumber: "#1" });
    expect(shownAfter([row], journalWith(entryOf(created("ord_1"), key)))[0]).toMatchObject({
      orderNumber: "#1",
    });
  });
});

describe("requests whose answers were not seen", () => {
  const sent = journalWith(entryOf(pending, key));

  test("are Sending until their answer cannot come any more, then Unconfirmed", () => {
    const late = { nowMs: 61_000 };
    expect(shown(shownAfter([keyed()], sent)[0])[0]).toBe("Sending");
    expect(shown(shownAfter([keyed({ status: "Sending" })], sent, late)[0])).toEqual([
      "Unconfirmed",
      "",
      "unconfirmed",
    ]);
  });

  test("of which a clock that was wrong says that they left in the future are not waited for", () => {
    const future = journalWith(entryOf(pending, key, { atMs: 99_000_000 }));
    expect(shown(shownAfter([keyed({ status: "Sending" })], future)[0])[0]).toBe("Unconfirmed");
  });

  test("are not asked about if the sheet knows the ID that the storage has lost", () => {
    const row = keyed({ status: "Created (test)", orderId: "ord_1" });
    for (const state of [pending, unconfirmed]) {
      const { changes, toAdopt } = project([row], journalWith(entryOf(state, key)));
      expect([changes.size, toAdopt.map(({ orderId }) => orderId)]).toEqual([0, ["ord_1"]]);
    }
  });

  test("do not take an ID that is another request's, far too long, or not in all of their rows", () => {
    const others = journalWith(entryOf(pending, key), entryOf(created("ord_1"), budisKey));
    expect(project([keyed({ status: "Created (test)", orderId: "ord_1" })], others).toAdopt).toEqual([]);
    const long = keyed({ status: "Created (test)", orderId: "x".repeat(40_000) });
    expect(project([long], sent).toAdopt).toEqual([]);
    const pair = [ayu, { ...ayu, variantId: "var_2" }];
    const [one = {}, two = {}] = keyedRows(pair, { status: "Created (test)", orderId: "ord_1" });
    const journal = journalWith(entryOf(pending, keyOfRows(pair)));
    expect(project([one, { ...two, orderId: "" }], journal).toAdopt).toEqual([]);
  });
});

describe("a run under way", () => {
  const live = { liveRunId: "A9C3" };
  const whole = journalOf({ runs: [{ id: "A9C3", opened: 0, folded: 0, folding: [] }] });

  test("has its rows to itself", () => {
    expect(project([keyed({ status: "Sending" })], made, live).changes.size).toBe(0);
    expect(project([keyed({ status: "Sending" })], made, { ...live, ownsLiveRun: true }).changes.size).toBe(
      1,
    );
    expect(project([keyed({ status: "Sending" })], made, { liveRunId: "BBBB" }).changes.size).toBe(1);
  });

  test("gives back a claim that it did not use", () => {
    expect(shown(shownAfter([keyed({ status: "Sending" })], whole)[0])).toEqual(["Valid", "", ""]);
    expect(project([keyed({ status: "Valid" })], whole).changes.size).toBe(0);
  });

  test("shows as waiting what it sends again by itself, and only that", () => {
    const own = { ...live, ownsLiveRun: true };
    for (const reason of ["rateLimit", "changed"] as const) {
      const journal = journalWith(entryOf({ kind: "notSent", reason }, key));
      expect(shown(shownAfter([keyed({ status: "Sending" })], journal, own)[0])).toEqual(["Valid", "", ""]);
      expect(shown(shownAfter([keyed({ status: "Sending" })], journal)[0])[0]).toBe("Not sent");
      expect(mayBeRetried(entryOf({ kind: "notSent", reason }))).toBe(true);
    }
    expect(mayBeRetried(entryOf(notSent))).toBe(false);
    expect(mayBeRetried(entryOf(unconfirmed))).toBe(false);
  });
});

describe("a batch is shown", () => {
  const entry = entryOf(created("ord_1"), key);
  const ids = (rows: OrderRow[], journal: Journal) => project(rows, journal).shown.map(({ id }) => id);

  test("once its outcomes stand in the sheet, or have no place in it any more", () => {
    expect(ids([keyed({ status: "Created (test)", orderId: "ord_1" })], journalWith(entry))).toEqual(["b1"]);
    expect(ids([budi], journalWith(entry))).toEqual(["b1"]);
    expect(ids([keyed()], journalWith(entry))).toEqual([]);
  });

  test("only when all of its answers are known", () => {
    expect(ids([budi], journalWith(entry, entryOf(unconfirmed, budisKey)))).toEqual([]);
  });
});

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
      { seed: 511, numRuns: 300 },
    );
  });

  test("with copies, of which the one that has the best claim may change, it settles as well", () => {
    fc.assert(
      fc.property(anyScene, anyContext, ({ rows, journal }, context) => {
        let shownRows = rows;
        for (const _ of rows) shownRows = shownAfter(shownRows, journal, context);
        expect([...project(shownRows, journal, context).changes]).toEqual([]);
      }),
      { seed: 514, numRuns: 300 },
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
      { seed: 512, numRuns: 300 },
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
      { seed: 513, numRuns: 300 },
    );
  });
});
