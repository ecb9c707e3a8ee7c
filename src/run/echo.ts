import type { Execution } from "./execution";

/** Where it is remembered that the API does not give references back: for one API key and one place in the order. */
function property(execution: Execution): string {
  return `bitbybit.noEcho.${execution.keyMark}.${execution.access.referencePlace}`;
}

/** False once an answer of the API did not show the reference: then no look-up can prove that an order is absent. */
export function echoesOf(execution: Execution): boolean {
  return execution.ports.properties.readAll()[property(execution)] === undefined;
}

/** Remembers that references do not come back. */
export function rememberNoEcho(execution: Execution): void {
  execution.ports.properties.write({ [property(execution)]: "1" });
}
