import type { Entry } from "../journal/entry";
import type { DataField } from "../orders/field";
import type { SendKey } from "../orders/send-key";
import type { Status } from "../orders/status";
import type { KeyStanding } from "../sheet/key-standing";
import type { OrderRecord } from "../sheet/order-record";
import type { Standing } from "./decision";

/** What a decision about one order rests on: nothing else is looked at. */
export interface OrderFacts {
  record: OrderRecord;
  /** The most cautious status of its rows. */
  status: Status | "";
  /** The Order ID that its rows show; "" for none. */
  orderId: string;
  key: KeyStanding;
  /** What the journal knows of the key's request; null for nothing, and for an order without one key. */
  entry: Entry | null;
  /** True when nothing was ever sent for the key, or what was sent is known not to have made an order. */
  surelyNotMade: boolean;
  /** The key is of the environment in use. */
  sameEnvironment: boolean;
  /** The key is of the API key in use. */
  sameApiKey: boolean;
  /**
   * A request that may have made this order and that no order of the sheet has for its own: one of this content, or, of
   * an order with an Order ref, one for the same ref and recipient (`changed`).
   */
  madeElsewhere: MadeElsewhere | null;
  /**
   * A request of this content that was called absent and that no order of the sheet has for its own: it may still land, and
   * under the same request both would be found.
   */
  lapsed: SendKey | null;
  /** The first row of another order that has a better right to the shown Order ID; null for none. */
  idRow: number | null;
  /** What the add-on wrote for a status column and stands in the order's content; null for nothing. */
  misplaced: MisplacedText | null;
  /** The shown Order ID is another order's by the journal, or another column's text: rows or columns moved under the write. */
  idIsAnothers: boolean;
  /** The row of a key that was made for this content and stands beside another one; null for none. */
  strayKeyRow: number | null;
  /** The row of a key that may have been sent and whose content is nowhere; null for none. One for the whole sheet. */
  unexplainedRow: number | null;
  /** What its cells say that it is. */
  standing: Standing;
}

/** A text in the wrong column: a column or a row was moved while the sheet was written. */
export interface MisplacedText {
  /** An Order ID where the ID of an article or a customer belongs, or a Message in any cell. */
  holds: "orderId" | "message";
  text: string;
  field: DataField;
}

/** What may exist already. `orderId` "" and `atMs` 0 if they are not known. */
export interface MadeElsewhere {
  orderId: string;
  atMs: number;
  /** It was sent for the same Order ref and recipient, with other content. */
  changed: boolean;
  /** The request, if nobody knows its end. */
  open: SendKey | null;
}

/** Who asks: an environment and an API key. */
export interface Asker {
  environment: "test" | "live";
  apiKeyHash: string;
}

/** What is looked at for all orders of a sheet at once. */
export interface FactsContext extends Asker {
  isOtherSheet(sheetId: number): boolean;
  words: {
    /** True for a text that the add-on writes into Message, in any language. */
    isMessage(text: string): boolean;
  };
  /**
   * Requests made before this moment are known to the person who asks to send again, so their content is no reason to
   * ask once more. Epoch milliseconds; 0 for anybody else.
   */
  knownUntilMs: number;
}
