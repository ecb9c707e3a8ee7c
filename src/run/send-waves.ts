import { judgeWave, type Outcome, type StopReason } from "../bitbybit/outcome";
import { createOrderRequest } from "../bitbybit/requests";
import { english } from "../messages/english";
import type { KnownAttempt } from "../orders/order-record";
import { isBroken, lengthen, lengthenByLostWave, type Streak, waveSize } from "./breaker";
import { standsAs, takeWave } from "./claim";
import { type Execution, whileLocked } from "./execution";
import type { KeyedOrder } from "./key-orders";
import { appendLines, counted, evidenceOf, type LogState, logRecord, refreshed } from "./log";
import type { Pacer } from "./pacer";
import type { SheetPort } from "./ports";
import { cellsOf, claimedCells, logLineOf } from "./result-cells";
import type { ResultCells, SheetView } from "./sheet-view";
import { attemptsOf, freeSlot, keepInSlot, openSlot, readSlots, type Slot, saveResults } from "./slots";
import { stopRequested } from "./stop";
import { type KeyedWriteResult, writeByKey } from "./write-by-key";

/** Why sending came to an end for now. */
export type SendingEnd =
  | { why: "done" }
  /** The time of this step is used up. */
  | { why: "time" }
  /** The rate limit asks for a wait that is longer than this step may sleep. */
  | { why: "wait"; waitMs: number }
  | { why: "stopped" }
  | { why: "stop"; reason: StopReason }
  /** No room for a slot: nothing may be sent. */
  | { why: "full" }
  /** Cells refuse to be written, or the sheet's columns are gone. */
  | { why: "refused"; cell: string }
  | { why: "columns" }
  /** Lines of the log disappeared while others wrote to it. */
  | { why: "log" };

/** What a step of sending starts from. */
export interface SendingTask {
  runId: string;
  /** When the run was planned at the earliest: what others sent since, its plan did not know. */
  plannedAtMs: number;
  sheet: SheetPort;
  /** In the order in which they are to be sent. */
  queue: KeyedOrder[];
  log: LogState;
  /** What the run did in earlier executions. */
  sentBefore: boolean;
  createdBefore: boolean;
  /** No wave leaves after this moment. */
  untilMs: number;
  /** The longest wait that is slept through. */
  longestSleepMs: number;
  /** Called after every wave with the orders not reached yet. */
  onWave(remaining: number): void;
}

/** What came of it. */
export interface SendingResult {
  end: SendingEnd;
  log: LogState;
  /** Not reached. */
  queue: KeyedOrder[];
  /** Orders that another run took meanwhile. */
  taken: number;
  createdAny: boolean;
  /** False once an answer did not show the reference. */
  echoes: boolean;
  view: SheetView | null;
}

/** A wait so short is better slept through before the outcomes are written, together with the next claim. */
const shortWaitMs = 3_000;

/** How long before the end of a wait the next wave is claimed, so that it leaves as soon as it may. */
const claimLeadMs = 1_500;

/** Outcomes that are not in the sheet yet, and the slot that holds them. */
interface Unwritten {
  orders: KeyedOrder[];
  outcomes: Outcome[];
  atMs: number;
  slot: Slot | null;
}

/**
 * Sends orders in waves until all are sent, the time is up, or something needs a person. Between two waves lies one locked
 * section: read, write the outcomes of the wave before and the claim of the next, the log, flush, read back. A wave leaves
 * only when its slot is written and the read-back shows each of its orders claimed and unchanged.
 */
export function sendWaves(execution: Execution, pacer: Pacer, task: SendingTask): SendingResult {
  return new WaveSender(execution, pacer, task).run();
}

class WaveSender {
  private queue: KeyedOrder[];
  private log: LogState;
  private unwritten: Unwritten[] = [];
  private streak: Streak = { failure: "", count: 0 };
  private sent: boolean;
  private created: boolean;
  private taken = 0;
  private echoes = true;
  private view: SheetView | null = null;
  private end: SendingEnd | null = null;
  private waves = 0;
  /** The next wave is claimed before the wait for it is over. */
  private claimsAhead = false;

