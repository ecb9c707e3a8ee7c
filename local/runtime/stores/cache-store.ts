import { ServiceFault } from "../faults";

/** Apps Script documentation, class Cache: key 250 characters, value 100 KB, 6 hours at most, 10 minutes by default. */
export const longestKey = 250;
export const largestCachedBytes = 100 * 1024;
export const defaultExpirySeconds = 600;
export const longestExpirySeconds = 21_600;
/** Beyond 1,000 items the cache keeps the 900 that expire last. */
const mostItems = 1000;
const keptItems = 900;

/** One cache: texts that expire. What is in it may be gone at any moment. */
export class CacheStore {
  private readonly items = new Map<string, { value: string; expiresMs: number }>();

  /** The value at the moment `nowMs`, null when it was never there, has expired or was evicted. */
  get(key: string, nowMs: number): string | null {
    checkKey(key);
    const item = this.items.get(key);
    if (item === undefined) return null;
    if (item.expiresMs > nowMs) return item.value;
    this.items.delete(key);
    return null;
  }

  /** Keeps the value for so many seconds, between 1 and 21,600; others are taken as the nearest of these (inferred). */
  put(key: string, value: string, seconds: number, nowMs: number): void {
    checkKey(key);
    if (Buffer.byteLength(value) > largestCachedBytes) throw new ServiceFault("Argument too large: value");
    const lifeMs = Math.min(longestExpirySeconds, Math.max(1, seconds)) * 1000;
    this.items.set(key, { value, expiresMs: nowMs + lifeMs });
    if (this.items.size > mostItems) this.keepLatest();
  }

  remove(key: string): void {
    checkKey(key);
    this.items.delete(key);
  }

  /** Throws everything away, as the platform may do at any time. */
  evictAll(): void {
    this.items.clear();
  }

  private keepLatest(): void {
    const latest = [...this.items].sort(([, a], [, b]) => b.expiresMs - a.expiresMs).slice(0, keptItems);
    this.items.clear();
    for (const [key, item] of latest) this.items.set(key, item);
  }
}

function checkKey(key: string): void {
  if (key.length > longestKey) throw new ServiceFault("Argument too large: key");
}
