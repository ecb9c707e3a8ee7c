import type { NotSentReason, UnconfirmedReason } from "../bitbybit/outcome";
import type { SendKey } from "../orders/send-key";

/**
 * How a created order's ID is known: by the answer to its request, by a look-up, or by a person who typed it. An ID that was
 * typed is in the shop's list, or `unverified` when the API key may not read that.
 */
export const createdBy = ["answer", "found", "typed", "unverified"] as const;
export type CreatedBy = (typeof createdBy)[number];

/** What became of one attempt to send one order. */
export type EntryState =
  /** Recorded before its request left; nobody has seen an answer. */
  | { kind: "pending" }
  | {
      kind: "created";
      orderId: string;
      orderNumber: string;
      by: CreatedBy;
      /** Other orders that exist for the same request: made twice, and told. */
      alsoMade: readonly string[];
    }
  | { kind: "rejected"; code: string; message: string }
  /** Known not to have made an order. */
  | { kind: "notSent"; reason: NotSentReason }
  | { kind: "unconfirmed"; reason: UnconfirmedReason; words?: string }
  /** A full look-up showed that it made no order. */
  | { kind: "absent" };

/** One attempt to send one order, as the journal knows it. */
export interface Entry {
  key: SendKey;
  /** Stands for the Order ref, so that an edited order can be told from a displaced one; "" for an order without one. */
  refHash: string;
  sheetId: number;
  /** When the state was learned; of a pending entry, when its batch was opened. Epoch milliseconds. */
  atMs: number;
  state: EntryState;
}

/** The requests that were sent together, and what became of each. */
export interface Batch {
  id: string;
  runId: string;
  openedAtMs: number;
  entries: Entry[];
  /** True once the log sheet has its lines. */
  logged: boolean;
}

/** True for what may have made an order. */
export function mayExist(state: EntryState): boolean {
  return state.kind === "created" || isOpen(state);
}

/** True for what nobody knows the end of. */
export function isOpen(state: EntryState): boolean {
  return state.kind === "pending" || state.kind === "unconfirmed";
}
