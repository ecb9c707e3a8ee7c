import { CacheStore } from "./cache-store";
import { LateWrites } from "./late-writes";
import { LockTable } from "./lock-table";
import { PropertyStore } from "./property-store";

/** All properties as plain JSON. */
export interface AllProperties {
  script: Record<string, string>;
  /** By user. */
  users: Record<string, Record<string, string>>;
  /** By the spreadsheet's ID. */
  documents: Record<string, Record<string, string>>;
}

/**
 * What outlives an execution besides the spreadsheet: properties, caches, locks, the day's quotas. Runtimes that stand for
 * several users or files of one add-on share one of these.
 */
export class Stores {
  readonly locks = new LockTable();
  /** What the platform still has to write, in this file and in these stores. */
  readonly lateWrites = new LateWrites();
  private readonly properties = new Map<string, PropertyStore>();
  private readonly caches = new Map<string, CacheStore>();
  private readonly uses = new Map<string, number>();

  scriptProperties(): PropertyStore {
    return at(this.properties, "script", () => new PropertyStore());
  }
  userProperties(user: string): PropertyStore {
    return at(this.properties, `user:${user}`, () => new PropertyStore());
  }
  documentProperties(documentId: string): PropertyStore {
    return at(this.properties, `document:${documentId}`, () => new PropertyStore());
  }

  scriptCache(): CacheStore {
    return at(this.caches, "script", () => new CacheStore());
  }
  userCache(user: string): CacheStore {
    return at(this.caches, `user:${user}`, () => new CacheStore());
  }
  documentCache(documentId: string): CacheStore {
    return at(this.caches, `document:${documentId}`, () => new CacheStore());
  }

  /** Empties every cache, as the platform may do at any time. */
  evictCaches(): void {
    for (const cache of this.caches.values()) cache.evictAll();
  }

  /**
   * Counts `count` uses of a daily quota against `limit`. False, and nothing counted, when they would exceed it. Days are
   * UTC days here; Google counts from an hour of its own.
   */
  spendQuota(user: string, quota: string, count: number, limit: number, nowMs: number): boolean {
    const key = `${quota} ${user} ${Math.floor(nowMs / 86_400_000)}`;
    const used = (this.uses.get(key) ?? 0) + count;
    if (used > limit) return false;
    this.uses.set(key, used);
    return true;
  }

  /** The properties alone, without caches and locks. */
  allProperties(): AllProperties {
    const all: AllProperties = { script: {}, users: {}, documents: {} };
    for (const [name, store] of this.properties) {
      const [, kind, id = ""] = /^([a-z]+):?(.*)$/s.exec(name) ?? [];
      if (kind === "script") all.script = store.all();
      else if (kind === "user") all.users[id] = store.all();
      else all.documents[id] = store.all();
    }
    return all;
  }
}

function at<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
