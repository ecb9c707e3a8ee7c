/** Where the runtime takes time from. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Lets `durationMs` pass. */
  sleep(durationMs: number): void;
}

/** The machine's clock. Sleeping blocks the thread, as a script's own sleep does. */
export function systemClock(): Clock {
  const never = new Int32Array(new SharedArrayBuffer(4));
  return {
    now: () => Date.now(),
    sleep: (durationMs) => {
      if (durationMs > 0) Atomics.wait(never, 0, 0, durationMs);
    },
  };
}

/** A clock that stands still except while somebody sleeps, so that hours pass at once. */
export class SimulatedClock implements Clock {
  private nowMs: number;

  constructor(startMs: number) {
    this.nowMs = startMs;
  }

  now(): number {
    return this.nowMs;
  }

  sleep(durationMs: number): void {
    if (durationMs > 0) this.nowMs += durationMs;
  }
}
