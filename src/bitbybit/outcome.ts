import type { OrderPayload } from "../orders/order";
import type { SendKey } from "../orders/send-key";
import { isAnothersContent } from "./answered-content";
import { type ListedOrder, readApiError, readCreatedOrder } from "./answers";
import type { ApiAnswer, BatchAnswer } from "./http";
import { mentionedKeys, type ReferencePlace, readReference } from "./reference";

/** Why a request is known not to have made an order. */
export const notSentReasons = [
  "rateLimit",
  "apiKey",
  "scope",
  "ipList",
  "forbidden",
  "address",
  "changed",
  "stopped",
] as const;
export type NotSentReason = (typeof notSentReasons)[number];

/** Why it is not known whether a request made an order. */
export const unconfirmedReasons = [
  "serverError",
  "transport",
  "redirect",
  "unreadable",
  /** A 201 without an ID. */
  "noId",
  /** A 201 with an ID that no cell can keep: it holds a control character, half a character or the API key. */
  "badId",
  /** A 201 whose order bears another request's reference, or none and another order's content. */
  "othersReference",
  /** A 201 with an ID that belongs to another request. */
  "idTaken",
  /** The order with the ID that answered bears, in the shop's list, another request's reference. */
  "disproved",
  "killed",
] as const;
export type UnconfirmedReason = (typeof unconfirmedReasons)[number];

/** What became of one order. */
export type Outcome =
  | {
      kind: "created";
      /** At most 200 bytes; see `readOrderId`. */
      orderId: string;
      orderNumber: string;
      /** The API's ID was longer: `orderId` is its beginning, `…` and a hash. */
      idCut?: true;
    }
  | { kind: "rejected"; code: string; message: string }
  | { kind: "notSent"; reason: NotSentReason }
  | {
      kind: "unconfirmed";
      reason: UnconfirmedReason;
      /** The API's words for a status that its documentation does not list; never "". */
      words?: string;
    };

/** Why a run cannot go on: each needs a person. */
export type StopReason =
  | "apiKey"
  | "scope"
  | "ipList"
  | "forbidden"
  | "address"
  | "company"
  | "quota"
  | "breaker";

/** One order's outcome, and what it means for the run. */
export interface Verdict {
  outcome: Outcome;
  stop: StopReason | null;
  /** Created, but the answer does not show the reference whole: a scan may not find this order by it. */
  withoutEcho: boolean;
}

/** What answers are judged by. */
export interface AnswerContext {
  /** Where the requests carried their references. */
  place: ReferencePlace;
  /** The API key that they were sent with. It is taken out of what the API says. */
  apiKey: string;
  /** True if this run has created an order: from then on a 404 speaks of the order, not of the address. */
  runHasCreated: boolean;
  /** The request ID that this spreadsheet's journal knows as the owner of an order ID; null for an unknown ID. */
  idOwner(orderId: string): string | null;
  /** What was sent under a key; null if that is not known. */
  sentFor(key: SendKey): OrderPayload | null;
}

/**
 * The verdict about each order of a batch, in the order in which the requests were sent. If the batch threw, every order
 * is unconfirmed. If one order ID answers several requests, it is evidence only for the one request whose own reference
 * came back with it.
 */
export function judgeBatch(batch: BatchAnswer, keys: readonly SendKey[], context: AnswerContext): Verdict[] {
  if (!batch.ok) {
    const stop = batch.failure === "quota" ? "quota" : null;
    return keys.map(() => ({ ...unconfirmed("transport"), stop }));
  }
  const verdicts = keys.map((key, index) => {
    const answer = batch.answers[index];
    return answer ? judgeAnswer(answer, key, context) : unconfirmed("unreadable");
  });
  const answered = verdictsById(verdicts);
  return verdicts.map((verdict) => {
    const rivals = answered.get(idOf(verdict)) ?? [];
    if (rivals.length < 2) return verdict;
    const proven = rivals.filter(({ withoutEcho }) => !withoutEcho);
    return proven.length === 1 && proven[0] === verdict ? verdict : unconfirmed("idTaken");
  });
}

