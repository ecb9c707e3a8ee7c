import { ServiceFault, type WriteFate } from "../faults";
import type { PropertyStore } from "../stores/property-store";
import { fits, isPlainObject, mismatch, take } from "./arguments";
import { callTable, Service } from "./service";

const calls = callTable({ free: ["getUserProperties", "getDocumentProperties", "getScriptProperties"] });

/** PropertiesService: texts that stay, by user, by document and for the whole script. */
export class PropertiesServiceObject extends Service {
  readonly service = "PropertiesService";
  readonly calls = calls;

  getUserProperties(): Properties {
    const { stores, user = "user" } = this.execution.options;
    return new Properties(this.execution, stores.userProperties(user));
  }

  getDocumentProperties(): Properties {
    const { stores, spreadsheet } = this.execution.options;
    return new Properties(this.execution, stores.documentProperties(spreadsheet.id));
  }

  getScriptProperties(): Properties {
    return new Properties(this.execution, this.execution.options.stores.scriptProperties());
  }
}

const propertiesCalls = callTable({
  free: [
    "getProperty",
    "setProperty",
    "getProperties",
    "setProperties",
    "deleteProperty",
    "deleteAllProperties",
    "getKeys",
  ],
});

const writingCalls = new Set(["setProperty", "setProperties", "deleteProperty", "deleteAllProperties"]);

/** One store of properties. Values that are no texts become texts (Apps Script documentation, class Properties). */
class Properties extends Service {
  readonly service = "Properties";
  readonly calls = propertiesCalls;
  private readonly store: PropertyStore;

  constructor(execution: Service["execution"], store: PropertyStore) {
    super(execution);
    this.store = store;
  }

  getProperty(...args: unknown[]): string | null {
    const [key] = take("PropertiesService.Properties.getProperty", args, ["string"]);
    this.spend();
    return this.seen(key).get(key);
  }

  setProperty(...args: unknown[]): this {
    const [key, value] = take("PropertiesService.Properties.setProperty", args, ["string", "any"]);
    this.spend();
    this.store.setAll({ [key]: String(value) }, false, this.execution);
    return this;
  }

  getProperties(): Record<string, string> {
    this.spend();
    return this.seen(null).all();
  }

  setProperties(...args: unknown[]): this {
    const [values, deleteAllOthers = false] = args;
    if (!isPlainObject(values) || !(fits(args, ["object"]) || fits(args, ["object", "boolean"]))) {
      throw mismatch("PropertiesService.Properties.setProperties", args);
    }
    this.spend();
    const texts = Object.entries(values).map(([key, value]) => [key, String(value)] as const);
    this.store.setAll(Object.fromEntries(texts), deleteAllOthers === true, this.execution);
    return this;
  }

  deleteProperty(...args: unknown[]): this {
    const [key] = take("PropertiesService.Properties.deleteProperty", args, ["string"]);
    this.spend();
    this.store.delete(key, this.execution);
    return this;
  }

  deleteAllProperties(): this {
    this.spend();
    this.store.clear(this.execution);
    return this;
  }

  getKeys(): string[] {
    this.spend();
    return this.seen(null).keys();
  }

  /** Writes by their fate: "part" is the first values of setProperties, and of the other calls all or nothing. */
  override carryOutInPart(method: string, args: readonly unknown[], fate: WriteFate): void {
    const body: unknown = Reflect.get(this, method);
    if (!writingCalls.has(method) || typeof body !== "function" || fate === "lost") return;
    const given = fate === "part" ? this.partOf(method, args) : args;
    if (given === null) return;
    const write = () => Reflect.apply(body, this, given);
    if (fate === "later") this.execution.later(write);
    else write();
  }

  private partOf(method: string, args: readonly unknown[]): readonly unknown[] | null {
    const share = this.execution.options.random();
    const [values] = args;
    if (method !== "setProperties" || !isPlainObject(values)) return share < 0.5 ? null : args;
    const entries = Object.entries(values);
    return [Object.fromEntries(entries.slice(0, Math.floor(share * (entries.length + 1))))];
  }

  /** The store as this read sees it, which may be as it was before its last change. */
  private seen(key: string | null): PropertyStore {
    const changedHere = this.store.wasChangedBy(this.execution);
    const old = this.execution.options.unknowns?.answersOldProperties?.({ key, changedHere }) ?? false;
    return old ? this.store.beforeLastChange() : this.store;
  }

  private spend(): void {
    const { stores, clock, quotas, user = "user" } = this.execution.options;
    const limit = quotas?.propertyCalls;
    if (limit === undefined || stores.spendQuota(user, "properties", 1, limit, clock.now())) return;
    throw new ServiceFault("Service invoked too many times for one day: properties.");
  }
}
