import { RunError } from "../../src/ports/run-error";

/** The problem of the `RunError` that ends an act; null if it ends well. */
export function problemOf(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    if (error instanceof RunError) return error.problem;
    throw error;
  }
  return null;
}
