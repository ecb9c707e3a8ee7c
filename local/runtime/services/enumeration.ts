import { callTable, Service } from "./service";

/** One value of an enumeration of Apps Script, such as `ui.Button.YES`; the same object all through an execution. */
export class EnumValue extends Service {
  readonly service: string;
  readonly calls = callTable({ free: ["toString", "name"] });
  readonly value: string;

  constructor(execution: Service["execution"], service: string, value: string) {
    super(execution);
    this.service = service;
    this.value = value;
  }

  /** The value's name, as Apps Script's enumerations give it. */
  override toString(): string {
    return this.value;
  }

  name(): string {
    return this.value;
  }
}

/** An enumeration: its values are its properties. */
export class Enumeration extends Service {
  readonly service: string;
  readonly calls = {};
  override readonly properties: Readonly<Record<string, EnumValue>>;

  constructor(execution: Service["execution"], service: string, values: readonly string[]) {
    super(execution);
    this.service = service;
    this.properties = Object.fromEntries(
      values.map((value) => [value, new EnumValue(execution, service, value)]),
    );
  }

  /** The value of that name. */
  valueNamed(name: string): EnumValue {
    const value = this.properties[name];
    if (value === undefined) throw new Error(`${this.service} has no value ${name}.`);
    return value;
  }
}
