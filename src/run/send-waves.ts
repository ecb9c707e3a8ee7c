import { judgeBatch, type Outcome } from "../bitbybit/outcome";
import { createOrderRequest } from "../bitbybit/requests";
import { isBroken, lengthen, lengthenByLostWave, type Streak, waveSize } from "./breaker";
import type { ClaimedWave, ClaimSize } from "./claim";
import type { Execution } from "./execution";
import type { Keyed, KeyedOrder, KeyingMoment } from "./key-orders";
import type { LogState } from "./log";
import type { SendingEnd } from "./sending-end";
import type { SheetView } from "./sheet-view";
import { type Slot, saveResults } from "./slots";
import { type SectionTask, WaveSection } from "./wave-section";

/** Waves that were claimed in the write that keyed their orders. */
export interface Claim {
  waves: ClaimedWave[];
  /** The sheet as it was read back. */
  view: SheetView;
}

/** What a step of sending starts from. */
export interface SendingTask extends SectionTask {
  /** The first waves, where they are claimed already; their orders are in the queue as well. */
  claim: Claim | null;
  /** What the run did in earlier executions. */
  sentBefore: boolean;
  createdBefore: boolean;
  /** No wave leaves after this moment. */
  untilMs: number;
  /** The longest wait that is slept through. */
  longestSleepMs: number;
  /** Keys what is left of the plan; null where nothing is. Called once: when the queue is empty or the step has to wait. */
  more: ((moment: KeyingMoment) => Keyed) | null;
  /** Called after every wave with the orders not reached yet. */
  onWave(remaining: number): void;
}

/** What came of it. */
export interface SendingResult {
  end: SendingEnd;
  log: LogState;
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

/** Claims nothing: for sections that only write outcomes. */
const noClaim: ClaimSize = { orders: 0, waves: 0 };

/**
 * Most waves that are claimed at once where the rate limit leaves room for them: between two of these lies no section, so
 * that a run that no limit binds spends its time on requests. Their results are in their slots until the last has left.
 */
const mostWavesAtOnce = 5;

/** From so long after their claim on, waves wait for another section: results must not be out of sight for minutes. */
const claimLastsMs = 10_000;

/**
 * Sends orders in waves until all are sent, the time is up, or something needs a person. Between two waves lies one locked
 * section; see `WaveSection`.
 */
export function sendWaves(execution: Execution, task: SendingTask): SendingResult {
  return new WaveSender(execution, task).run();
}

class WaveSender {
  private readonly section: WaveSection;
  private streak: Streak = { failure: "", count: 0 };
  private sent: boolean;
  private created: boolean;
  private echoes = true;
  private more: SendingTask["more"];
  /** The next wave is claimed before the wait for it is over. */
  private claimsAhead = false;

  constructor(
    private readonly execution: Execution,
    private readonly task: SendingTask,
  ) {
    this.section = new WaveSection(execution, task);
    this.sent = task.sentBefore;
    this.created = task.createdBefore;
    this.more = task.more;
  }

  run(): SendingResult {
    const { section } = this;
    const { claim } = this.task;
    if (claim) {
      // While the keys were written, others may have used the rate limit up.
      this.claimsAhead = true;
      this.sendAll(section.adopt(claim.waves, claim.view));
    }
    while (!section.end) {
      const next = this.claimNext();
      if (next) this.sendAll(next);
    }
    // Orders that were found changed at the last claim are told so in one more section.
    for (let left = 2; section.unwritten.length > 0 && left > 0; left -= 1) section.carryOut(noClaim);
    const { log, taken, view } = section;
    const end = section.end ?? { why: "done" };
    return { end, log, taken, createdAny: this.created, echoes: this.echoes, view };
  }

  /**
   * Claims what may leave next; null where something else was done first, or the step ends, with `end` telling why. Sleeps
   * through waits that are short enough.
   */
  private claimNext(): ClaimedWave[] | null {
    const { clock } = this.execution.ports;
    const { section } = this;
    const isLate = clock.nowMs() >= this.task.untilMs;
    const { count, waitMs } = this.execution.pacer.available();
    if (section.queue.length === 0 || isLate) {
      if (this.more && count === 0 && section.unwritten.length > 0) {
        section.carryOut(noClaim);
        return null;
      }
      if (this.more) return this.takeMore(isLate ? 0 : count);
      section.endWith({ why: section.queue.length === 0 ? "done" : "time" });
      return null;
    }
    if (count > 0) return section.carryOut(this.claimSize(count));
    if (waitMs > shortWaitMs && section.unwritten.length > 0) {
      section.carryOut(noClaim);
      return null;
    }
    if (waitMs > shortWaitMs && this.more) return this.takeMore(0);
    if (waitMs > this.task.longestSleepMs || clock.nowMs() + waitMs >= this.task.untilMs) {
      section.endWith({ why: "wait", waitMs });
      return null;
    }
    clock.sleep(waitMs - claimLeadMs);
    this.claimsAhead = true;
    return section.carryOut(this.claimSize(this.execution.pacer.limit()));
  }

