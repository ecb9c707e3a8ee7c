import type { ClockPort } from "../../src/ports/ports";
import type { LookUpWatch } from "../../src/reconcile/look-up";

/** A look-up that nobody watches and nobody stops. */
export function quietWatch({ ports }: { ports: { clock: ClockPort } }): LookUpWatch {
  return { tell: () => undefined, sleep: (durationMs) => ports.clock.sleep(Math.max(0, durationMs)) };
}
