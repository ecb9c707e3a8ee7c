import type { Outcome } from "../bitbybit/outcome";
import { english } from "../messages/english";
import type { KnownAttempt } from "../orders/order-record";
import { standsAs, takeWave } from "./claim";
import { type Execution, whileLocked } from "./execution";
import type { KeyedOrder } from "./key-orders";
import { appendLines, counted, evidenceOf, type LogState, logRecord, refreshed } from "./log";
import type { SheetPort } from "./ports";
import { cellsOf, claimedCells, logLineOf } from "./result-cells";
import type { SendingEnd } from "./sending-end";
import type { ResultCells, SheetView } from "./sheet-view";
import {
  attemptsOf,
  freeSlot,
  keepInSlot,
  loggedMark,
  newSlot,
  openSlot,
  openSlots,
  readSlots,
  type Slot,
} from "./slots";
import { stopRequested } from "./stop";
import { type KeyedWriteResult, writeByKey } from "./write-by-key";

/** Outcomes that are not in the sheet yet, and the slot that holds them. */
export interface Unwritten {
  orders: KeyedOrder[];
  /** One for each order. */
  outcomes: Outcome[];
  /** When the answers came. */
  atMs: number;
  /** Null for orders that never left: nothing has to be kept of them. */
  slot: Slot | null;
}

/** What the sections of one step work on. */
export interface SectionTask {
  runId: string;
  /** When the run was planned at the earliest: what others sent since, its plan did not know. */
  plannedAtMs: number;
  sheet: SheetPort;
  /** In the order in which they are to be sent. */
  queue: KeyedOrder[];
  log: LogState;
}

/** A wave that may leave. */
export interface ClaimedWave {
  orders: KeyedOrder[];
  /** Its record; without one nothing may leave. */
  slot: Slot;
}

/** How much may be claimed at once: so many waves of so many orders each. */
export interface ClaimSize {
  orders: number;
  waves: number;
}

/**
 * What lies between two waves: read, write the outcomes of the wave before and the claim of the next, the log, flush, read
 * back. A wave may leave only when its slot is written and the read-back shows each of its orders claimed and unchanged.
 */
export class WaveSection {
  /** Orders that are not reached. */
  queue: KeyedOrder[];
  log: LogState;
  unwritten: Unwritten[] = [];
  /** Orders that another run took meanwhile. */
  taken = 0;
  /** The sheet as the last section left it. */
  view: SheetView | null = null;
  /** Why no other wave may leave; null while it may. */
  end: SendingEnd | null = null;
  private waves = 0;

  constructor(
    private readonly execution: Execution,
    private readonly task: SectionTask,
  ) {
    this.queue = [...task.queue];
    this.log = task.log;
  }

  /** No other wave may leave. The first reason counts. */
  endWith(end: SendingEnd): void {
    this.end ??= end;
  }

  /** The locked section: outcomes so far into the sheet and the log, orders claimed; the waves of them that may leave. */
  carryOut(most: ClaimSize): ClaimedWave[] {
    return whileLocked(this.execution, english.runs.busy, () => {
      const { ports, environment } = this.execution;
      const written = this.unwritten;
      this.unwritten = [];
      let claims: ClaimedWave[] = [];
      const cells = new Map<string, ResultCells>();
      const contents = new Map<string, ReadonlySet<string>>();
      for (const batch of written) {
        batch.orders.forEach((order, index) => {
          const outcome = batch.outcomes[index];
          if (outcome)
            cells.set(order.keyText, cellsOf(outcome, environment, ports.clock.format(batch.atMs)));
          contents.set(order.keyText, new Set(order.contents));
        });
      }
      const lines = written.flatMap((batch) =>
        batch.orders.map((order, index) => {
          const outcome = batch.outcomes[index] ?? { kind: "unconfirmed", reason: "killed" };
          return logLineOf(outcome, environment, {
            keyText: order.keyText,
            ref: order.ref,
            atMs: batch.atMs,
          });
        }),
      );
      if (lines.length > 0) this.log = refreshed(ports.log, this.log, ports.properties.readAll());
      const result = writeByKey(ports.spreadsheet, this.task.sheet, {
        cells,
        contents,
        prepare: (view, more) => {
          this.markEdited(view, written, more);
          const candidates = takeWave(view, this.queue, most.orders * most.waves);
          claims = this.openClaims(this.choose(view, candidates, notSentNow(written)), most.orders);
          const claimed = claimedCells(ports.clock.format(ports.clock.nowMs()));
          for (const order of claims.flatMap(({ orders }) => orders)) {
            more.set(order.keyText, claimed);
            contents.set(order.keyText, new Set(order.contents));
          }
        },
        ...(lines.length > 0
          ? {
              alongside: () => {
                this.log = appendLines(ports.log, this.log, lines);
              },
            }
          : {}),
      });
      this.view = result.view;
      const properties = this.record(ports.properties.readAll(), result.alongsideDone ? written : []);
      this.release(written, result);
      if (result.refusedCell !== null) this.endWith({ why: "refused", cell: result.refusedCell });
      if (!result.view) this.endWith({ why: "columns" });
      return this.confirm(claims, properties);
    });
  }

