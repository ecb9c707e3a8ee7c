import type { CachePort, ClockPort } from "../../src/ports/ports";

/** A cache in memory, evicted when `values` is cleared. */
export class MemoryCache implements CachePort {
  readonly values = new Map<string, string>();
  reads = 0;
  writes = 0;

  read(name: string): string | null {
    this.reads += 1;
    return this.values.get(name) ?? null;
  }
  write(name: string, value: string): void {
    this.writes += 1;
    this.values.set(name, value);
  }
}

/** A clock that moves when somebody sleeps. */
export class MovedClock implements ClockPort {
  ms = 1_000_000_000;

  nowMs(): number {
    return this.ms;
  }
  sleep(durationMs: number): void {
    this.ms += durationMs;
  }
  format(atMs: number): string {
    return `at ${atMs}`;
  }
}
