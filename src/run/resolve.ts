import type { ListedOrder } from "../bitbybit/answers";
import type { Outcome } from "../bitbybit/outcome";
import type { Evidence, KnownAttempt, OrderRecord } from "../orders/order-record";
import type { SendKey } from "../orders/send-key";
import type { Execution } from "./execution";
import { type LookUpDoubt, type Sighting, scanOrders, searchByNames } from "./look-up";
import type { Pacer } from "./pacer";
import { newSlot, openSlot } from "./slots";
import { absentFromMs } from "./waits";

/** An order that may exist, to be looked for. */
export interface LookUpTarget {
  record: OrderRecord;
  key: SendKey;
  keyText: string;
  /** Its rows are as they were sent, so that it may be sent again when it is surely absent. */
  complete: boolean;
}

/** What a look-up found out about one order. */
export type LookUpAnswer =
  | { kind: "found"; outcome: Extract<Outcome, { kind: "created" }> }
  | { kind: "absent" }
  /** `untilMs`: when absence can be told at the earliest; null where waiting is of no use. */
  | { kind: "unknown"; doubt: LookUpDoubt | "wait"; untilMs: number | null };

/** The longest wait for the moment at which absence can be told that is slept through. */
const longestSleepMs = 65_000;

/** An execution ends at 360 s; what is not told by then is told by the next look-up. */
const lookUpBudgetMs = 200_000;

/** What a look-up starts from. */
export interface LookUpBasis {
  evidence: Evidence;
  /** False: the API does not give references back, so nothing can be called absent. */
  echoes: boolean;
  /** Before this moment orders that were made may not be in the list yet; epoch milliseconds. */
  notBeforeMs: number;
}

/**
 * Looks for orders whose answers were lost, until each is found, surely absent, or cannot be told for now. One scan
 * settles all.
 */
export function lookUp(
  execution: Execution,
  pacer: Pacer,
  targets: readonly LookUpTarget[],
  { evidence, echoes, notBeforeMs }: LookUpBasis,
): { answers: Map<LookUpTarget, LookUpAnswer>; sighting: Sighting } {
  const { clock } = execution.ports;
  const attempts = attemptsOfTargets(execution, targets, evidence);
  clock.sleep(Math.max(0, Math.min(longestSleepMs, notBeforeMs - clock.nowMs())));
  for (;;) {
    const startedAtMs = clock.nowMs();
    const sighting = scanOrders(execution, pacer);
    if (sighting.doubt === "tooMany")
      addFindings(sighting, searchByNames(execution, pacer, namesOf(targets)));
    const answers = new Map<LookUpTarget, LookUpAnswer>();
    let nextMs = Number.POSITIVE_INFINITY;
    for (const target of targets) {
      const answer = answerFor(target, attempts.get(target), sighting, evidence, startedAtMs, echoes);
      answers.set(target, answer);
      if (answer.kind === "unknown" && answer.untilMs !== null) nextMs = Math.min(nextMs, answer.untilMs);
    }
    const waitMs = nextMs - clock.nowMs();
    const inTime = clock.nowMs() + waitMs < execution.startedAtMs + lookUpBudgetMs;
    if (waitMs > longestSleepMs || !inTime) return { answers, sighting };
    clock.sleep(Math.max(0, waitMs));
  }
}

/** The orders that were made more than once: one stem, several orders. */
export function madeTwice(sighting: Sighting, stem: string): readonly ListedOrder[] | null {
  const orders = sighting.byStem.get(stem) ?? [];
  return orders.length > 1 ? orders : null;
}

/** The outcome for orders found by their reference. */
export function foundOutcome(orders: readonly ListedOrder[]): Extract<Outcome, { kind: "created" }> {
  const [first, ...more] = [...orders].sort(
    (one, other) => (one.createdAtMs ?? 0) - (other.createdAtMs ?? 0),
  );
  const outcome = {
    kind: "created",
    orderId: first?.id ?? "",
    orderNumber: first?.orderNumber ?? "",
    note: "found",
  } as const;
  return more.length === 0 ? outcome : { ...outcome, madeTwice: orders.map((order) => order.id) };
}

