import type { ListedRows, RunAnswer, RunView } from "../../endpoints/runs";
import type { RunKind } from "../../receipt/progress";
import { type CallFailure, explainFailure } from "../server/call-failure";
import type { Server } from "../server/calls";
import type { Said } from "../state/state";

/** What the loop tells the page while it works. */
export interface RunScreen {
  /** The run as it stands; `waitMs` of it is being waited from now on. */
  show(run: RunView): void;
  /** A call has failed: the run's state is asked for in `waitMs`. */
  retrying(failure: CallFailure, waitMs: number): void;
  /** The loop is over with a sentence. `startedMaybe`: a run may be under way and can be continued. */
  failed(said: Said, startedMaybe: boolean): void;
  /** The run has ended. */
  ended(run: RunView): void;
}

/** The browser as the loop needs it, passed in so that a test needs no time. */
export interface Browser {
  /** Resolves after `waitMs`, or as soon as `hurry` is called. */
  wait(waitMs: number): Promise<void>;
  hurry(): void;
  /** Does something every `periodMs` until the function returned is called. */
  every(periodMs: number, action: () => void): () => void;
  online(): boolean;
}

type Outcome = RunAnswer | CallFailure;

/** Waits before the state is asked for after a failed step. A step recovers first, so that making it twice does no harm. */
const retryWaitsMs = [5_000, 15_000, 45_000];
/** The same after a failed start, which may take a while to begin its run. */
const startWaitsMs = [0, 5_000];
/** How long a step may be silent before the run's state is read beside it. */
const peekEveryMs = 4_000;

/** Drives one run at a time: start, then step after step until it has ended, each after its wait. */
export class RunLoop {
  private runId: string | null = null;
  private stopWanted = false;
  private stepNumber = 0;
  private peeking = false;

  constructor(
    private readonly server: Server,
    private readonly screen: RunScreen,
    private readonly browser: Browser,
  ) {}

  /**
   * Starts the run that was confirmed. A failed start is not repeated, since it may have reached the server: the run that
   * the state then tells of is continued.
   */
  async start(kind: RunKind, token: string, rows: ListedRows | null = null): Promise<void> {
    this.stopWanted = false;
    const call = () =>
      rows === null ? this.server.startRun(kind, token) : this.server.startRun(kind, token, rows);
    let answer = await this.watched(call);
    for (const waitMs of startWaitsMs) {
      if (!("cause" in answer)) break;
      this.screen.retrying(answer, waitMs);
      await this.browser.wait(waitMs);
      const state = await this.attempt(() => this.server.getState());
      if (!("run" in state) || state.run === null || state.runIsAnothers) continue;
      if (state.run.state !== "ended") answer = { ok: true, run: state.run };
    }
    await this.follow(answer);
  }

  /** Continues a run found under way. */
  async resume(run: RunView): Promise<void> {
    this.stopWanted = false;
    await this.follow({ ok: true, run });
  }

  /**
   * Asks the run to stop; the loop then continues at once until what was sent has its result. A run whose ID is not
   * known yet is asked as soon as it is.
   */
  async stop(): Promise<void> {
    const { runId } = this;
    if (runId === null) {
      this.stopWanted = true;
      return;
    }
    const answer = await this.attempt(() => this.server.stopRun(runId));
    if (this.runId === runId && "run" in answer && answer.run.state !== "ended") {
      this.screen.show({ ...answer.run, waitMs: 0 });
    }
    if ("cause" in answer) this.screen.retrying(answer, 0);
    this.browser.hurry();
  }

  private async follow(first: Outcome): Promise<void> {
    let answer = first;
    while ("run" in answer) {
      const { run } = answer;
      this.learn(run);
      if (run.state === "ended") {
        this.runId = null;
        this.screen.ended(run);
        return;
      }
      this.screen.show(run);
      if (run.waitMs > 0) await this.browser.wait(run.waitMs);
      answer = await this.step(run.runId);
    }
    const startedMaybe = this.runId !== null || "cause" in answer;
    this.runId = null;
    const said: Said = "cause" in answer ? answer : answer.message;
    this.screen.failed(said, startedMaybe);
  }

  /** Takes over the run's ID, and passes on a stop that was asked for before it was known. */
  private learn({ runId, state }: RunView): void {
    this.runId = runId;
    if (!this.stopWanted || state === "ended") return;
    this.stopWanted = false;
    void this.stop();
  }

  /**
   * One step. A failure's text tells too little, in whatever language it comes: the step is made again if the state then
   * tells that the run is still under way.
   */
  private async step(runId: string): Promise<Outcome> {
    const next = () => this.watched(() => this.server.continueRun(runId));
    let answer = await next();
    for (const waitMs of retryWaitsMs) {
      if (!("cause" in answer)) return answer;
      this.screen.retrying(answer, waitMs);
      await this.browser.wait(waitMs);
      const state = await this.attempt(() => this.server.getState());
      if (!("run" in state)) answer = state;
      else if (state.run?.runId !== runId) return answer;
      else answer = state.run.state === "ended" ? { ok: true, run: state.run } : await next();
    }
    return answer;
  }

  /** A step is silent for up to half a minute: meanwhile the run's state is read beside it. */
  private async watched(call: () => Promise<RunAnswer>): Promise<Outcome> {
    this.stepNumber += 1;
    const step = this.stepNumber;
    const stopPeeking = this.browser.every(peekEveryMs, () => void this.peek(step));
    const answer = await this.attempt(call);
    stopPeeking();
    this.stepNumber += 1;
    return answer;
  }

  private async peek(step: number): Promise<void> {
    if (this.peeking) return;
    this.peeking = true;
    const state = await this.attempt(() => this.server.getState());
    this.peeking = false;
    if (this.stepNumber !== step || !("run" in state) || state.run === null) return;
    // Before the first answer of a start, the run that is told may still be the one before.
    if (this.runId === null ? state.runIsAnothers : state.run.runId !== this.runId) return;
    if (state.run.state === "ended") return;
    this.learn(state.run);
    this.screen.show({ ...state.run, waitMs: 0 });
  }

  private async attempt<Answer>(call: () => Promise<Answer>): Promise<Answer | CallFailure> {
    try {
      return await call();
    } catch (error) {
      return explainFailure(error, this.browser.online());
    }
  }
}
