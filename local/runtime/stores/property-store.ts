import { ServiceFault } from "../faults";

/** 9 KB a value, 500 KB a store (Apps Script documentation, Quotas). */
export const largestValueBytes = 9 * 1024;
export const largestStoreBytes = 500 * 1024;

/** One store of properties: texts by key. */
export class PropertyStore {
  private readonly values: Map<string, string>;

  constructor(values: Readonly<Record<string, string>> = {}) {
    this.values = new Map(Object.entries(values));
  }

  get(key: string): string | null {
    return this.values.get(key) ?? null;
  }

  keys(): string[] {
    return [...this.values.keys()];
  }

  all(): Record<string, string> {
    return Object.fromEntries(this.values);
  }

  /** Stores all of the values or, where one is too large or the store would be full, throws and stores none. */
  setAll(values: Readonly<Record<string, string>>, deleteOthers = false): void {
    const next = new Map(deleteOthers ? [] : this.values);
    for (const [key, value] of Object.entries(values)) {
      if (Buffer.byteLength(value) > largestValueBytes) throw new ServiceFault("Argument too large: value");
      next.set(key, value);
    }
    const bytes = [...next].reduce(
      (sum, [key, value]) => sum + Buffer.byteLength(key) + Buffer.byteLength(value),
      0,
    );
    if (bytes > largestStoreBytes) {
      throw new ServiceFault(
        "You have exceeded the property storage quota. Please remove some properties and try again.",
      );
    }
    this.values.clear();
    for (const [key, value] of next) this.values.set(key, value);
  }

  delete(key: string): void {
    this.values.delete(key);
  }

  clear(): void {
    this.values.clear();
  }
}
