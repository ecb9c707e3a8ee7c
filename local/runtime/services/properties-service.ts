import { ServiceFault } from "../faults";
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
    return this.store.get(key);
  }

  setProperty(...args: unknown[]): this {
    const [key, value] = take("PropertiesService.Properties.setProperty", args, ["string", "any"]);
    this.spend();
    this.store.setAll({ [key]: String(value) });
    return this;
  }

  getProperties(): Record<string, string> {
    this.spend();
    return this.store.all();
  }

  setProperties(...args: unknown[]): this {
    const [values, deleteAllOthers = false] = args;
    if (!isPlainObject(values) || !(fits(args, ["object"]) || fits(args, ["object", "boolean"]))) {
      throw mismatch("PropertiesService.Properties.setProperties", args);
    }
    this.spend();
    const texts = Object.entries(values).map(([key, value]) => [key, String(value)] as const);
    this.store.setAll(Object.fromEntries(texts), deleteAllOthers === true);
    return this;
  }

  deleteProperty(...args: unknown[]): this {
    const [key] = take("PropertiesService.Properties.deleteProperty", args, ["string"]);
    this.spend();
    this.store.delete(key);
    return this;
  }

  deleteAllProperties(): this {
    this.spend();
    this.store.clear();
    return this;
  }

  getKeys(): string[] {
    this.spend();
    return this.store.keys();
  }

  private spend(): void {
    const { stores, clock, quotas, user = "user" } = this.execution.options;
    const limit = quotas?.propertyCalls;
    if (limit === undefined || stores.spendQuota(user, "properties", 1, limit, clock.now())) return;
    throw new ServiceFault("Service invoked too many times for one day: properties.");
  }
}
