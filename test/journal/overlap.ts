import type { MemoryProperties } from "./memory-properties";
import { MemoryProperties as Storage } from "./memory-properties";

/** What one execution does with the storage, and what it believes in the end. */
type Execution = (storage: MemoryProperties) => boolean;

/** Thrown to pause an execution between two of its calls. */
class Paused extends Error {
  override name = "Paused";
}

/**
 * Lets two executions work on the same storage call by call, in the order of a schedule, the rest of each one after the
 * other at the end. An execution is paused by throwing, and goes on by being started anew with the answers that it had:
 * so its code has to depend on these answers alone. With `stale`, one reading of one execution shows the storage as it
 * was in the beginning, its own writes included.
 */
export function overlap(
  shared: MemoryProperties,
  executions: readonly [Execution, Execution],
  schedule: readonly (0 | 1)[],
  stale: { execution: 0 | 1; read: number } | null,
): boolean[] {
  const atFirst = { ...shared.values };
  const answers: unknown[][] = [[], []];
  const ends: (boolean | undefined)[] = [undefined, undefined];
  const advance = (execution: 0 | 1) => {
    if (ends[execution] !== undefined) return;
    const known = answers[execution] ?? [];
    try {
      ends[execution] = executions[execution](
        storageOf(shared, known, atFirst, stale?.execution === execution ? stale.read : null),
      );
    } catch (pause) {
      if (!(pause instanceof Paused)) throw pause;
    }
  };
  for (const execution of schedule) advance(execution);
  const isStarted = (execution: 0 | 1) => (answers[execution] ?? []).length > 0;
  for (const execution of [0, 1] as const)
    for (let call = 0; call < 20 && isStarted(execution); call += 1) advance(execution);
  return ends.map((end) => end === true);
}

/** Every order of `calls` calls of each of two executions. */
export function allSchedules(calls: number): (0 | 1)[][] {
  const found: (0 | 1)[][] = [];
  const extend = (schedule: (0 | 1)[], left: readonly [number, number]) => {
    if (left[0] + left[1] === 0) found.push(schedule);
    if (left[0] > 0) extend([...schedule, 0], [left[0] - 1, left[1]]);
    if (left[1] > 0) extend([...schedule, 1], [left[0], left[1] - 1]);
  };
  extend([], [calls, calls]);
  return found;
}

/** The storage as one execution has it: calls that were answered before are answered the same, the next one really. */
function storageOf(
  shared: MemoryProperties,
  known: unknown[],
  atFirst: Readonly<Record<string, string>>,
  staleRead: number | null,
): MemoryProperties {
  const storage = new Storage();
  const own: Record<string, string> = {};
  let next = 0;
  let reads = 0;
  let isSpent = false;
  const call = <T>(act: () => T): T => {
    const place = next;
    next += 1;
    if (place < known.length) return known[place] as T;
    if (isSpent) throw new Paused("later");
    isSpent = true;
    const answer = act();
    known.push(answer);
    return answer;
  };
  storage.readAll = () => {
    const isStale = reads === staleRead;
    reads += 1;
    return call(() => (isStale ? { ...atFirst, ...own } : shared.readAll()));
  };
  storage.write = (texts) => {
    Object.assign(own, texts);
    return call(() => shared.write(texts));
  };
  storage.remove = (name) => call(() => shared.remove(name));
  return storage;
}
