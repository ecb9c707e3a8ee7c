import type { RunProgress } from "../run/progress";
import type { ReceiptCategory } from "../run/receipt";
import { countedDown } from "./duration";
import { byId } from "./elements";
import { outcomeLabels, runHeadings, sentences } from "./text";

/** The run under way or the last one: bar, counts by status, pace, what it waits for, and its last sentence. */
export class ProgressCard {
  private readonly heading = byId("progress-heading", HTMLElement);
  private readonly bar = byId("bar", HTMLElement);
  private readonly fill = byId("bar-fill", HTMLElement);
  private readonly done = byId("progress-done", HTMLElement);
  private readonly pace = byId("progress-pace", HTMLElement);
  private readonly waiting = byId("waiting", HTMLElement);
  private readonly countdown = byId("countdown", HTMLElement);
  private readonly summary = byId("summary", HTMLElement);
  private readonly counts = new Map<ReceiptCategory, HTMLElement>();
  private timer = 0;

  constructor() {
    for (const category of Object.keys(outcomeLabels) as ReceiptCategory[]) {
      this.counts.set(category, byId(`count-${category}`, HTMLElement));
    }
    this.showBar(0, 0);
  }

  /** Before the first answer of a start. */
  starting(): void {
    this.heading.textContent = sentences.starting;
    this.summary.textContent = "";
    this.pace.textContent = "";
    for (const count of this.counts.values()) count.textContent = "0";
    this.showBar(0, 0);
    this.wait("", 0);
  }

  show(run: RunProgress): void {
    let done = 0;
    for (const [category, element] of this.counts) {
      done += run.counts[category];
      element.textContent = run.counts[category].toLocaleString("en-US");
    }
    this.heading.textContent = run.state === "ended" ? sentences.lastRun : heading(run);
    this.showBar(done, done + run.remaining);
    this.pace.textContent = run.state === "ended" ? "" : paceOf(run);
    this.summary.textContent = run.summary;
    this.wait(run.state === "stopping" ? sentences.stopping : run.waitingFor, run.waitMs);
  }

  /** A sentence that says what is waited for, counted down each second for the eye and said once to a screen reader. */
  wait(sentence: string, waitMs: number): void {
    clearInterval(this.timer);
    const endsAt = Date.now() + waitMs;
    const tick = () => {
      const remainingMs = endsAt - Date.now();
      const over = waitMs > 0 && remainingMs <= 0;
      this.countdown.textContent = over ? "" : waitMs > 0 ? countedDown(sentence, remainingMs) : sentence;
      if (over) clearInterval(this.timer);
    };
    if (this.waiting.textContent !== sentence) this.waiting.textContent = sentence;
    if (waitMs > 0) this.timer = setInterval(tick, 1000);
    tick();
  }

  private showBar(done: number, total: number): void {
    const text = total === 0 ? "" : sentences.done(done, total);
    this.bar.setAttribute("aria-valuemax", String(Math.max(1, total)));
    this.bar.setAttribute("aria-valuenow", String(done));
    this.bar.setAttribute("aria-valuetext", text === "" ? sentences.noRun : text);
    this.done.textContent = text;
    this.fill.style.transform = `scaleX(${total === 0 ? 0 : done / total})`;
  }
}

function heading(run: RunProgress): string {
  const place =
    run.environment === null ? run.sheetName : `${run.environment.toUpperCase()}, ${run.sheetName}`;
  return `${runHeadings[run.kind]} (${place})`;
}

function paceOf(run: RunProgress): string {
  const parts: string[] = [];
  if (run.ordersPerMinute !== null) parts.push(sentences.pace(run.ordersPerMinute));
  if (run.secondsLeft !== null) parts.push(sentences.timeLeft(run.secondsLeft));
  return parts.join(", ");
}
