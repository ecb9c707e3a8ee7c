import type { SidebarState } from "../endpoints";
import type { RunKind, RunProgress } from "../run/progress";
import { explainFailure } from "./call-failure";
import type { Server } from "./calls";
import { Confirmation, needsConfirmation } from "./confirmation";
import { byId, report } from "./elements";
import { ProgressCard } from "./progress-card";
import { type Browser, RunLoop } from "./run-loop";
import { SelectionCard } from "./selection-card";
import { sentences } from "./text";

/** The least time between two looks at the selection that the user did not ask for. */
const lookAgainAfterMs = 5_000;

/** The Run tab: what is selected, the buttons that start a run, the run under way, its receipt. */
export class RunTab {
  private readonly selection = new SelectionCard();
  private readonly progress = new ProgressCard();
  private readonly confirmation = new Confirmation();
  private readonly loop: RunLoop;
  private readonly message = byId("run-message", HTMLElement);
  private readonly starters = ["check", "create", "check-again", "resolve"].map((id) =>
    byId(id, HTMLButtonElement),
  );
  private readonly stop = byId("stop", HTMLButtonElement);
  private readonly goOn = byId("go-on", HTMLButtonElement);
  private readonly showProblems = byId("show-problems", HTMLButtonElement);
  /** A colleague's run that nobody works on any more. */
  private leftBehind: RunProgress | null = null;
  private busy = true;
  private blocked = false;
  private lookedAt = 0;
  private lookNumber = 0;

  constructor(
    private readonly server: Server,
    private readonly browser: Browser,
  ) {
    this.loop = new RunLoop(server, this.screen(), browser);
    byId("check", HTMLElement).addEventListener("click", () => void this.run("check"));
    byId("create", HTMLElement).addEventListener("click", () => void this.run("create"));
    byId("selection-refresh", HTMLElement).addEventListener("click", () => void this.look());
    this.goOn.addEventListener("click", () => void (this.leftBehind ? this.takeOver() : this.open()));
    this.stop.addEventListener("click", () => {
      this.stop.disabled = true;
      this.progress.wait(sentences.stopping, 0);
      void this.loop.stop();
    });
    document.documentElement.addEventListener("mouseenter", () => this.lookIfStale());
    window.addEventListener("focus", () => this.lookIfStale());
    this.setBusy(true);
  }

  /** Reads the state when the sidebar opens, and goes on with a run that is under way. */
  async open(): Promise<SidebarState | null> {
    this.setBusy(true);
    this.goOn.hidden = true;
    try {
      const state = await this.server.getState();
      this.take(state);
      return state;
    } catch (error) {
      this.fail(explainFailure(error, this.browser.online()).message, true);
      return null;
    }
  }

  /** A sidebar of another version than the server starts nothing. */
  block(): void {
    this.blocked = true;
    this.setBusy(true);
  }

  /** Plans a run on the selection, asks where needed, and drives it to its end. */
  async run(kind: RunKind): Promise<void> {
    if (this.busy) return;
    this.setBusy(true);
    this.leftBehind = null;
    this.goOn.hidden = true;
    report(this.message, sentences.loading);
    try {
      const answer = await this.server.planRun(kind);
      if (!answer.ok) return this.refuse(answer.message);
      const { plan } = answer;
      if (kind === "create") this.selection.show(plan);
      if (plan.orders + plan.leftOut.selected === 0) return this.refuse(sentences.nothingSelected);
      report(this.message, "");
      if (needsConfirmation(plan) && !(await this.confirmation.ask(plan))) return this.setBusy(false);
      this.progress.starting();
      this.showProblems.hidden = true;
      await this.loop.start(kind, plan.token);
    } catch (error) {
      this.fail(explainFailure(error, this.browser.online()).message, false);
    }
  }

  private take(state: SidebarState): void {
    const { run } = state;
    report(this.message, state.lease);
    if (run !== null) this.progress.show(run);
    if (run !== null && run.state !== "ended" && !state.runIsAnothers) {
      void this.loop.resume(run);
      return;
    }
    if (run !== null && run.state === "ended") this.ended(run);
    this.leftBehind = state.runIsAnothers && state.lease === "" ? run : null;
    if (this.leftBehind) report(this.message, sentences.leftBehind);
    this.goOn.hidden = this.leftBehind === null;
    this.setBusy(false);
    void this.look();
  }

  /** Goes on with a colleague's run, at the user's word. */
  private async takeOver(): Promise<void> {
    const run = this.leftBehind;
    this.leftBehind = null;
    this.goOn.hidden = true;
    report(this.message, "");
    this.setBusy(true);
    if (run) await this.loop.resume(run);
  }

  private screen() {
    return {
      show: (run: RunProgress) => {
        this.progress.show(run);
        this.stop.disabled = run.state === "ended" || run.state === "stopping";
      },
      retrying: (message: string, waitMs: number) => this.progress.wait(message, waitMs),
      failed: (message: string, startedMaybe: boolean) => this.fail(message, startedMaybe),
      ended: (run: RunProgress) => {
        this.ended(run);
        this.setBusy(false);
        void this.look();
      },
    };
  }

  private ended(run: RunProgress): void {
    const { invalid, rejected, notSent, unconfirmed } = run.counts;
    this.showProblems.hidden = invalid + rejected + notSent + unconfirmed === 0;
  }

  private refuse(message: string): void {
    report(this.message, message, false);
    this.setBusy(false);
  }

  private fail(message: string, startedMaybe: boolean): void {
    this.progress.wait("", 0);
    report(this.message, message, false);
    this.goOn.hidden = !startedMaybe;
    this.setBusy(false);
  }

  private setBusy(busy: boolean): void {
    this.busy = busy || this.blocked;
    for (const button of this.starters) button.disabled = this.busy;
    this.stop.disabled = true;
  }

  /** Looks at the selection again unless it was just looked at. */
  lookIfStale(): void {
    if (!this.busy && Date.now() - this.lookedAt > lookAgainAfterMs) void this.look();
  }

  /** Reads the selection; only the newest look is shown. */
  async look(): Promise<void> {
    this.lookNumber += 1;
    const { lookNumber } = this;
    this.lookedAt = Date.now();
    this.selection.loading();
    try {
      const answer = await this.server.planRun("create");
      if (lookNumber !== this.lookNumber) return;
      if (answer.ok) this.selection.show(answer.plan);
      else this.selection.refused(answer.message);
    } catch (error) {
      this.selection.refused(explainFailure(error, this.browser.online()).message);
    }
  }
}
