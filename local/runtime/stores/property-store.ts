import { ServiceFault } from "../faults";

/** 9 KB a value, 500 KB a store (Apps Script documentation, Quotas). */
export const largestValueBytes = 9 * 1024;
export const largestStoreBytes = 500 * 1024;

/** One store of properties: texts by key. */
export class PropertyStore {
  private values: Map<string, string>;
  /** What it held before its last change. */
  private former: ReadonlyMap<string, string> = new Map();
  private changedBy: object | null = null;

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

  /** The store as it was before its last change. */
  beforeLastChange(): PropertyStore {
    return new PropertyStore(Object.fromEntries(this.former));
  }

  /** True when `author`, an execution, made the last change. */
  wasChangedBy(author: object): boolean {
    return this.changedBy === author;
  }

  /**
   * Stores all of the values or, if one is too large or the store would be full, throws and stores none. `author` is the
   * execution that does it, if one does.
   */
  setAll(values: Readonly<Record<string, string>>, deleteOthers = false, author: object | null = null): void {
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
    this.replace(next, author);
  }

  delete(key: string, author: object | null = null): void {
    const next = new Map(this.values);
    next.delete(key);
    this.replace(next, author);
  }

  clear(author: object | null = null): void {
    this.replace(new Map(), author);
  }

  private replace(next: Map<string, string>, author: object | null): void {
    this.former = this.values;
    this.values = next;
    this.changedBy = author;
  }
}
