const waiting = 0;
const agreed = 1;
const declined = 2;

/** A question put by a thread that waits for the answer to the thread that can ask a person. One at a time. */
export class Question {
  private readonly cell: Int32Array;

  /** Without `memory` a new one; the other thread makes its own from this one's `memory`. */
  constructor(memory: SharedArrayBuffer = new SharedArrayBuffer(4)) {
    this.cell = new Int32Array(memory);
  }

  get memory(): SharedArrayBuffer {
    return this.cell.buffer as SharedArrayBuffer;
  }

  answer(yes: boolean): void {
    Atomics.store(this.cell, 0, yes ? agreed : declined);
    Atomics.notify(this.cell, 0);
  }

  /** Blocks this thread until the other one has answered. */
  waitForAnswer(): boolean {
    Atomics.wait(this.cell, 0, waiting);
    return Atomics.exchange(this.cell, 0, waiting) === agreed;
  }
}
