import type { PlanView } from "../../endpoints/runs";

/**
 * Whether the user must say yes first: if something may be sent, or if there is something to know. A check or a look-up
 * sends nothing.
 */
export function needsConfirmation({ kind, orders, warnings }: PlanView): boolean {
  if (warnings.length > 0) return true;
  return kind !== "check" && kind !== "resolve" && orders > 0;
}
