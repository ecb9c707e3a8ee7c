import { NotImplemented } from "../faults";
import { Mismatch } from "./arguments";
import type { Service } from "./service";
import { checkArguments } from "./signatures";

/**
 * Calls a method of a service after its arguments were checked against the published types. A call that these allow and the
 * method does not take is one that is not imitated.
 */
export function callMethod(service: Service, method: string, args: readonly unknown[]): unknown {
  const name = `${service.service}.${method}`;
  const body: unknown = Reflect.get(service, method);
  if (typeof body !== "function") throw new NotImplemented(name);
  const isValid = checkArguments(service.service, method, args);
  try {
    return Reflect.apply(body, service, args);
  } catch (error) {
    if (isValid && error instanceof Mismatch) throw new NotImplemented(`${name} of (${error.kinds})`);
    throw error;
  }
}
