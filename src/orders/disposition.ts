import type { KnownAttempt, OrderRecord } from "./order-record";
import type { Problem } from "./problem";
import type { SendKey } from "./send-key";
import type { Status } from "./status";

/** Why an order is held: neither sent nor believed, until a person has looked at it. */
export type Hold =
  | { why: "keyDamaged" }
  | { why: "keyMissing" }
  | { why: "mixedKeys" }
  | { why: "addedAfter"; orderId: string }
  | { why: "copied"; homeRow: number }
  | { why: "displaced"; homeRow: number }
  | { why: "statusElsewhere"; keyRow: number }
  | { why: "sheetDisplaced"; keyRow: number }
  | { why: "edited"; orderId: string }
  | { why: "editedUnconfirmed" }
  | { why: "madeBefore"; orderId: string; atMs: number }
  | { why: "otherApiKey"; environment: "test" | "live" }
  | { why: "idMissing" }
  | { why: "idChanged"; orderId: string }
  | { why: "idWithoutStatus" }
  /** An Order ID that another row shows with better right, and nothing else that says how this order ended. */
  | { why: "idElsewhere"; orderId: string; idRow: number }
  /** Rows of the order that are not selected, or hidden by the filter. */
  | { why: "partial"; ref: string; rowNumbers: number[]; hidden: boolean }
  /** The log was cut, and the shop could not be looked through. */
  | { why: "unverified" };

/** What is to become of one order. */
export type Disposition =
  /** To be keyed and sent. `stem` null: a new one. `replaces`: the test order that a live one takes the place of. */
  | { kind: "send"; stem: string | null; attempt: number; replaces?: string }
  /** Made earlier; nothing to do. */
  | { kind: "created" }
  /** Unconfirmed, and somebody typed its Order ID. */
  | { kind: "byHand"; orderId: string }
  /** Log or slot know how it ended, the cells do not. */
  | { kind: "known"; attempt: KnownAttempt }
  /** It may exist. `complete`: every row is as it was sent, so that it may be sent again when it is surely absent. */
  | {
      kind: "lookUp";
      key: SendKey;
      keyText: string;
      complete: boolean;
      /** Another run made an order of this very content: even when this one is absent it is not sent again unasked. */
      made?: KnownAttempt;
    }
  | { kind: "invalid"; problems: readonly Problem[] }
  /** `as`: what its cells say it is, which stays so. */
  | { kind: "held"; hold: Hold; as: "created" | "unconfirmed" | "unsent" };

/** What a held order counts as; a cleared status beside a key may hide anything, so it counts as unconfirmed. */
export function heldAs(status: Status | "", hasKey: boolean): "created" | "unconfirmed" | "unsent" {
  if (isCreated(status)) return "created";
  if (status === "Unconfirmed" || status === "Sending") return "unconfirmed";
  return status === "" && hasKey ? "unconfirmed" : "unsent";
}

/** Held for a reason that says all by itself. */
export function held(
  why: "keyDamaged" | "keyMissing" | "mixedKeys" | "editedUnconfirmed" | "idMissing" | "idWithoutStatus",
  status: Status | "",
  hasKey = false,
): Disposition {
  return { kind: "held", hold: { why }, as: heldAs(status, hasKey) };
}

/** Statuses that say nothing was made. An empty one says so only where no key stands beside it. */
export const unsentStatuses: ReadonlySet<Status | ""> = new Set<Status | "">([
  "",
  "Valid",
  "Invalid",
  "Rejected",
  "Not sent",
]);

/** True for what the add-on calls made, test orders included. */
export function isCreated(status: Status | ""): boolean {
  return status === "Created" || status === "Created (test)";
}

/** The first Order ID that the order's rows show; "" for none. */
export function firstOrderId(record: OrderRecord): string {
  return record.rows.map((row) => row.cells.orderId).find((text) => text !== "") ?? "";
}