  constructor(
    private readonly execution: Execution,
    private readonly pacer: Pacer,
    private readonly task: SendingTask,
  ) {
    this.queue = [...task.queue];
    this.log = task.log;
    this.sent = task.sentBefore;
    this.created = task.createdBefore;
  }

  run(): SendingResult {
    while (!this.end) {
      const allowed = this.allowedNow();
      if (allowed === 0) break;
      this.send(this.section(allowed));
    }
    // Orders that were found changed at the last claim are told so in one more section.
    for (let left = 2; this.unwritten.length > 0 && left > 0; left -= 1) this.section(0);
    const { log, queue, taken, echoes, view } = this;
    return { end: this.end ?? { why: "done" }, log, queue, taken, createdAny: this.created, echoes, view };
  }

  /** How many orders may leave now; 0 ends the step, with `end` telling why. Sleeps through waits that are short enough. */
  private allowedNow(): number {
    const { clock } = this.execution.ports;
    for (;;) {
      if (this.queue.length === 0) return this.endWith({ why: "done" });
      if (clock.nowMs() >= this.task.untilMs) return this.endWith({ why: "time" });
      const { count, waitMs } = this.pacer.available();
      if (count > 0) return Math.min(count, waveSize(this.streak, this.sent, this.created));
      if (waitMs > shortWaitMs && this.unwritten.length > 0) {
        this.section(0);
        if (this.end) return 0;
        continue;
      }
      if (waitMs > this.task.longestSleepMs || clock.nowMs() + waitMs >= this.task.untilMs) {
        return this.endWith({ why: "wait", waitMs });
      }
      clock.sleep(waitMs - claimLeadMs);
      this.claimsAhead = true;
      return Math.min(this.pacer.limit(), waveSize(this.streak, this.sent, this.created));
    }
  }

  /** How many of the claimed orders may leave; sleeps through the rest of the wait that they were claimed in. */
  private mayLeave(claimed: number): number {
    if (!this.claimsAhead) return claimed;
    this.claimsAhead = false;
    for (;;) {
      const { count, waitMs } = this.pacer.available();
      if (count > 0) return Math.min(count, claimed);
      // Somebody else with the same API key has taken the window.
      if (waitMs > 2 * claimLeadMs) return 0;
      this.execution.ports.clock.sleep(waitMs);
    }
  }

  private endWith(end: SendingEnd): 0 {
    this.end ??= end;
    return 0;
  }

