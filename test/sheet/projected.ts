import type { Journal } from "../../src/journal/journal";
import { type ProjectionContext, projectJournal } from "../../src/sheet/projection";
import { created, entryOf, journalWith } from "../journal/entries";
import { keyedRows, keyOfRows, type OrderRow, readingOf } from "../orders/order-sheet";

/** An order of one row. */
export const ayu: OrderRow = { orderRef: "A" };
/** Its send key. */
export const key = keyOfRows([ayu]);

/** Its row with its send key, and with these status cells. */
export const keyed = (written: OrderRow = {}): OrderRow => keyedRows([ayu], written)[0] ?? {};

/** When and where projections are made, unless a test says otherwise. */
export const at: ProjectionContext = {
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

/** What a projection of the journal onto these rows would write. */
export function project(
  rows: readonly OrderRow[],
  journal: Journal,
  context: Partial<ProjectionContext> = {},
) {
  return projectJournal(journal, readingOf(rows), { ...at, ...context });
}

/** What a sheet shows once a projection was written. */
export function shownAfter(
  rows: readonly OrderRow[],
  journal: Journal,
  context: Partial<ProjectionContext> = {},
): OrderRow[] {
  const { changes } = project(rows, journal, context);
  return rows.map((row, index) => ({ ...row, ...changes.get(index + 2) }));
}

/** Status, Order ID and Message of a row. */
export const shown = (row: OrderRow | undefined) => [
  row?.status ?? "",
  row?.orderId ?? "",
  row?.message ?? "",
];

/** A journal that knows the order as created. */
export const made = journalWith(entryOf(created("ord_1", { orderNumber: "#1" }), key));