function answerFor(
  target: LookUpTarget,
  attempt: KnownAttempt | undefined,
  sighting: Sighting,
  evidence: Evidence,
  scannedAtMs: number,
  echoes: boolean,
): LookUpAnswer {
  const found = sighting.byStem.get(target.key.stem);
  if (found) return { kind: "found", outcome: foundOutcome(found) };
  if (sighting.doubt) return { kind: "unknown", doubt: sighting.doubt, untilMs: null };
  if (!attempt) return { kind: "unknown", doubt: "wait", untilMs: null };
  const fromMs = absentFromMs(attempt);
  if (scannedAtMs < fromMs) return { kind: "unknown", doubt: "wait", untilMs: fromMs };
  return echoes && controlIsSeen(attempt, sighting, evidence)
    ? { kind: "absent" }
    : { kind: "unknown", doubt: "control", untilMs: null };
}

/**
 * The newest order known to have been made later, where there is one, must be in the list: a list that lags behind would call
 * both absent. One whose ID was typed by hand need not carry its key, so it says nothing about the list.
 */
function controlIsSeen(attempt: KnownAttempt, sighting: Sighting, evidence: Evidence): boolean {
  let control: KnownAttempt | null = null;
  for (const known of evidence.byStem.values()) {
    const sameList =
      known.key.environment === attempt.key.environment && known.key.keyMark === attempt.key.keyMark;
    if (known.outcome !== "created" || known.byHand || !sameList || known.atMs <= attempt.atMs) continue;
    if (!control || known.atMs > control.atMs) control = known;
  }
  return control === null || sighting.byStem.has(control.key.stem);
}

/**
 * What is known of each target's last attempt. One of which nothing is known may have been claimed this very moment by
 * somebody: a slot of its own remembers when it was first seen, so that the long wait can end.
 */
function attemptsOfTargets(
  execution: Execution,
  targets: readonly LookUpTarget[],
  evidence: Evidence,
): Map<LookUpTarget, KnownAttempt> {
  const attempts = new Map<LookUpTarget, KnownAttempt>();
  const unknown: LookUpTarget[] = [];
  for (const target of targets) {
    const known = evidence.byStem.get(target.key.stem);
    // A line of the log whose time somebody made unreadable tells nothing about waits.
    const timed = known && known.outcome !== "created" && known.atMs > 0;
    if (timed && known.key.attempt >= target.key.attempt) attempts.set(target, known);
    else unknown.push(target);
  }
  const { clock, properties } = execution.ports;
  const nowMs = clock.nowMs();
  for (let start = 0; start < unknown.length; start += 100) {
    const group = unknown.slice(start, start + 100);
    const { sheetId } = execution.ports.spreadsheet.activeSheet();
    const keyTexts = group.map((target) => target.keyText);
    const slot = newSlot(execution, `seen${start}`, sheetId, keyTexts);
    if (!openSlot(properties, slot)) continue;
    for (const target of group) {
      const { key, keyText } = target;
      attempts.set(target, {
        key,
        keyText,
        outcome: "pending",
        orderId: "",
        orderNumber: "",
        ref: "",
        atMs: nowMs,
      });
    }
  }
  return attempts;
}

function namesOf(targets: readonly LookUpTarget[]): string[] {
  const names = targets.map(({ record }) => {
    const address = record.order.payload?.shippingAddress;
    return address ? `${address.firstName} ${address.lastName}` : "";
  });
  return [...new Set(names.filter((name) => name !== ""))].slice(0, 100);
}

function addFindings(sighting: Sighting, more: Sighting): void {
  for (const [stem, orders] of more.byStem) if (!sighting.byStem.has(stem)) sighting.byStem.set(stem, orders);
}