  /** Waves that were claimed together with the keying, as far as they may leave. `view`: the sheet as it was read back. */
  adopt(claims: readonly ClaimedWave[], view: SheetView): ClaimedWave[] {
    this.view = view;
    return this.confirm(claims, this.execution.ports.properties.readAll());
  }

  /** Opens the slots of waves of `size` orders each; where the properties have no room for all of them, of the first alone. */
  private openClaims(orders: KeyedOrder[], size: number): ClaimedWave[] {
    const { properties } = this.execution.ports;
    const claims = inWaves(orders, size).map((wave): ClaimedWave => {
      this.waves += 1;
      const keyTexts = wave.map((order) => order.keyText);
      return {
        orders: wave,
        slot: newSlot(this.execution, String(this.waves), this.task.sheet.sheetId, keyTexts),
      };
    });
    for (const opened of claims.length > 1 ? [claims, claims.slice(0, 1)] : [claims]) {
      const slots = opened.map(({ slot }) => slot);
      if (slots.length === 0 || openSlots(properties, slots)) return opened;
    }
    this.endWith({ why: "full" });
    return [];
  }

  /** Orders whose rows are as they were checked; the others leave the queue. */
  private choose(
    view: SheetView,
    candidates: readonly KeyedOrder[],
    refused: ReadonlySet<string>,
  ): KeyedOrder[] {
    const gone = new Set<KeyedOrder>();
    const chosen = candidates.filter((order) => {
      const unsent = refused.has(order.keyText) ? ["Valid", "Not sent", "Sending"] : ["Valid", "Not sent"];
      if (standsAs(view, order, unsent)) return true;
      gone.add(order);
      const rows = view.byKey.get(order.keyText) ?? [];
      if (
        rows.length > 0 &&
        rows.every((row) => row.cells.status === "Valid" || row.cells.status === "Not sent")
      ) {
        this.later(order, { kind: "notSent", reason: "changed" });
      } else if (rows.length > 0) {
        this.taken += 1;
      }
      return false;
    });
    this.queue = this.queue.filter((order) => !gone.has(order));
    return chosen;
  }

  /** What the read-back and the other slots leave of some claims. */
  private confirm(claims: readonly ClaimedWave[], now: Readonly<Record<string, string>>): ClaimedWave[] {
    const [first] = claims;
    if (!first) return [];
    const { properties, log } = this.execution.ports;
    const { view } = this;
    if (stopRequested(now, this.task.runId)) this.endWith({ why: "stopped" });
    this.log = refreshed(log, this.log, now);
    // What others sent since the plan may be among the lines that are gone, and its rows may be as if never sent.
    if (this.log.missingLines > this.task.log.missingLines) this.endWith({ why: "log" });
    const others = readSlots(now).slots.filter((other) => other.executionMark !== first.slot.executionMark);
    const rivals = evidenceOf(others.flatMap(attemptsOf)).byStem;
    const elsewhere = this.sentElsewhere([...this.log.attempts, ...others.flatMap(attemptsOf)]);
    const made = evidenceOf(this.log.attempts).byStem;
    const mayLeave = (order: KeyedOrder) => {
      if (rivals.has(order.key.stem) || made.get(order.key.stem)?.outcome === "created") {
        this.taken += 1;
        return false;
      }
      const stands = view && !this.end && standsAs(view, order, ["Sending"]);
      if (
        stands &&
        !elsewhere.some(({ key }) => key.fingerprint === order.key.fingerprint && key.stem !== order.key.stem)
      )
        return true;
      this.later(order, { kind: "notSent", reason: this.end ? "stopped" : "changed" });
      return false;
    };
    const claimed = new Set(claims.flatMap(({ orders }) => orders));
    this.queue = this.queue.filter((order) => !claimed.has(order));
    const confirmed: ClaimedWave[] = [];
    for (const { orders: wave, slot } of claims) {
      const orders = wave.filter(mayLeave);
      const kept = keepInSlot(slot, new Set(orders.map((order) => order.keyText)));
      if (orders.length === wave.length) confirmed.push({ orders, slot });
      else if (orders.length === 0) freeSlot(properties, slot.id);
      else if (openSlot(properties, kept)) confirmed.push({ orders, slot: kept });
      else {
        this.endWith({ why: "full" });
        for (const order of orders) this.later(order, { kind: "notSent", reason: "stopped" });
      }
    }
    return confirmed;
  }

