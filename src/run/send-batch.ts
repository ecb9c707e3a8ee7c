import { type AnswerContext, judgeBatch, type StopReason, type Verdict } from "../bitbybit/outcome";
import { createOrderRequest } from "../bitbybit/requests";
import { whileLocked } from "../execution/context";
import type { Journal } from "../journal/journal";
import { requestKey } from "../journal/journal";
import {
  type BatchProposal,
  type OpenedBatch,
  type OpenRefusal,
  openBatch,
  withdraw,
} from "../journal/open-batch";
import { ownsToken } from "../journal/owner";
import { lengthen } from "../pace/circuit-breaker";
import type { EndReason } from "../receipt/run-record";
import { readSheet, unlessGone } from "../spreadsheet/read-sheet";
import type { Desk } from "./desk";
import { type QueuedOrder, queueOf } from "./queue";
import { columnsMoved } from "./show-and-claim";

/** What came of sending what was claimed. */
export type SendResult =
  | { kind: "sent"; stop: StopReason | null }
  /** Nothing left: the section decides anew. */
  | { kind: "notSent"; why: OpenRefusal }
  | { kind: "ended"; reason: EndReason };

/**
 * Sends what was claimed: reads the sheet, opens the batch with what still reads as claimed, lets the requests leave, and
 * tells the journal what came back before anything is shown.
 */
export function sendClaimed(desk: Desk, claimed: ReadonlySet<string>): SendResult {
  const { context } = desk;
  const { clock } = context.ports;
  const begunAtMs = clock.nowMs();
  const reading = unlessGone(context, desk.sheet, () => readSheet(context, desk.sheet));
  if (!reading) return { kind: "ended", reason: { why: "columnsGone" } };
  const moved = columnsMoved(desk, reading);
  if (moved) return { kind: "ended", reason: moved };
  desk.reading = reading;
  const claimedOrders = (journal: Journal) =>
    queueOf(context, desk.run, reading, journal).waiting.filter(
      (order) =>
        !order.isRekeyed &&
        claimed.has(requestKey(order.key)) &&
        order.record.rows.every((row) => row.status === "Sending"),
    );
  const { count, waitMs } = context.rateLimiter.available();
  // The work begins a little before the window does; the requests wait for it below.
  const most = count === 0 && waitMs <= maxLeadMs ? context.rateLimiter.limit() : count;
  const orders = claimedOrders(desk.journal ?? context.journal.read().journal).slice(0, most);
  if (orders.length === 0) return { kind: "notSent", why: "changed" };
  const opened = whileLocked(context, () => open(desk, orders, claimedOrders));
  if (!opened.ok) return { kind: "notSent", why: opened.why };
  desk.leadMs = Math.min(maxLeadMs, clock.nowMs() - begunAtMs);
  return send(desk, opened, orders);
}

/** The longest time by which the work on a batch begins before the rate limit lets it leave. */
const maxLeadMs = 6_000;

/** Waits for the rate limit's window, if it is near. False when it has no room for so many: somebody else has used it. */
function hasRoom({ context }: Desk, requests: number): boolean {
  const { waitMs } = context.rateLimiter.available();
  if (waitMs > 0 && waitMs <= maxLeadMs) context.ports.clock.sleep(waitMs);
  return context.rateLimiter.available().count >= requests;
}

function open(
  desk: Desk,
  orders: readonly QueuedOrder[],
  claimedOrders: (journal: Journal) => QueuedOrder[],
): ReturnType<typeof openBatch> {
  const { context, run } = desk;
  desk.batches += 1;
  const proposal: BatchProposal = {
    // One execution may finish an old run and begin a new one; both have a first batch.
    id: `${run.id}-${context.mark}-${desk.batches}`,
    runId: run.id,
    orders: orders.map(({ key, refHash }) => ({ key, refHash, sheetId: desk.sheet.sheetId })),
  };
  return openBatch(
    context.journal,
    proposal,
    {
      isOwner: (properties) => ownsToken(properties, desk.token),
      stillToSend: (journal) => new Set(claimedOrders(journal).map(({ key }) => key.requestId)),
    },
    () => context.ports.clock.nowMs(),
  );
}

function send(desk: Desk, opened: OpenedBatch, orders: readonly QueuedOrder[]): SendResult {
  const { context } = desk;
  const { clock, http } = context.ports;
  const isOnTime = () => clock.nowMs() - opened.readBackAtMs <= context.options.sendWithinMs;
  if (!hasRoom(desk, opened.batch.entries.length) || !isOnTime()) {
    desk.closed = withdraw(context.journal, opened.batch);
    return { kind: "notSent", why: "changed" };
  }
  const byRequest = new Map(orders.map((order) => [order.key.requestId, order]));
  const leaving = opened.batch.entries.flatMap(({ key }) => {
    const order = byRequest.get(key.requestId);
    const payload = order?.record.order.payload;
    return payload ? [{ key, payload }] : [];
  });
  context.rateLimiter.reserve(leaving.length);
  const answer = http.send(
    leaving.map(({ key, payload }) => createOrderRequest(context.access, payload, key)),
  );
  context.rateLimiter.learn(answer.ok ? answer.answers : []);
  const verdicts = judgeBatch(
    answer,
    leaving.map(({ key }) => key),
    {
      place: context.access.referencePlace,
      apiKey: context.access.apiKey,
      runHasCreated: desk.run.created,
      idOwner: idOwners(desk),
      sentFor: (key) => byRequest.get(key.requestId)?.record.order.payload ?? null,
    },
  );
  return conclude(desk, opened, verdicts);
}

/** Whose an order ID is, by the journal, or by the row that shows it when the journal has forgotten it. */
function idOwners({ journal, reading }: Desk): AnswerContext["idOwner"] {
  const shown = new Map<string, string>();
  for (const { rows } of reading?.orders ?? [])
    for (const { cells, key } of rows)
      if (cells.orderId !== "") shown.set(cells.orderId, key?.requestId ?? "");
  return (orderId) => journal?.ownerOf(orderId)?.slice(1) ?? shown.get(orderId) ?? null;
}

function conclude(desk: Desk, { batch }: OpenedBatch, verdicts: readonly Verdict[]): SendResult {
  const outcomes = verdicts.map((verdict) => verdict.outcome);
  desk.closed = desk.context.journal.close(
    batch,
    outcomes.map((outcome) => ({ kind: "answered", outcome })),
  );
  desk.streak = lengthen(desk.streak, outcomes);
  const created = outcomes.some((outcome) => outcome.kind === "created");
  desk.run = { ...desk.run, sent: true, created: desk.run.created || created };
  return { kind: "sent", stop: verdicts.find((verdict) => verdict.stop)?.stop ?? null };
}
