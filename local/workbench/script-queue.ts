import { type LocalRuntime, sidebarCall } from "../runtime/local-runtime";
import type { PageEvent } from "./page-event";
import type { CallReply } from "./thread-message";

/** A function of the script to be run: from the menu, or for the sidebar, which gets the answer. */
export interface Job {
  functionName: string;
  run(): void;
}

/** Calls that need no more than a moment: they are carried out while another script sleeps, as in Sheets. */
const besides: ReadonlySet<string> = new Set(["stopRun", "getState"]);

/** Runs scripts one after the other: one thread runs one script at a time. */
export class ScriptQueue {
  private readonly waiting: Job[] = [];
  private busy = false;
  private nested = false;

  constructor(
    private readonly runtime: LocalRuntime,
    private readonly tell: (event: PageEvent) => void,
  ) {}

  /** A click on a menu item. What goes wrong is shown as Sheets shows it. */
  menu(functionName: string, done: () => void): void {
    this.add({
      functionName,
      run: () => {
        const how = { trigger: "menu", authMode: "FULL" } as const;
        const { outcome, message = "" } = this.runtime.execute(functionName, [], how);
        if (outcome !== "returned") this.tell({ kind: "failure", message });
        done();
      },
    });
  }

  /** A call of `google.script.run`. */
  call(functionName: string, args: unknown[], done: (reply: CallReply) => void): void {
    this.add({
      functionName,
      run: () => {
        const answer = sidebarCall(this.runtime, functionName, args);
        done(answer.ok ? { ok: true, value: answer.value } : { ok: false, message: answer.message });
      },
    });
  }

  /** Carries out short calls; to be called while the script at work sleeps. */
  whileAsleep(): void {
    const index = this.waiting.findIndex(({ functionName }) => besides.has(functionName));
    const [job] = index < 0 || this.nested ? [] : this.waiting.splice(index, 1);
    if (job === undefined) return;
    this.nested = true;
    job.run();
    this.nested = false;
  }

  private add(job: Job): void {
    this.waiting.push(job);
    if (!this.busy) this.work();
  }

  private work(): void {
    this.busy = true;
    for (let job = this.waiting.shift(); job !== undefined; job = this.waiting.shift()) {
      this.tell({ kind: "running", functionName: job.functionName });
      job.run();
    }
    this.busy = false;
    this.tell({ kind: "running", functionName: null });
  }
}
