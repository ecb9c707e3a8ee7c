/**
 * Ctrl-C, told by the thread that hears it to the one that works: the working thread blocks while it waits for answers and
 * for time to pass, so no message would reach it.
 */
export class StopSignal {
  private readonly cell: Int32Array;

  /** Without `memory` a new one; the other thread makes its own from this one's `memory`. */
  constructor(memory: SharedArrayBuffer = new SharedArrayBuffer(4)) {
    this.cell = new Int32Array(memory);
  }

  get memory(): SharedArrayBuffer {
    return this.cell.buffer as SharedArrayBuffer;
  }

  get given(): boolean {
    return Atomics.load(this.cell, 0) === 1;
  }

  give(): void {
    Atomics.store(this.cell, 0, 1);
    Atomics.notify(this.cell, 0);
  }

  /** Blocks this thread for so long, or until the signal is given. */
  waitAtMost(durationMs: number): void {
    if (durationMs > 0) Atomics.wait(this.cell, 0, 0, durationMs);
  }
}