  /**
   * The fingerprints of what other runs have sent since this one was planned. Somebody who clears a row's key while another
   * run sends its order makes it look like one that was never sent; the next plan knows better.
   */
  private sentElsewhere(attempts: readonly KnownAttempt[]): KnownAttempt[] {
    // The log knows whole seconds.
    const sinceMs = this.task.plannedAtMs - 1_000;
    return attempts.filter(
      ({ key, outcome, atMs }) =>
        key.runMark !== this.task.runId &&
        atMs >= sinceMs &&
        outcome !== "rejected" &&
        outcome !== "notSent" &&
        key.environment === this.execution.environment,
    );
  }

  /** Counts the lines that were added to the log, those of `logged`; the document's properties as they then are. */
  private record(
    properties: Readonly<Record<string, string>>,
    logged: readonly Unwritten[],
  ): Readonly<Record<string, string>> {
    if (this.log.uncounted === 0) return properties;
    const marks = logged.map(({ slot }) => (slot ? loggedMark(slot) : {}));
    const record = Object.assign(logRecord(this.log, properties), ...marks);
    this.execution.ports.properties.write(record);
    this.log = counted(this.log);
    return { ...properties, ...record };
  }

  /** Frees the slots of outcomes that stand where they belong; what a sort displaced at every try keeps its slot. */
  private release(written: readonly Unwritten[], result: KeyedWriteResult): void {
    const { properties } = this.execution.ports;
    for (const { slot } of written) {
      if (!slot) continue;
      const keepAll = !result.alongsideDone || !result.view;
      const unsettled = new Set(slot.keyTexts.filter((keyText) => keepAll || result.unsettled.has(keyText)));
      if (result.alongsideDone && result.refusedCell !== null) unsettled.clear();
      if (unsettled.size === 0) freeSlot(properties, slot.id);
      else if (unsettled.size < slot.keyTexts.length)
        openSlot(properties, { ...keepInSlot(slot, unsettled), logged: result.alongsideDone });
    }
  }

  /** A row that was edited while its order was under way says so beside its ID. */
  private markEdited(view: SheetView, written: readonly Unwritten[], cells: Map<string, ResultCells>): void {
    const { environment, ports } = this.execution;
    for (const batch of written) {
      batch.orders.forEach((order, index) => {
        const outcome = batch.outcomes[index];
        if (outcome?.kind !== "created" || !batch.slot) return;
        const rows = view.byKey.get(order.keyText) ?? [];
        if (rows.length === 0 || rows.some((row) => order.contents.includes(row.content))) return;
        cells.set(
          order.keyText,
          cellsOf({ ...outcome, note: "edited" }, environment, ports.clock.format(batch.atMs)),
        );
      });
    }
  }

  /** An outcome of an order that never left, for the next section. */
  private later(order: KeyedOrder, outcome: Outcome): void {
    this.unwritten.push({
      orders: [order],
      outcomes: [outcome],
      atMs: this.execution.ports.clock.nowMs(),
      slot: null,
    });
  }
}

/** Keys that still show Sending, of orders that the answers say were not made. */
function notSentNow(written: readonly Unwritten[]): Set<string> {
  return new Set(
    written.flatMap((batch) =>
      batch.orders
        .filter((_, index) => batch.outcomes[index]?.kind === "notSent")
        .map((order) => order.keyText),
    ),
  );
}

/** Orders cut into waves of at most `size`. */
export function inWaves<T>(orders: readonly T[], size: number): T[][] {
  const waves: T[][] = [];
  for (let index = 0; index < orders.length; index += size) waves.push(orders.slice(index, index + size));
  return waves;
}
