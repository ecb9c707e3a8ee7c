import type { OrderPayload } from "../orders/order";
import type { OrderRecord } from "../orders/order-record";
import { formatSendKey, type SendKey } from "../orders/send-key";
import { Decider, type Looked } from "./decide-order";
import type { Execution } from "./execution";
import type { LogState } from "./log";
import type { Plan } from "./plan";
import { isWritten } from "./planned-cells";
import type { SheetPort } from "./ports";
import { addToReceipt, emptyReceipt, type Receipt } from "./receipt";
import { claimedCells } from "./result-cells";
import type { Settled } from "./settle";
import { abandonWave, freeSlot, newSlot, openSlot } from "./slots";
import type { KeyedWave } from "./wave-section";
import { writeLog } from "./write-log";
import { type ClaimWithKey, writePlanned } from "./write-planned";

/** An order that is ready to be sent: from here on it is known by its key alone. */
export interface KeyedOrder {
  key: SendKey;
  keyText: string;
  ref: string;
  payload: OrderPayload;
  /** The contents of its rows, to see whether somebody edits them before it is sent. */
  contents: string[];
}

/** Orders that were keyed, and the outcomes of those that were not. */
export interface Keyed {
  queue: KeyedOrder[];
  /** The first of the queue, where it is claimed with its key. */
  claimed: KeyedWave | null;
  before: Receipt;
  log: LogState;
}

/** The order with its key. */
export function keyedOrder(record: OrderRecord, payload: OrderPayload, key: SendKey): KeyedOrder {
  return {
    key,
    keyText: formatSendKey(key),
    ref: record.order.ref,
    payload,
    contents: record.rows.map((row) => row.content),
  };
}

/**
 * Decides about each order of a plan, writes what is decided, and gives those that are ready to be sent. `claims`: a run
 * begins with it, and its first wave is claimed in the same write, unless the rate limit is used up.
 */
export function keyOrders(
  execution: Execution,
  plan: Pick<Plan, "kind" | "sheet" | "orders">,
  settled: Settled,
  looked: Looked,
  runMark: string,
  claims: boolean,
): Keyed {
  const decide = new Decider(execution, plan.kind, settled, looked, runMark);
  const decisions = plan.orders.map((planned) => ({
    record: planned.record,
    decision: decide.about(planned),
  }));
  const writes = decisions.flatMap(({ decision }) =>
    decision.write && !isWritten(decision.write) ? [decision.write] : [],
  );
  const ready = new Map<OrderRecord, KeyedOrder>();
  for (const { record, decision } of decisions) {
    const { payload } = record.order;
    if (decision.key && payload) ready.set(record, keyedOrder(record, payload, decision.key));
  }
  const [first] = ready;
  const wave =
    claims && first && execution.pacer.available().count > 0 ? waveOf(execution, plan.sheet, ...first) : null;
  const written = writePlanned(execution, plan.sheet, writes, wave?.claim ?? null);
  const lines = decisions.flatMap(({ decision }) => (decision.line ? [decision.line] : []));
  const log = writeLog(execution, looked.log, lines);
  const claimed = wave && written.claimed && written.view ? { ...wave, view: written.view } : null;
  let before: Receipt = emptyReceipt();
  for (const { record, decision } of decisions) {
    const order = ready.get(record);
    if (!order) before = addToReceipt(before, decision.category);
    else if (!written.records.has(record) && !claimed?.orders.includes(order)) {
      ready.delete(record);
      before = addToReceipt(before, "notSent");
    }
  }
  return { queue: [...ready.values()], claimed, before, log };
}

/** A wave of one order, with the claim that goes along with its key. */
function waveOf(
  execution: Execution,
  { sheetId }: SheetPort,
  record: OrderRecord,
  order: KeyedOrder,
): Omit<KeyedWave, "view"> & { claim: ClaimWithKey } {
  const { clock, properties } = execution.ports;
  const slot = newSlot(execution, "0", sheetId, [order.keyText]);
  const cells = { ...claimedCells(clock.format(slot.claimedAtMs)), sendKey: order.keyText };
  const claim: ClaimWithKey = {
    write: { record, cells: record.rows.map(() => cells) },
    open: () => openSlot(properties, slot),
    free: () => freeSlot(properties, slot.id),
    abandon: () => abandonWave(execution, slot),
  };
  return { orders: [order], slot, claim };
}
