import { actionFor } from "../decide/actions";
import type { Decision } from "../decide/decision";
import { decide } from "../decide/rules";
import { SheetFacts } from "../decide/sheet-facts";
import type { Context } from "../execution/context";
import { type Journal, worthOf } from "../journal/journal";
import { formatSendKey, type SendKey } from "../orders/send-key";
import { mostCautious } from "../orders/status";
import type { RunRecord } from "../receipt/run-record";
import { firstRowOf, type OrderRecord } from "../sheet/order-record";
import { mayBeRetried } from "../sheet/projection";
import { refHashOf } from "../sheet/ref-hash";
import type { SheetReading } from "../sheet/sheet-reading";

/** An order of a run that waits to be sent. */
export interface QueuedOrder {
  record: OrderRecord;
  key: SendKey;
  keyText: string;
  /** True when the key is not in its rows yet: the order was edited while it waited. */
  isRekeyed: boolean;
  refHash: string;
}

/** The orders of a run that wait, and those that left its queue since they were edited or somebody else sent them. */
export interface Queue {
  waiting: QueuedOrder[];
  left: { record: OrderRecord; decision: Decision }[];
}

/**
 * Finds out which orders of a run still wait, from the sheet and the journal alone: the execution that worked on it before
 * may have been killed at any moment.
 */
export function queueOf(context: Context, run: RunRecord, reading: SheetReading, journal: Journal): Queue {
  const knownUntilMs = run.kind === "sendAgain" ? run.startedAtMs : 0;
  const facts = new SheetFacts(reading, journal, { ...context, knownUntilMs });
  const queue: Queue = { waiting: [], left: [] };
  for (const record of reading.orders) {
    const own = record.rows.find((row) => row.key?.runId === run.id)?.key;
    if (!own || !isWaiting(record, own, run, journal)) continue;
    const decision = decide(facts.of(record), context);
    const order = decision.kind === "send" ? queued(context, record, own, decision, facts) : null;
    if (order) queue.waiting.push(order);
    else if (actionFor("create", decision).write !== "nothing") queue.left.push({ record, decision });
  }
  return queue;
}

/** Valid or claimed, and not answered by this run in a way that a person has to see. */
function isWaiting(record: OrderRecord, key: SendKey, run: RunRecord, journal: Journal): boolean {
  const worth = worthOf(journal.request(key), key.attempt);
  if (worth && mayBeRetried(worth) && worth.key.runId === run.id) return true;
  const status = mostCautious(record.rows.map((row) => row.status));
  return (status === "Valid" || status === "Sending") && (worth === null || worth.key.runId !== run.id);
}

function queued(
  context: Context,
  record: OrderRecord,
  own: SendKey,
  decision: Extract<Decision, { kind: "send" }>,
  facts: SheetFacts,
): QueuedOrder | null {
  const refHash = refHashOf(record.order.ref);
  const isHome = facts.standings.of(record).kind === "home" && decision.requestId === own.requestId;
  if (isHome)
    return { record, key: own, keyText: record.rows[0]?.cells.sendKey ?? "", isRekeyed: false, refHash };
  // An edited order keeps its request; anything else beside a key of this run was never planned by it.
  if (decision.requestId !== own.requestId || record.order.fingerprint === null) return null;
  const key: SendKey = {
    ...own,
    environment: context.environment,
    apiKeyHash: context.apiKeyHash,
    attempt: decision.attempt,
    fingerprint: record.order.fingerprint,
    rowCount: record.rows.length,
  };
  return { record, key, keyText: formatSendKey(key), isRekeyed: true, refHash };
}

/** Those that are wanted, in the order of the sheet, and few enough for their rows to need at most `maxRectangles`. */
export function firstOf(
  waiting: readonly QueuedOrder[],
  count: number,
  maxRectangles: number,
): QueuedOrder[] {
  const chosen: QueuedOrder[] = [];
  const rows = new Set<number>();
  let rectangles = 0;
  for (const order of [...waiting].sort((one, other) => firstRowOf(one.record) - firstRowOf(other.record))) {
    if (chosen.length >= count) break;
    let more = 0;
    for (const { rowNumber } of order.record.rows) {
      rows.add(rowNumber);
      more += rows.has(rowNumber - 1) ? 0 : 1;
    }
    if (chosen.length > 0 && rectangles + more > maxRectangles) break;
    rectangles += more;
    chosen.push(order);
  }
  return chosen;
}
