import { type CacheStore, defaultExpirySeconds } from "../stores/cache-store";
import { fits, mismatch, take } from "./arguments";
import { callTable, Service } from "./service";

const calls = callTable({ free: ["getScriptCache", "getUserCache", "getDocumentCache"] });

/** CacheService: texts that expire, or are gone sooner. */
export class CacheServiceObject extends Service {
  readonly service = "CacheService";
  readonly calls = calls;

  getScriptCache(): Cache {
    return new Cache(this.execution, this.execution.options.stores.scriptCache());
  }

  getUserCache(): Cache {
    const { stores, user = "user" } = this.execution.options;
    return new Cache(this.execution, stores.userCache(user));
  }

  getDocumentCache(): Cache {
    const { stores, spreadsheet } = this.execution.options;
    return new Cache(this.execution, stores.documentCache(spreadsheet.id));
  }
}

const cacheCalls = callTable({ free: ["get", "getAll", "put", "putAll", "remove", "removeAll"] });

/** One cache. What writes to it answers null (gas-fakes' tests, proved on Google). */
class Cache extends Service {
  readonly service = "Cache";
  readonly calls = cacheCalls;
  private readonly store: CacheStore;

  constructor(execution: Service["execution"], store: CacheStore) {
    super(execution);
    this.store = store;
  }

  get(...args: unknown[]): string | null {
    const [key] = take("Cache.get", args, ["string"]);
    return this.store.get(key, this.nowMs);
  }

  /** Keys without a value are left out of the answer (Apps Script documentation, Cache.getAll). */
  getAll(...args: unknown[]): Record<string, string> {
    const [keys] = take("Cache.getAll", args, ["array"]);
    const found = keys.map((key) => [String(key), this.store.get(String(key), this.nowMs)] as const);
    return Object.fromEntries(found.flatMap(([key, value]) => (value === null ? [] : [[key, value]])));
  }

  put(...args: unknown[]): null {
    if (!fits(args, ["string", "string"]) && !fits(args, ["string", "string", "number"])) {
      throw mismatch("Cache.put", args);
    }
    this.store.put(args[0], args[1], args.length === 3 ? args[2] : defaultExpirySeconds, this.nowMs);
    return null;
  }

  putAll(...args: unknown[]): null {
    if (!fits(args, ["object"]) && !fits(args, ["object", "number"])) throw mismatch("Cache.putAll", args);
    const seconds = args.length === 2 ? args[1] : defaultExpirySeconds;
    for (const [key, value] of Object.entries(args[0]))
      this.store.put(key, String(value), seconds, this.nowMs);
    return null;
  }

  remove(...args: unknown[]): null {
    const [key] = take("Cache.remove", args, ["string"]);
    this.store.remove(key);
    return null;
  }

  removeAll(...args: unknown[]): null {
    const [keys] = take("Cache.removeAll", args, ["array"]);
    for (const key of keys) this.store.remove(String(key));
    return null;
  }

  private get nowMs(): number {
    return this.execution.options.clock.now();
  }
}
