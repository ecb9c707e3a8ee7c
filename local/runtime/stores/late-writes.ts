interface LateWrite {
  readonly dueMs: number;
  make(): void;
}

/** Writes that the platform makes after the execution that asked for them was told that they failed, or was killed. */
export class LateWrites {
  private waiting: LateWrite[] = [];

  /** Keeps a write until the moment `dueMs`. */
  add(dueMs: number, make: () => void): void {
    this.waiting.push({ dueMs, make });
  }

  /** Makes the writes that are due, the earliest first. Every call of a service does this; so may whoever inspects the outcome. */
  makeDue(nowMs: number): void {
    const due = this.waiting
      .filter(({ dueMs }) => dueMs <= nowMs)
      .sort((one, other) => one.dueMs - other.dueMs);
    if (due.length === 0) return;
    this.waiting = this.waiting.filter(({ dueMs }) => dueMs > nowMs);
    for (const { make } of due) make();
  }

  /** Makes everything that waits, as if enough time had passed. */
  makeAll(): void {
    this.makeDue(Number.POSITIVE_INFINITY);
  }
}