  /** The locked section: outcomes so far into the sheet and the log, at most `most` orders claimed; those that may leave. */
  private section(most: number): { orders: KeyedOrder[]; slot: Slot | null } {
    return whileLocked(this.execution, english.runs.busy, () => {
      const { ports, environment } = this.execution;
      const written = this.unwritten;
      this.unwritten = [];
      let wave: KeyedOrder[] = [];
      let slot: Slot | null = null;
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
          if (most === 0) return;
          wave = this.choose(view, takeWave(view, this.queue, most), notSentNow(written));
          if (wave.length === 0) return;
          slot = this.newSlot(wave);
          if (!openSlot(ports.properties, slot)) {
            this.endWith({ why: "full" });
            wave = [];
            slot = null;
            return;
          }
          const claimed = claimedCells(ports.clock.format(ports.clock.nowMs()));
          for (const order of wave) {
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
      const properties = this.record(ports.properties.readAll());
      this.release(written, result);
      if (result.refusedCell !== null) this.endWith({ why: "refused", cell: result.refusedCell });
      if (!result.view) this.endWith({ why: "columns" });
      return this.confirm(wave, slot, result, properties);
    });
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

  /** What the read-back and the other slots leave of a claim. */
  private confirm(
    wave: KeyedOrder[],
    slot: Slot | null,
    result: KeyedWriteResult,
    now: Readonly<Record<string, string>>,
  ): { orders: KeyedOrder[]; slot: Slot | null } {
    if (!slot || wave.length === 0) return { orders: [], slot: null };
    const { properties, log } = this.execution.ports;
    const view = result.view;
    if (stopRequested(now, this.task.runId)) this.endWith({ why: "stopped" });
    const known = this.log;
    this.log = refreshed(log, known, now);
    // What others sent since the plan may be among the lines that are gone, and its rows may be as if never sent.
    if (this.log !== known && this.log.missingLines > known.missingLines) this.endWith({ why: "log" });
    const others = readSlots(now).slots.filter((other) => other.executionMark !== slot.executionMark);
    const rivals = evidenceOf(others.flatMap(attemptsOf)).byStem;
    const elsewhere = this.sentElsewhere([...this.log.attempts, ...others.flatMap(attemptsOf)]);
    const made = evidenceOf(this.log.attempts).byStem;
    const orders = wave.filter((order) => {
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
    });
    this.queue = this.queue.filter((order) => !wave.includes(order));
    if (orders.length === wave.length) return { orders, slot };
    if (orders.length === 0) {
      freeSlot(properties, slot.id);
      return { orders, slot: null };
    }
    const kept = keepInSlot(slot, new Set(orders.map((order) => order.keyText)));
    if (openSlot(properties, kept)) return { orders, slot: kept };
    this.endWith({ why: "full" });
    for (const order of orders) this.later(order, { kind: "notSent", reason: "stopped" });
    return { orders: [], slot: null };
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

  /** Lets the wave leave, and keeps its outcomes in its slot before anything else. */
  private send({ orders, slot }: { orders: KeyedOrder[]; slot: Slot | null }): void {
    if (orders.length === 0 || !slot) return;
    const { clock, properties } = this.execution.ports;
    const verdicts = this.request(orders.slice(0, this.mayLeave(orders.length)));
    const atMs = clock.nowMs();
    // What may not leave yet never reached the API.
    const outcomes = orders.map(
      (_, index): Outcome => verdicts[index]?.outcome ?? { kind: "notSent", reason: "rateLimit" },
    );
    const known: Slot = { ...slot, results: outcomes.map((outcome) => ({ outcome, atMs })) };
    saveResults(properties, known);
    this.unwritten.push({ orders, outcomes, atMs, slot: known });
    this.sent ||= verdicts.length > 0;
    this.created ||= outcomes.some((outcome) => outcome.kind === "created");
    this.echoes &&= verdicts.every((verdict) => !verdict.withoutEcho);
    const lost = outcomes.every(
      (outcome) => outcome.kind === "unconfirmed" && outcome.reason === "transport",
    );
    this.streak = lost ? lengthenByLostWave(this.streak) : lengthen(this.streak, outcomes);
    const stop = verdicts.find((verdict) => verdict.stop)?.stop;
    if (stop) this.endWith({ why: "stop", reason: stop });
    else if (isBroken(this.streak)) this.endWith({ why: "stop", reason: "breaker" });
    const limited = orders.filter((_, index) => {
      const outcome = outcomes[index];
      return outcome?.kind === "notSent" && outcome.reason === "rateLimit";
    });
    this.queue = [...limited, ...this.queue];
    this.task.onWave(this.queue.length);
  }

  private request(orders: readonly KeyedOrder[]) {
    if (orders.length === 0) return [];
    const { access, ports } = this.execution;
    this.pacer.reserve(orders.length);
    const answer = ports.http.send(
      orders.map(({ payload, key }) => createOrderRequest(access, payload, key)),
    );
    this.pacer.learn(answer.ok ? answer.answers : []);
    return judgeWave(
      answer,
      orders.map((order) => order.key),
      this.created,
    );
  }

  /** Counts the lines that were added to the log; the document's properties as they then are. */
  private record(properties: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
    if (this.log.uncounted === 0) return properties;
    const record = logRecord(this.log, properties);
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
      else if (unsettled.size < slot.keyTexts.length) openSlot(properties, keepInSlot(slot, unsettled));
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

  private newSlot(wave: readonly KeyedOrder[]): Slot {
    const { mark, ports } = this.execution;
    this.waves += 1;
    return {
      id: `${mark}${this.waves}`,
      executionMark: mark,
      claimedAtMs: ports.clock.nowMs(),
      sheetId: this.task.sheet.sheetId,
      keyTexts: wave.map((order) => order.keyText),
      results: wave.map(() => null),
    };
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
