import { type Clock, KillExecution } from "../runtime/local-runtime";

/** A hook that kills the execution at work at the first service call from a moment on, before or after its effect. */
export function killOnce(clock: Clock, atMs: number | null): () => void {
  let due = atMs !== null;
  return () => {
    if (!due || atMs === null || clock.now() < atMs) return;
    due = false;
    throw new KillExecution();
  };
}
