import type { SendKey } from "../orders/send-key";
import { readApiError, readCreatedOrder } from "./answers";
import type { ApiAnswer, TransportFailure, WaveAnswer } from "./http";
import { readReference } from "./reference";

/** Why a request is known not to have made an order. */
export type NotSentReason =
  | "rateLimit"
  | "apiKey"
  | "scope"
  | "ipList"
  | "forbidden"
  | "address"
  | "quota"
  | "changed"
  | "stopped"
  | "absent";

/** Why it is not known whether a request made an order. */
export type UnconfirmedReason = "serverError" | "transport" | "redirect" | "unreadable" | "noId" | "killed";

/** What became of one order. */
export type Outcome =
  | {
      kind: "created";
      orderId: string;
      orderNumber: string;
      /** How it is known, where not by the answer to its request; or what is odd about it. */
      note?: "byHand" | "found" | "edited";
      /** Every order that was made for this one, where there are several. */
      madeTwice?: readonly string[];
    }
  | { kind: "rejected"; code: string; message: string }
  | { kind: "notSent"; reason: NotSentReason }
  | { kind: "unconfirmed"; reason: UnconfirmedReason };

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
  /** Created, but the answer does not show the reference: look-ups would find nothing. */
  withoutEcho: boolean;
}

/** The verdict about each order of a wave, in the order in which their requests were sent. */
export function judgeWave(wave: WaveAnswer, keys: readonly SendKey[], runHasCreated: boolean): Verdict[] {
  if (!wave.ok) return keys.map(() => judgeFailure(wave.failure));
  return keys.map((key, index) => {
    const answer = wave.answers[index];
    return answer ? judgeAnswer(answer, key, runHasCreated) : unconfirmed("unreadable");
  });
}

/**
 * What an answer to POST /orders says about the order. Only what is certain is called Not sent or Rejected; a 404 before
 * the run has created an order speaks of the address, afterwards of something in the order.
 */
export function judgeAnswer(answer: ApiAnswer, key: SendKey, runHasCreated: boolean): Verdict {
  const { status } = answer;
  if (status === 201) return judgeCreated(answer, key);
  if (status === 429) return notSent("rateLimit", null);
  if (status === 401) return notSent("apiKey", "apiKey");
  if (status === 403) {
    const { code } = readApiError(answer);
    if (code === "INSUFFICIENT_SCOPE") return notSent("scope", "scope");
    return code === "IP_NOT_ALLOWED" ? notSent("ipList", "ipList") : notSent("forbidden", "forbidden");
  }
  if (status === 404 && !runHasCreated) return notSent("address", "address");
  if (status === 400 || status === 404) {
    const { code, message } = readApiError(answer);
    const stop = code === "MISSING_COMPANY_ID" ? "company" : null;
    return { outcome: { kind: "rejected", code, message }, stop, withoutEcho: false };
  }
  if (status >= 300 && status <= 399) return unconfirmed("redirect");
  return unconfirmed(status >= 500 ? "serverError" : "unreadable");
}

function judgeCreated(answer: ApiAnswer, key: SendKey): Verdict {
  const order = readCreatedOrder(answer);
  if (!order) return unconfirmed("noId");
  const echo = readReference(order);
  return {
    outcome: { kind: "created", orderId: order.id, orderNumber: order.orderNumber },
    stop: null,
    withoutEcho: echo?.stem !== key.stem,
  };
}

function judgeFailure(failure: TransportFailure): Verdict {
  return failure === "quota" ? notSent("quota", "quota") : unconfirmed("transport");
}

function notSent(reason: NotSentReason, stop: StopReason | null): Verdict {
  return { outcome: { kind: "notSent", reason }, stop, withoutEcho: false };
}

function unconfirmed(reason: UnconfirmedReason): Verdict {
  return { outcome: { kind: "unconfirmed", reason }, stop: null, withoutEcho: false };
}