  /** How much may be claimed where so many requests may leave. */
  private claimSize(allowed: number): ClaimSize {
    const orders = Math.min(allowed, waveSize(this.streak, this.sent, this.created));
    const waves = this.isSmooth() ? Math.floor(allowed / orders) : 1;
    return { orders, waves: Math.min(waves, mostWavesAtOnce) };
  }

  /** True once an order was created, where the last answer was no failure. */
  private isSmooth(): boolean {
    return this.created && this.streak.count === 0;
  }

  /** Has the rest of the plan keyed, once, and claims of it what may leave now. */
  private takeMore(allowed: number): ClaimedWave[] | null {
    const { section, more } = this;
    if (!more) return null;
    this.more = null;
    const most = allowed > 0 && section.queue.length === 0 ? this.claimSize(allowed) : null;
    const { queue, claimed, log, view } = more({ log: section.log, view: section.view, most });
    section.log = log;
    section.view = view ?? section.view;
    section.queue.push(...queue);
    if (claimed.length === 0 || !view) return null;
    this.claimsAhead = true;
    return section.adopt(claimed, view);
  }

  /** Sends claimed waves one after the other; where something is in the way of the later ones, they wait for a new claim. */
  private sendAll(waves: readonly ClaimedWave[]): void {
    const { section, task } = this;
    const { clock } = this.execution.ports;
    const waiting: KeyedOrder[] = [];
    let left = waves.reduce((sum, { orders }) => sum + orders.length, section.queue.length);
    for (const [index, wave] of waves.entries()) {
      const { length } = wave.orders;
      const mayFollow =
        this.isSmooth() && clock.nowMs() < Math.min(task.untilMs, wave.slot.claimedAtMs + claimLastsMs);
      let count = 0;
      if (index === 0) count = this.mayLeave(length);
      else if (mayFollow) count = Math.min(length, this.execution.pacer.available().count);
      const held = this.send(wave, count);
      waiting.push(...held);
      left -= length - held.length;
      if (count > 0) task.onWave(left);
    }
    section.queue = [...waiting, ...section.queue];
  }

  /** How many of the claimed orders may leave; sleeps through the rest of the wait that they were claimed in. */
  private mayLeave(claimed: number): number {
    if (!this.claimsAhead) return claimed;
    this.claimsAhead = false;
    for (;;) {
      const { count, waitMs } = this.execution.pacer.available();
      if (count > 0) return Math.min(count, claimed);
      // Somebody else with the same API key has taken the window.
      if (waitMs > 2 * claimLeadMs) return 0;
      this.execution.ports.clock.sleep(waitMs);
    }
  }

  /**
   * Lets the first `count` of a wave's orders leave, and keeps its outcomes in its slot before anything else. Those that the
   * rate limit, or this run's own pace, keeps for a later wave.
   */
  private send({ orders, slot }: ClaimedWave, count: number): KeyedOrder[] {
    const { section } = this;
    const { clock, properties } = this.execution.ports;
    const verdicts = this.request(orders.slice(0, count));
    const atMs = clock.nowMs();
    // What may not leave yet never reached the API.
    const held: Outcome = { kind: "notSent", reason: section.end ? "stopped" : "rateLimit" };
    const outcomes = orders.map((_, index): Outcome => verdicts[index]?.outcome ?? held);
    const known: Slot = { ...slot, results: outcomes.map((outcome) => ({ outcome, atMs })) };
    saveResults(properties, known);
    section.unwritten.push({ orders, outcomes, atMs, slot: known });
    this.sent ||= verdicts.length > 0;
    this.created ||= outcomes.some((outcome) => outcome.kind === "created");
    this.echoes &&= verdicts.every((verdict) => !verdict.withoutEcho);
    const lost = outcomes.every(
      (outcome) => outcome.kind === "unconfirmed" && outcome.reason === "transport",
    );
    this.streak = lost ? lengthenByLostWave(this.streak) : lengthen(this.streak, outcomes);
    const stop = verdicts.find((verdict) => verdict.stop)?.stop;
    if (stop) section.endWith({ why: "stop", reason: stop });
    else if (isBroken(this.streak)) section.endWith({ why: "stop", reason: "breaker" });
    return orders.filter((_, index) => {
      const outcome = outcomes[index];
      return outcome?.kind === "notSent" && outcome.reason === "rateLimit";
    });
  }

  private request(orders: readonly KeyedOrder[]) {
    if (orders.length === 0) return [];
    const { access, ports } = this.execution;
    this.execution.pacer.reserve(orders.length);
    const answer = ports.http.send(
      orders.map(({ payload, key }) => createOrderRequest(access, payload, key)),
    );
    this.execution.pacer.learn(answer.ok ? answer.answers : []);
    return judgeBatch(
      answer,
      orders.map((order) => order.key),
      {
        place: access.referencePlace,
        apiKey: access.apiKey,
        runHasCreated: this.created,
        idOwner: () => null,
      },
    );
  }
}
