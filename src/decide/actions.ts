import type { SendKey } from "../orders/send-key";
import type { RunKind } from "../receipt/progress";
import type { ReceiptCategory } from "../receipt/receipt";
import type { Decision, Standing } from "./decision";

/** What is written beside an order before anything is sent. */
export type CellWrite =
  | "nothing"
  | "valid"
  /** `Valid` with the send key of the run that will send it. */
  | "key"
  | "invalid"
  | "review"
  /** `Unconfirmed`, and why it is not known yet. */
  | "unresolved";

/** What a kind of run does about a decision. */
export interface Action {
  /** How the order counts, unless it is sent. */
  counts: ReceiptCategory;
  write: CellWrite;
  /** It is in the number of orders that the user is asked about. */
  asked: boolean;
  send: boolean;
  /** The API is asked about it first. */
  lookUp: boolean;
}

type DecisionKind = Exclude<Decision["kind"], "needsReview"> | `review ${Standing}`;

const skip: Action = { counts: "skipped", write: "nothing", asked: false, send: false, lookUp: false };
const send: Action = { counts: "notSent", write: "key", asked: true, send: true, lookUp: false };
const lookUp: Action = { counts: "unconfirmed", write: "unresolved", asked: true, send: false, lookUp: true };
const invalid: Action = { ...skip, counts: "invalid", write: "invalid" };
const reviewed: Action = { ...skip, counts: "invalid", write: "review" };
const unconfirmed: Action = { ...skip, counts: "unconfirmed" };
const stillReviewed: Action = { ...unconfirmed, write: "review" };

/** What is written, counted, asked and sent, by the kind of run and the decision. */
const table: Readonly<Record<RunKind, Readonly<Record<DecisionKind, Action>>>> = {
  create: {
    send,
    created: skip,
    createdAgain: skip,
    fix: invalid,
    reconcile: lookUp,
    "review created": reviewed,
    "review unsent": reviewed,
    "review unconfirmed": stillReviewed,
  },
  /** A check never touches a row that was sent. */
  check: {
    send: { ...skip, counts: "valid", write: "valid", asked: true },
    created: { ...skip, asked: true },
    createdAgain: { ...skip, asked: true },
    fix: { ...invalid, asked: true },
    reconcile: { ...unconfirmed, asked: true },
    "review created": { ...skip, asked: true },
    "review unsent": { ...reviewed, asked: true },
    "review unconfirmed": { ...unconfirmed, asked: true },
  },
  resolve: {
    send: skip,
    created: skip,
    createdAgain: { ...skip, asked: true, lookUp: true },
    fix: skip,
    reconcile: lookUp,
    "review created": skip,
    "review unsent": skip,
    "review unconfirmed": stillReviewed,
  },
  /** A person says that the order is not in bitbybit. */
  sendAgain: {
    send: skip,
    created: skip,
    createdAgain: skip,
    fix: skip,
    reconcile: send,
    "review created": skip,
    "review unsent": skip,
    "review unconfirmed": send,
  },
};

/** What a kind of run does about a decision. */
export function actionFor(kind: RunKind, decision: Decision): Action {
  if (decision.kind !== "needsReview") return table[kind][decision.kind];
  // "It was made before" is the one question that only a person can answer, whatever the cells say.
  if (kind === "sendAgain" && decision.review.why === "madeBefore") return send;
  const action = table[kind][`review ${decision.as}`];
  return kind === "create" && requestToLookUp(decision) ? { ...action, asked: true, lookUp: true } : action;
}

/** The request that a look-up would be for; null for a decision that none can help. */
export function requestToLookUp(decision: Decision): SendKey | null {
  if ("key" in decision) return decision.key;
  return decision.kind === "needsReview" && decision.review.why === "madeBefore"
    ? decision.review.open
    : null;
}
