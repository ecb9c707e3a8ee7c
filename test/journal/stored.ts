import { defaultJournalLimits } from "../../src/journal/fold";
import { worthOf } from "../../src/journal/journal";
import { type Finding, JournalStore, newBatch } from "../../src/journal/journal-store";
import type { EntryEvent } from "../../src/journal/transitions";
import type { SendKey } from "../../src/orders/send-key";
import { sendKeyOf } from "../orders/send-keys";
import { MemoryProperties } from "./memory-properties";

/** The first order that {@link storeWith} sends. */
export const key = sendKeyOf();
/** The time of every store. */
export const nowMs = 5_000;

/** A store over properties in memory, with the run A9C3 listed and these orders of it under way in one batch. */
export function storeWith(...orders: Partial<SendKey>[]) {
  const properties = new MemoryProperties();
  const store = new JournalStore(properties, defaultJournalLimits, () => nowMs);
  store.list(store.read(), "A9C3", {});
  const keys = orders.map((parts) => ({ key: sendKeyOf(parts), refHash: "R1R1", sheetId: 7 }));
  const batch = newBatch("x-1", "A9C3", 1_000, keys);
  if (orders.length > 0) store.write(store.read(), batch);
  return { properties, store, batch };
}

/** An answer: created. */
export const answered = (orderId: string): EntryEvent => ({
  kind: "answered",
  outcome: { kind: "created", orderId, orderNumber: "" },
});

/** A look-up that found orders with these IDs. */
export const found = (...ids: string[]): EntryEvent => ({
  kind: "found",
  orders: ids.map((id) => ({ id, orderNumber: "" })),
});

/** What was learned of a request outside of its batch. */
export const finding = (event: EntryEvent, parts: Partial<SendKey> = {}): Finding => ({
  key: sendKeyOf(parts),
  refHash: "R1R1",
  sheetId: 7,
  event,
});

/** What the journal knows of a request. */
export const stateOf = (store: JournalStore, of: SendKey = key) =>
  worthOf(store.read().journal.request(of))?.state;
