import type { Decision } from "../../src/decide/decision";
import type { FactsContext, OrderFacts } from "../../src/decide/order-facts";
import { decide, ruleFor } from "../../src/decide/rules";
import { SheetFacts } from "../../src/decide/sheet-facts";
import type { Journal } from "../../src/journal/journal";
import { isMessage } from "../../src/messages/catalogue";
import type { SendKey } from "../../src/orders/send-key";
import { journalOf, journalWith } from "../journal/entries";
import { keyedRows, keyOfRows, type OrderRow, readingOf } from "../orders/order-sheet";

/** Two orders of different people. */
export const ayu: OrderRow = { orderRef: "A" };
export const budi: OrderRow = { orderRef: "B", firstName: "Budi" };

/** The send key of Ayu's order, and of Budi's. */
export const ayusKey = keyOfRows([ayu]);
export const budisKey = keyOfRows([budi], { requestId: "0000000B" });

/** Ayu's row with her key and what else stands beside it. */
export const ayuWith = (written: OrderRow, parts: Partial<SendKey> = {}): OrderRow =>
  keyedRows([ayu], written, parts)[0] ?? {};
export const budiWith = (written: OrderRow, parts: Partial<SendKey> = {}): OrderRow =>
  keyedRows([budi], written, { requestId: "0000000B", ...parts })[0] ?? {};

/** A test key is in use, the sheet has the ID 7, and there is another one with the ID 8. */
export const testKey: FactsContext = {
  environment: "test",
  apiKeyHash: ayusKey.apiKeyHash,
  isOtherSheet: (sheetId) => sheetId === 7 || sheetId === 8,
  knownUntilMs: 0,
  words: { isMessage },
};
export const liveKey: FactsContext = { ...testKey, environment: "live", apiKeyHash: "MMMM" };

/** The journal of a run that is listed and whole and has sent nothing. */
export const unsent: Journal = journalOf({ runs: [{ id: "A9C3", opened: 0, folded: 0, folding: [] }] });

/** A journal that has lost everything, or that of another file. */
export const lost: Journal = journalWith();

/** The facts of each order of a sheet. */
export function factsOf(
  rows: readonly OrderRow[],
  journal: Journal = unsent,
  context: FactsContext = testKey,
): OrderFacts[] {
  const reading = readingOf(rows);
  const facts = new SheetFacts(reading, journal, context);
  return reading.orders.map((record) => facts.of(record));
}

/** What is to become of each order of a sheet, and the name of the rule that says so. */
export function decisionsOf(
  rows: readonly OrderRow[],
  journal: Journal = unsent,
  context: FactsContext = testKey,
): { rule: string; decision: Decision }[] {
  return factsOf(rows, journal, context).map((order) => ({
    rule: ruleFor(order, context).name,
    decision: decide(order, context),
  }));
}
