import type { OrderPayload } from "../orders/order";
import type { OrderRecord } from "../orders/order-record";
import { formatSendKey, type SendKey } from "../orders/send-key";
import { type ClaimedWave, type ClaimSize, inWaves } from "./claim";
import { Decider, type Decision, type Looked } from "./decide-order";
import type { Execution } from "./execution";
import type { LogState } from "./log";
import type { Plan } from "./plan";
import { isWritten } from "./planned-cells";
import { addToReceipt, emptyReceipt, type Receipt } from "./receipt";
import { claimedCells } from "./result-cells";
import type { Settled } from "./settle";
import type { SheetView } from "./sheet-view";
import { abandonWave, freeSlot, newSlot, openSlots } from "./slots";
import { writeLog } from "./write-log";
import { type ClaimWithKeys, type PlannedWrite, writePlanned } from "./write-planned";

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
  /** Waves of the first of the queue, which are claimed with their keys. */
  claimed: ClaimedWave[];
  log: LogState;
  /** The sheet as it was read back; null where there was nothing to write. */
  view: SheetView | null;
}

/** How things stand when more of a plan is keyed. */
export interface KeyingMoment {
  log: LogState;
  /** The sheet as it was last read back; null before that. */
  view: SheetView | null;
  /** What may be claimed along with the keys; null where nothing may leave now. */
  most: ClaimSize | null;
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

/** A wave that is claimed in the write that keys its orders. */
interface KeyedWave extends ClaimedWave {
  writes: PlannedWrite[];
}

/** What is decided about each order of a plan, and how far it is written into the sheet. */
export class Keying {
  /** The outcomes of the orders that are not to be sent. */
  readonly before: Receipt;
  /** How many are. */
  readonly toSend: number;
  private left: { record: OrderRecord; decision: Decision; order: KeyedOrder | null }[];
  private claims = 0;

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
   * sent. The first of these are claimed in the same write, as many as `most` says; null: none are. Where it throws
   * RunRefused or SheetFault they are still to be written.
   */
  next(count: number, log: LogState, most: ClaimSize | null): Keyed {
    const { execution, plan } = this;
    const portion = this.left.slice(0, count);
    const writes = portion.flatMap(({ decision }) =>
      decision.write && !isWritten(decision.write) ? [decision.write] : [],
    );
    const ready = portion.flatMap(({ record, order }) => (order ? [{ record, order }] : []));
    const waves = most ? inWaves(ready.slice(0, most.orders * most.waves), most.orders) : [];
    const claims = waves.map((wave) => this.claimOf(wave));
    const written = writePlanned(execution, plan.sheet, writes, claimsWithKeys(execution, claims));
    this.left = this.left.slice(count);
    const lines = portion.flatMap(({ decision }) => (decision.line ? [decision.line] : []));
    const claimed = written.claimed ? claims.map(({ orders, slot }) => ({ orders, slot })) : [];
    const inClaim = new Set(claimed.flatMap(({ orders }) => orders));
    const queue = ready
      .filter(({ record, order }) => written.records.has(record) || inClaim.has(order))
      .map(({ order }) => order);
    return { queue, claimed, log: writeLog(execution, log, lines), view: written.view };
  }

  /** A wave with the claim that goes along with its keys. */
  private claimOf(wave: readonly { record: OrderRecord; order: KeyedOrder }[]): KeyedWave {
    const { execution } = this;
    const { clock } = execution.ports;
    const orders = wave.map(({ order }) => order);
    const keyTexts = orders.map((order) => order.keyText);
    const slot = newSlot(execution, `k${this.claims}`, this.plan.sheet.sheetId, keyTexts);
    this.claims += 1;
    const claimed = claimedCells(clock.format(slot.claimedAtMs));
    return {
      orders,
      slot,
      writes: wave.map(({ record, order }) => {
        const cells = { ...claimed, sendKey: order.keyText };
        return { record, cells: record.rows.map(() => cells) };
      }),
    };
  }
}

/** The waves' claims as one, with their slots; null for none. */
function claimsWithKeys(execution: Execution, waves: readonly KeyedWave[]): ClaimWithKeys | null {
  if (waves.length === 0) return null;
  const { properties } = execution.ports;
  const slots = waves.map(({ slot }) => slot);
  return {
    writes: waves.flatMap(({ writes }) => writes),
    open: () => openSlots(properties, slots),
    free: () => {
      for (const slot of slots) freeSlot(properties, slot.id);
    },
    abandon: () => {
      for (const slot of slots) abandonWave(execution, slot);
    },
  };
}