/**
 * What one answer to POST /orders says about its order. Only what is certain is called Not sent or Rejected. A 404 speaks
 * of the address until the run has created an order, afterwards of something in the order. A 201 is evidence unless its
 * reference or its ID belongs to another request, or it shows no reference and holds another order.
 */
export function judgeAnswer(answer: ApiAnswer, key: SendKey, context: AnswerContext): Verdict {
  const { status } = answer;
  if (status === 201) return judgeCreated(answer, key, context);
  if (status === 429) return notSent("rateLimit", null);
  if (status === 401) return notSent("apiKey", "apiKey");
  const { code, message } = readApiError(answer, context.apiKey);
  if (status === 403) {
    if (code === "INSUFFICIENT_SCOPE") return notSent("scope", "scope");
    return code === "IP_NOT_ALLOWED" ? notSent("ipList", "ipList") : notSent("forbidden", "forbidden");
  }
  if (status === 404 && !context.runHasCreated) return notSent("address", "address");
  if (status === 400 || status === 404) {
    const stop = code === "MISSING_COMPANY_ID" ? "company" : null;
    return { outcome: { kind: "rejected", code, message }, stop, withoutEcho: false };
  }
  if (status >= 300 && status <= 399) return unconfirmed("redirect");
  if (status >= 500) return unconfirmed("serverError");
  const words = message || code;
  const doubt = unconfirmed("unreadable");
  return words === "" ? doubt : { ...doubt, outcome: { kind: "unconfirmed", reason: "unreadable", words } };
}

function judgeCreated(answer: ApiAnswer, key: SendKey, context: AnswerContext): Verdict {
  const order = readCreatedOrder(answer, context.apiKey);
  if (!order) return unconfirmed("noId");
  if (order.idFault === "unfit") return unconfirmed("badId");
  const echo = echoOf(order, key, context.place);
  if (echo === "others") return unconfirmed("othersReference");
  const sent = echo === "none" ? context.sentFor(key) : null;
  if (sent && isAnothersContent(order.content, sent)) return unconfirmed("othersReference");
  const owner = context.idOwner(order.id);
  if (owner !== null && owner !== key.requestId) return unconfirmed("idTaken");
  const { id: orderId, orderNumber } = order;
  return {
    outcome: {
      kind: "created",
      orderId,
      orderNumber,
      ...(order.idFault === "long" ? { idCut: true } : {}),
    },
    stop: null,
    withoutEcho: echo !== "own",
  };
}

/**
 * Whose reference an answer shows. Without a whole one in its place, an order that mentions other requests and not this
 * one is another's all the same: a shop may add words to the notes.
 */
function echoOf(order: ListedOrder, key: SendKey, place: ReferencePlace): "own" | "others" | "none" {
  const whole = readReference(order, place);
  if (whole) return isSameRequest(whole, key) ? "own" : "others";
  const mentioned = mentionedKeys(order);
  return mentioned.length === 0 || mentioned.some((one) => isSameRequest(one, key)) ? "none" : "others";
}

function isSameRequest(one: SendKey, other: SendKey): boolean {
  return (
    one.requestId === other.requestId &&
    one.environment === other.environment &&
    one.apiKeyHash === other.apiKeyHash
  );
}

function verdictsById(verdicts: readonly Verdict[]): Map<string, Verdict[]> {
  const byId = new Map<string, Verdict[]>();
  for (const verdict of verdicts) {
    const id = idOf(verdict);
    if (id !== "") byId.set(id, [...(byId.get(id) ?? []), verdict]);
  }
  return byId;
}

/** The order ID that a verdict accepts; "" if it accepts none. */
function idOf({ outcome }: Verdict): string {
  return outcome.kind === "created" ? outcome.orderId : "";
}

function notSent(reason: NotSentReason, stop: StopReason | null): Verdict {
  return { outcome: { kind: "notSent", reason }, stop, withoutEcho: false };
}

function unconfirmed(reason: UnconfirmedReason): Verdict {
  return { outcome: { kind: "unconfirmed", reason }, stop: null, withoutEcho: false };
}
