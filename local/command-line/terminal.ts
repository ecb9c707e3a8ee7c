import { createInterface } from "node:readline/promises";

/**
 * What a command says while it works, all of it on standard error: a progress line that is written over where a person
 * looks on, and questions.
 */
export class Terminal {
  private progressShown = false;
  private readonly quiet: boolean;

  /** `quiet` keeps the add-on's own sentences away, for programs that read the result. */
  constructor(quiet: boolean) {
    this.quiet = quiet;
  }

  /** True when a person can answer questions. */
  get canAsk(): boolean {
    return process.stdin.isTTY === true && process.stderr.isTTY === true;
  }

  /** Shows how far the work is; on terminals alone. */
  progress(sentence: string): void {
    if (process.stderr.isTTY !== true) return;
    const width = process.stderr.columns || 80;
    process.stderr.write(`\r\u001b[2K${sentence.replace(/\s+/g, " ").slice(0, width - 1)}`);
    this.progressShown = true;
  }

  /** Says something on lines of its own. */
  say(text: string): void {
    this.clearProgress();
    if (!this.quiet) process.stderr.write(`${text}\n`);
  }

  /** Says what must be seen whatever reads the result. */
  complain(text: string): void {
    this.clearProgress();
    process.stderr.write(`${text}\n`);
  }

  /** Asks a person; true for yes. Ctrl-C and an ended input are a no. */
  async ask(text: string): Promise<boolean> {
    this.clearProgress();
    const lines = createInterface({ input: process.stdin, output: process.stderr });
    const calledOff = new Promise<string>((resolve) => {
      lines.once("SIGINT", () => resolve("no"));
      lines.once("close", () => resolve("no"));
    });
    try {
      const answer = await Promise.race([lines.question(`${text}\nGo on? (yes/no) `), calledOff]);
      return /^\s*y(es)?\s*$/i.test(answer);
    } finally {
      lines.close();
    }
  }

  clearProgress(): void {
    if (this.progressShown) process.stderr.write("\r\u001b[2K");
    this.progressShown = false;
  }
}
