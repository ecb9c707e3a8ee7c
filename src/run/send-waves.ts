import { judgeWave, type Outcome } from "../bitbybit/outcome";
import { createOrderRequest } from "../bitbybit/requests";
import { isBroken, lengthen, lengthenByLostWave, type Streak, waveSize } from "./breaker";
import type { Execution } from "./execution";
import type { Keyed, KeyedOrder } from "./key-orders";
import type { LogState } from "./log";
import type { SendingEnd } from "./sending-end";
import type { SheetView } from "./sheet-view";
import { type Slot, saveResults } from "./slots";
import { type ClaimedWave, type KeyedWave, type SectionTask, WaveSection } from "./wave-section";

/** What a step of sending starts from. */
export interface SendingTask extends SectionTask {
  /** The first wave, where it is claimed already; its orders are in the queue as well. */
  claimed: KeyedWave | null;
  /** What the run did in earlier executions. */
  sentBefore: boolean;
  createdBefore: boolean;
  /** No wave leaves after this moment. */
  untilMs: number;
  /** The longest wait that is slept through. */
  longestSleepMs: number;
  /** Keys what is left of the plan; null where nothing is. Called once: when the queue is empty or the step has to wait. */
  more: ((log: LogState, view: SheetView | null) => Keyed) | null;
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
    const { claimed } = this.task;
    if (claimed) {
      // While the keys were written, others may have used the rate limit up.
      this.claimsAhead = true;
      this.send(section.adopt(claimed));
    }
    while (!section.end) {
      const allowed = this.allowedNow();
      if (allowed === 0) break;
      this.send(section.carryOut(allowed));
    }
    // Orders that were found changed at the last claim are told so in one more section.
    for (let left = 2; section.unwritten.length > 0 && left > 0; left -= 1) section.carryOut(0);
    const { log, queue, taken, view } = section;
    const end = section.end ?? { why: "done" };
    return { end, log, queue, taken, createdAny: this.created, echoes: this.echoes, view };
  }

  /** How many orders may leave now; 0 ends the step, with `end` telling why. Sleeps through waits that are short enough. */
  private allowedNow(): number {
    const { clock } = this.execution.ports;
    const { section } = this;
    for (;;) {
      if (section.queue.length === 0) {
        if (this.takeMore()) continue;
        return this.endWith({ why: "done" });
      }
      if (clock.nowMs() >= this.task.untilMs) {
        if (this.takeMore()) continue;
        return this.endWith({ why: "time" });
      }
      const { count, waitMs } = this.execution.pacer.available();
      if (count > 0) return Math.min(count, waveSize(this.streak, this.sent, this.created));
      if (waitMs > shortWaitMs && section.unwritten.length > 0) {
        section.carryOut(0);
        if (section.end) return 0;
        continue;
      }
      if (waitMs > shortWaitMs && this.takeMore()) continue;
      if (waitMs > this.task.longestSleepMs || clock.nowMs() + waitMs >= this.task.untilMs) {
        return this.endWith({ why: "wait", waitMs });
      }
      clock.sleep(waitMs - claimLeadMs);
      this.claimsAhead = true;
      return Math.min(this.execution.pacer.limit(), waveSize(this.streak, this.sent, this.created));
    }
  }

  /** Has the rest of the plan keyed, once; false where there is none. */
  private takeMore(): boolean {
    const { section, more } = this;
    if (!more) return false;
    this.more = null;
    const { queue, log, view } = more(section.log, section.view);
    section.log = log;
    section.view = view ?? section.view;
    section.queue.push(...queue);
    return true;
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

  private endWith(end: SendingEnd): 0 {
    this.section.endWith(end);
    return 0;
  }

  /** Lets the wave leave, and keeps its outcomes in its slot before anything else. */
  private send({ orders, slot }: ClaimedWave): void {
    if (orders.length === 0 || !slot) return;
    const { section } = this;
    const { clock, properties } = this.execution.ports;
    const verdicts = this.request(orders.slice(0, this.mayLeave(orders.length)));
    const atMs = clock.nowMs();
    // What may not leave yet never reached the API.
    const outcomes = orders.map(
      (_, index): Outcome => verdicts[index]?.outcome ?? { kind: "notSent", reason: "rateLimit" },
    );
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
    if (stop) this.endWith({ why: "stop", reason: stop });
    else if (isBroken(this.streak)) this.endWith({ why: "stop", reason: "breaker" });
    const limited = orders.filter((_, index) => {
      const outcome = outcomes[index];
      return outcome?.kind === "notSent" && outcome.reason === "rateLimit";
    });
    section.queue = [...limited, ...section.queue];
    this.task.onWave(section.queue.length);
  }

  private request(orders: readonly KeyedOrder[]) {
    if (orders.length === 0) return [];
    const { access, ports } = this.execution;
    this.execution.pacer.reserve(orders.length);
    const answer = ports.http.send(
      orders.map(({ payload, key }) => createOrderRequest(access, payload, key)),
    );
    this.execution.pacer.learn(answer.ok ? answer.answers : []);
    return judgeWave(
      answer,
      orders.map((order) => order.key),
      this.created,
    );
  }
}
