import type { DataField } from "../orders/field";
import type { SendKey } from "../orders/send-key";

/**
 * Why an order needs a person. A Message, not a Status: status and ID of its rows stay as they are.
 * Row numbers are those at the time of the decision.
 */
export type Review =
  | { why: "keyDamaged" }
  | { why: "keyMissing" }
  | { why: "mixedKeys" }
  | { why: "addedAfter"; orderId: string }
  /** `homeRow` null: the order that was sent stands on another sheet. */
  | { why: "copied"; homeRow: number | null }
  | { why: "displaced"; homeRow: number }
  /** The order's own send key stands beside another order. */
  | { why: "statusElsewhere"; keyRow: number }
  /** Another row's key stands beside content that it was not made for, so this order may be one that exists. */
  | { why: "sheetDisplaced"; keyRow: number }
  | { why: "edited"; orderId: string }
  /**
   * An order of this very content exists, or may; `changed`: of the same Order ref and recipient. `orderId` "" when it is
   * not known, `atMs` 0 when it is not. `open`: its request, if a look-up may tell.
   */
  | { why: "madeBefore"; orderId: string; atMs: number; changed: boolean; open: SendKey | null }
  | { why: "otherApiKey"; environment: "test" | "live" }
  | { why: "idMissing" }
  | { why: "idWithoutStatus" }
  | { why: "idElsewhere"; orderId: string; idRow: number }
  /** A cell of its content holds what the add-on wrote for a status column: an Order ID of this spreadsheet, or a Message. */
  | { why: "misplacedText"; holds: "orderId" | "message"; text: string; field: DataField }
  /** Rows of the order that are not selected, or hidden by the filter. */
  | { why: "partial"; ref: string; rowNumbers: readonly number[]; hidden: boolean };

/** What the cells of an order that needs review say that it is. */
export type Standing = "created" | "unconfirmed" | "unsent";

/** What is to become of one order. */
export type Decision =
  /** To be sent. `requestId` null: a new one. `replaces`: the test order that a live one takes the place of. */
  | { kind: "send"; requestId: string | null; attempt: number; replaces: string }
  /** Made earlier; nothing to do. */
  | { kind: "created" }
  /** Made, after an earlier attempt was given up: that one may have landed since, and then there are two. */
  | { kind: "createdAgain"; key: SendKey }
  /** Problems in its cells. `idIsAnothers`: the Order ID in them is surely not theirs. */
  | { kind: "fix"; idIsAnothers?: true }
  /** It may exist: the API knows. */
  | { kind: "reconcile"; key: SendKey }
  | { kind: "needsReview"; review: Review; as: Standing };
