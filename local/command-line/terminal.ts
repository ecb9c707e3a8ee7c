import { createInterface } from "node:readline/promises";
import { isYes } from "./words/words";

/** The streams of a command: those of the process, or others in their place. */
export interface Streams {
  stdin: NodeJS.ReadableStream & { isTTY?: boolean };
  stdout: NodeJS.WritableStream;
  stderr: NodeJS.WritableStream & { isTTY?: boolean; columns?: number };
}

/**
 * What a command says while it works, all of it on standard error: a progress line that is written over if a person
 * looks on, and questions.
 */
export class Terminal {
  private progressShown = false;
  private readonly streams: Streams;
  /** Keeps the add-on's own sentences away, for programs that read the result. */
  quiet = false;

  constructor(streams: Streams) {
    this.streams = streams;
  }

  /** True when a person can answer questions. */
  get canAsk(): boolean {
    return this.streams.stdin.isTTY === true && this.streams.stderr.isTTY === true;
  }

  /** Shows how far the work is; on terminals alone. */
  progress(sentence: string): void {
    if (this.streams.stderr.isTTY !== true) return;
    const width = this.streams.stderr.columns || 80;
    this.streams.stderr.write(`\r\u001b[2K${sentence.replace(/\s+/g, " ").slice(0, width - 1)}`);
    this.progressShown = true;
  }

  /** Says something on lines of its own. */
  say(text: string): void {
    this.clearProgress();
    if (!this.quiet) this.streams.stderr.write(`${text}\n`);
  }

  /** Says what must be seen whatever reads the result. */
  complain(text: string): void {
    this.clearProgress();
    this.streams.stderr.write(`${text}\n`);
  }

  /** Asks a person; true for yes. Ctrl-C and an ended input are a no. `goOn`: what is asked below the text. */
  async ask(text: string, goOn: string): Promise<boolean> {
    this.clearProgress();
    const lines = createInterface({ input: this.streams.stdin, output: this.streams.stderr });
    const calledOff = new Promise<string>((resolve) => {
      lines.once("SIGINT", () => resolve("no"));
      lines.once("close", () => resolve("no"));
    });
    try {
      const answer = await Promise.race([lines.question(`${text}\n${goOn} `), calledOff]);
      return isYes(answer);
    } finally {
      lines.close();
    }
  }

  clearProgress(): void {
    if (this.progressShown) this.streams.stderr.write("\r\u001b[2K");
    this.progressShown = false;
  }
}
