/** What happened, in order: what a failing seed prints. */
export class Trace {
  readonly lines: string[] = [];
  /** How often each kind of trouble was injected. */
  readonly injected = new Map<string, number>();

  constructor(private readonly now: () => number) {}

  /** Writes a line with the simulated time. */
  add(text: string): void {
    this.lines.push(`${new Date(this.now()).toISOString().slice(11, 23)}  ${text}`);
  }

  /** Counts one injected trouble and writes it down. */
  inject(kind: string, detail: string): void {
    this.injected.set(kind, (this.injected.get(kind) ?? 0) + 1);
    this.add(`  * ${kind}${detail === "" ? "" : `: ${detail}`}`);
  }
}
