import type { CachePort, ClockPort, PropertiesPort } from "../../src/run/ports";

/** Document properties in memory; `room` is the longest value that fits (Apps Script quotas: 9 KB a value). */
export class MemoryProperties implements PropertiesPort {
  values: Record<string, string> = {};
  room = 9 * 1024;

  readAll(): Record<string, string> {
    return { ...this.values };
  }
  write(properties: Readonly<Record<string, string>>): boolean {
    const tooLong = Object.values(properties).some((value) => Buffer.byteLength(value) > this.room);
    if (!tooLong) Object.assign(this.values, properties);
    return !tooLong;
  }
  remove(name: string): void {
    delete this.values[name];
  }
}

/** A cache in memory, evicted when `values` is cleared. */
export class MemoryCache implements CachePort {
  readonly values = new Map<string, string>();

  read(name: string): string | null {
    return this.values.get(name) ?? null;
  }
  write(name: string, value: string): void {
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
