import { type PropertiesPort, StorageFault } from "../../src/journal/journal-store";

/**
 * How the storage answers one write. `stored`: it throws although it has taken everything. `first`, `last`: it throws, or the
 * execution is killed, when it has taken one half of the texts.
 */
export type StorageAnswer = "works" | "fails" | "stored" | "first" | "last";

/** Bytes that one value holds (Apps Script quotas). */
const maxValueBytes = 9 * 1024;

/** Document properties in memory, with the limits of the platform; `answers` says how the next writes end. */
export class MemoryProperties implements PropertiesPort {
  values: Record<string, string> = {};
  /** Bytes that all values hold together. */
  room = 500 * 1024;
  readonly answers: StorageAnswer[] = [];
  /** Reads that are answered with an older state, by their number from 0 on. */
  readonly stale = new Map<number, Readonly<Record<string, string>>>();
  failsToRead = false;
  failsToRemove = false;
  reads = 0;
  writes = 0;

  readAll(): Record<string, string> {
    if (this.failsToRead) throw new StorageFault("no answer");
    const old = this.stale.get(this.reads);
    this.reads += 1;
    return { ...(old ?? this.values) };
  }

  write(properties: Readonly<Record<string, string>>): boolean {
    this.writes += 1;
    const answer = this.answers.shift() ?? "works";
    const names = Object.keys(properties);
    if (names.some((name) => bytesOf(properties[name]) > maxValueBytes)) return false;
    const next = { ...this.values, ...properties };
    if (
      Object.entries(next).reduce((sum, [name, value]) => sum + bytesOf(name) + bytesOf(value), 0) > this.room
    )
      return false;
    if (answer === "first") this.values = { ...this.values, ...halfOf(properties, 0) };
    if (answer === "last") this.values = { ...this.values, ...halfOf(properties, 1) };
    if (answer === "works" || answer === "stored") this.values = next;
    return answer === "works";
  }

  remove(name: string): boolean {
    if (this.failsToRemove) return false;
    delete this.values[name];
    return true;
  }
}

function halfOf(properties: Readonly<Record<string, string>>, half: 0 | 1): Record<string, string> {
  const all = Object.entries(properties);
  const middle = Math.floor(all.length / 2);
  return Object.fromEntries(half === 0 ? all.slice(0, middle) : all.slice(middle));
}

function bytesOf(text: string | undefined): number {
  return Buffer.byteLength(text ?? "");
}
