import type { Execution } from "../execution";
import type { WriteFate } from "../faults";

/**
 * What a call does: `trip` reads or writes the document's state, `handle` makes or asks an object without it, `free` has
 * nothing to do with the document.
 */
export type CallKind = "trip" | "handle" | "free";

/** An object of Apps Script as the script gets it. Only the methods named in `calls` exist for the script. */
export abstract class Service {
  /** The class's name in Apps Script's documentation: what stands in `not implemented: Service.method`. */
  abstract readonly service: string;
  /** The methods that are imitated. */
  abstract readonly calls: Readonly<Record<string, CallKind>>;
  /** Properties that are no methods, such as `Ui.Button`. */
  readonly properties: Readonly<Record<string, Service>> = {};
  protected readonly execution: Execution;

  constructor(execution: Execution) {
    this.execution = execution;
  }

  /**
   * Does what a call does by its fate, although it failed or was killed. Only services that store something do anything:
   * the document's writes wait in the execution's buffer instead.
   */
  carryOutInPart(_method: string, _args: readonly unknown[], _fate: WriteFate): void {}
}

/** A table of calls: names by kind. */
export function callTable(
  names: Partial<Record<CallKind, readonly string[]>>,
): Readonly<Record<string, CallKind>> {
  const kinds: readonly CallKind[] = ["trip", "handle", "free"];
  return Object.fromEntries(kinds.flatMap((kind) => (names[kind] ?? []).map((name) => [name, kind])));
}
