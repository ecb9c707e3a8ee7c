import type { OrderPayload } from "../orders/order";
import type { OrderRecord } from "../orders/order-record";
import { formatSendKey, type SendKey } from "../orders/send-key";
import { Decider, type Decision, type Looked } from "./decide-order";
import type { Execution } from "./execution";
import type { LogState } from "./log";
import type { Plan } from "./plan";
import { isWritten } from "./planned-cells";
import type { SheetPort } from "./ports";
import { addToReceipt, emptyReceipt, type Receipt } from "./receipt";
import { claimedCells } from "./result-cells";
import type { Settled } from "./settle";
import type { SheetView } from "./sheet-view";
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

/** Orders that were keyed. */
export interface Keyed {
  /** Ready to be sent. */
  queue: KeyedOrder[];
  /** The first of the queue, where it is claimed with its key. */
  claimed: KeyedWave | null;
  log: LogState;
  /** The sheet as it was read back; null where there was nothing to write. */
  view: SheetView | null;
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

/** What is decided about each order of a plan, and how far it is written into the sheet. */
export class Keying {
  /** The outcomes of the orders that are not to be sent. */
  readonly before: Receipt;
  /** How many are. */
  readonly toSend: number;
  private left: { record: OrderRecord; decision: Decision; order: KeyedOrder | null }[];

  constructor(
    private readonly execution: Execution,
    private readonly plan: Pick<Plan, "kind" | "sheet" | "orders">,
    settled: Settled,
    looked: Looked,
    runMark: string,
  ) {
    const decide = new Decider(execution, plan.kind, settled, looked, runMark);
    this.left = plan.orders.map((planned) => {
      const { record } = planned;
      const { payload } = record.order;
      const decision = decide.about(planned);
      return {
        record,
        decision,
        order: decision.key && payload && keyedOrder(record, payload, decision.key),
      };
    });
    this.before = this.left
      .filter(({ order }) => !order)
      .reduce((receipt, { decision }) => addToReceipt(receipt, decision.category), emptyReceipt());
    this.toSend = this.unkeyed;
  }

  /** Orders to be sent that have no key in the sheet yet. */
  get unkeyed(): number {
    return this.left.filter(({ order }) => order).length;
  }

  /** Whether anything of the plan is not written yet. */
  get isDone(): boolean {
    return this.left.length === 0;
  }

  /**
   * Writes what is decided about the next `count` orders, send keys included, and gives those of them that are ready to be
   * sent. `claims`: a run begins with it, and its first wave is claimed in the same write, unless the rate limit is used up.
   * Where it throws RunRefused or SheetFault they are still to be written.
   */
  next(count: number, log: LogState, claims: boolean): Keyed {
    const { execution, plan } = this;
    const portion = this.left.slice(0, count);
    const writes = portion.flatMap(({ decision }) =>
      decision.write && !isWritten(decision.write) ? [decision.write] : [],
    );
    const ready = portion.flatMap(({ record, order }) => (order ? [{ record, order }] : []));
    const [first] = ready;
    const wave =
      claims && first && execution.pacer.available().count > 0
        ? waveOf(execution, plan.sheet, first.record, first.order)
        : null;
    const written = writePlanned(execution, plan.sheet, writes, wave?.claim ?? null);
    this.left = this.left.slice(count);
    const lines = portion.flatMap(({ decision }) => (decision.line ? [decision.line] : []));
    const claimed = wave && written.claimed && written.view ? { ...wave, view: written.view } : null;
    const queue = ready
      .filter(({ record, order }) => written.records.has(record) || claimed?.orders.includes(order))
      .map(({ order }) => order);
    return { queue, claimed, log: writeLog(execution, log, lines), view: written.view };
  }
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
