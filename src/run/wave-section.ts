import type { Outcome } from "../bitbybit/outcome";
import { english } from "../messages/english";
import { type ClaimedWave, type ClaimSize, inWaves, standsAs, takeWave } from "./claim";
import { type Execution, whileLocked } from "./execution";
import type { KeyedOrder } from "./key-orders";
import { counted, type LogState, linesToAppend, logRecord, refreshed } from "./log";
import type { SheetPort } from "./ports";
import { claimedCells } from "./result-cells";
import { rivalsOf } from "./rivals";
import { endsStepAlone, type SendingEnd } from "./sending-end";
import type { SheetView } from "./sheet-view";
import {
  abandonWave,
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
import { cellsOfOutcomes, contentsOf, editedCells, linesOf, notSentNow, type Unwritten } from "./unwritten";
import { type KeyedWriteResult, writeByKey } from "./write-by-key";

/** What the sections of one step work on. */
export interface SectionTask {
  runId: string;
  /** When the run was planned at the earliest: what others sent since, its plan did not know. */
  plannedAtMs: number;
  /** The user has said of these orders that they are not in bitbybit. */
  byHand: boolean;
  sheet: SheetPort;
  /** In the order in which they are to be sent. */
  queue: KeyedOrder[];
  log: LogState;
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

  /** No other wave may leave. The first reason counts; what only ends this step gives way to what ends the run. */
  endWith(end: SendingEnd): void {
    if (this.end === null || endsStepAlone(this.end)) this.end = end;
  }

  /** The locked section: outcomes so far into the sheet and the log, orders claimed; the waves of them that may leave. */
  carryOut(most: ClaimSize): ClaimedWave[] {
    return whileLocked(this.execution, english.runs.busyMeanwhile, () => {
      const { ports, environment } = this.execution;
      const wording = { environment, format: (atMs: number) => ports.clock.format(atMs) };
      const written = this.unwritten;
      this.unwritten = [];
      let claims: ClaimedWave[] = [];
      const contents = contentsOf(written);
      const lines = linesOf(written, environment);
      if (lines.length > 0) this.log = refreshed(ports.log, this.log, ports.properties.readAll());
      const append = linesToAppend(ports.log, this.log, lines);
      const result = writeByKey(ports.spreadsheet, this.task.sheet, {
        cells: cellsOfOutcomes(written, wording),
        contents,
        prepare: (view, cells) => {
          for (const [keyText, edited] of editedCells(written, view, wording)) cells.set(keyText, edited);
          const candidates = takeWave(view, this.queue, most.orders * most.waves);
          claims = this.openClaims(this.choose(view, candidates, notSentNow(written)), most.orders);
          const claimed = claimedCells(ports.clock.format(ports.clock.nowMs()));
          for (const order of claims.flatMap(({ orders }) => orders)) {
            cells.set(order.keyText, claimed);
            contents.set(order.keyText, new Set(order.contents));
          }
        },
        ...(lines.length > 0
          ? {
              alongside: () => {
                this.log = append();
              },
            }
          : {}),
      });
      this.view = result.view;
      const { properties, isCounted } = this.record(
        ports.properties.readAll(),
        result.alongsideDone ? written : [],
      );
      this.release(written, result, isCounted);
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
        this.keep([order], { kind: "notSent", reason: "changed" }, null);
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
    const { log } = this.execution.ports;
    const { view } = this;
    if (stopRequested(now, this.task.runId)) this.endWith({ why: "stopped" });
    this.log = refreshed(log, this.log, now);
    // What others sent since the plan may be among the lines that are gone, and its rows may be as if never sent.
    if (this.log.missingLines > this.task.log.missingLines) this.endWith({ why: "log" });
    const rivals = rivalsOf(
      { ...this.task, environment: this.execution.environment, executionMark: first.slot.executionMark },
      readSlots(now).slots,
      this.log.attempts,
    );
    const mayLeave = (order: KeyedOrder) =>
      view !== null &&
      this.end === null &&
      standsAs(view, order, ["Sending"]) &&
      !rivals.hasSentContent(order.key);
    const claimed = new Set(claims.flatMap(({ orders }) => orders));
    this.queue = this.queue.filter((order) => !claimed.has(order));
    const confirmed: ClaimedWave[] = [];
    for (const claim of claims) {
      const own = claim.orders.filter((order) => !rivals.hasTaken(order.key));
      this.taken += claim.orders.length - own.length;
      const leaving = own.filter(mayLeave);
      const wave = leaving.length === claim.orders.length ? claim : this.narrow(claim, leaving, own);
      if (wave) confirmed.push(wave);
    }
    return confirmed;
  }

  /**
   * What is left of a claim of which some may not leave; null for nothing. Those get a slot that says so: until the next
   * section their rows say Sending, and nobody else could tell that they never left. What is not `own` is another run's.
   */
  private narrow(
    { slot }: ClaimedWave,
    leaving: readonly KeyedOrder[],
    own: readonly KeyedOrder[],
  ): ClaimedWave | null {
    const { properties, clock } = this.execution.ports;
    if (own.length === 0) {
      freeSlot(properties, slot.id);
      return null;
    }
    const staying = own.filter((order) => !leaving.includes(order));
    const unsent: Outcome = { kind: "notSent", reason: this.end ? "stopped" : "changed" };
    const atMs = clock.nowMs();
    const rest = keepInSlot(slot, keysOf(leaving));
    const stay: Slot = {
      ...keepInSlot(slot, keysOf(staying)),
      id: leaving.length === 0 ? slot.id : `${slot.id}s`,
      results: staying.map(() => ({ outcome: unsent, atMs })),
    };
    const slots = [rest, stay].filter(({ keyTexts }) => keyTexts.length > 0);
    if (openSlots(properties, slots)) {
      if (staying.length > 0) this.keep(staying, unsent, stay);
      return leaving.length === 0 ? null : { orders: [...leaving], slot: rest };
    }
    this.endWith({ why: "full" });
    this.keep(own, { kind: "notSent", reason: "stopped" }, abandonWave(this.execution, slot));
    return null;
  }

  /**
   * Counts the lines that were added to the log, those of `logged`. The document's properties as they then are, and whether
   * every line is counted: where there is no room for it, the slots alone tell such lines from others that go missing.
   */
  private record(
    properties: Readonly<Record<string, string>>,
    logged: readonly Unwritten[],
  ): { properties: Readonly<Record<string, string>>; isCounted: boolean } {
    if (this.log.uncounted === 0) return { properties, isCounted: true };
    const marks = logged.map(({ slot }) => (slot ? loggedMark(slot) : {}));
    const record = Object.assign(logRecord(this.log, properties), ...marks);
    if (!this.execution.ports.properties.write(record)) return { properties, isCounted: false };
    this.log = counted(this.log);
    return { properties: { ...properties, ...record }, isCounted: true };
  }

  /**
   * Frees the slots of outcomes that stand where they belong and whose lines are counted; what a sort displaced at every try
   * keeps its slot.
   */
  private release(written: readonly Unwritten[], result: KeyedWriteResult, isCounted: boolean): void {
    const { properties } = this.execution.ports;
    if (!isCounted) return;
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

  /** The outcome of orders that never left, for the next section. `slot`: what remembers it until then, where they were claimed. */
  private keep(orders: readonly KeyedOrder[], outcome: Outcome, slot: Slot | null): void {
    this.unwritten.push({
      orders: [...orders],
      outcomes: orders.map(() => outcome),
      atMs: this.execution.ports.clock.nowMs(),
      slot,
    });
  }
}

function keysOf(orders: readonly KeyedOrder[]): Set<string> {
  return new Set(orders.map((order) => order.keyText));
}
