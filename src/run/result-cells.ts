import type { Environment } from "../bitbybit/api-key";
import type { Outcome } from "../bitbybit/outcome";
import { english } from "../messages/english";
import type { KnownAttempt } from "../orders/order-record";
import type { Status } from "../orders/status";
import type { LogLine } from "./log-line";
import type { ResultCells } from "./sheet-view";

/** The status that an outcome is written as. */
export function statusOf(outcome: Outcome, environment: Environment): Status {
  switch (outcome.kind) {
    case "created":
      return environment === "live" ? "Created" : "Created (test)";
    case "rejected":
      return "Rejected";
    case "notSent":
      return "Not sent";
    case "unconfirmed":
      return "Unconfirmed";
  }
}

/** The five cells beside an order's rows. */
export function cellsOf(outcome: Outcome, environment: Environment, updatedAt: string): ResultCells {
  const created = outcome.kind === "created";
  return {
    status: statusOf(outcome, environment),
    orderId: created ? outcome.orderId : "",
    orderNumber: created ? outcome.orderNumber : "",
    message: english.outcomes.message(outcome),
    updatedAt,
  };
}

/** The cells of an order that has been claimed: its request may be under way from now on. */
export function claimedCells(updatedAt: string): ResultCells {
  return { status: "Sending", orderId: "", orderNumber: "", message: "", updatedAt };
}

/** The log's line about an outcome. */
export function logLineOf(
  outcome: Outcome,
  environment: Environment,
  about: { keyText: string; ref: string; atMs: number; note?: string },
): LogLine {
  const created = outcome.kind === "created";
  return {
    atMs: about.atMs,
    event: statusOf(outcome, environment),
    keyText: about.keyText,
    orderId: created ? outcome.orderId : "",
    orderNumber: created ? outcome.orderNumber : "",
    environment,
    ref: about.ref,
    note: about.note ?? "",
  };
}

/** The outcome that log or slot remember. */
export function outcomeOfAttempt(attempt: KnownAttempt): Outcome | null {
  switch (attempt.outcome) {
    case "created":
      return { kind: "created", orderId: attempt.orderId, orderNumber: attempt.orderNumber };
    case "rejected":
      return { kind: "rejected", code: "", message: "" };
    case "notSent":
      return { kind: "notSent", reason: "stopped" };
    case "unconfirmed":
      return { kind: "unconfirmed", reason: "killed" };
    case "pending":
      return null;
  }
}
