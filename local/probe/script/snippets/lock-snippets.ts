import type { Snippets } from "../snippet";

/** A lock that nobody holds, and is let go at the end. */
function withLock(act: (lock: GoogleAppsScript.Lock.Lock) => unknown): unknown {
  const lock = LockService.getScriptLock();
  try {
    return act(lock);
  } finally {
    lock.releaseLock();
  }
}

/** Locks of one execution; what two do to each other one run cannot show. */
export const lockSnippets: Snippets = {
  "tryLock(0)": () => withLock((lock) => [lock.tryLock(0), lock.hasLock()]),
  "tryLock(-100)": () => withLock((lock) => [lock.tryLock(-100), lock.hasLock()]),
  "waitLock(-100)": (kit) => withLock((lock) => [kit.caught(() => lock.waitLock(-100)), lock.hasLock()]),
  "waitLock(0)": (kit) => withLock((lock) => [kit.caught(() => lock.waitLock(0)), lock.hasLock()]),
  "tryLock twice": (kit) =>
    withLock((lock) => [kit.timed("tryLock", () => lock.tryLock(1000)), lock.tryLock(1000)]),
  "another object of the same lock": () =>
    withLock((lock) => [lock.tryLock(0), LockService.getScriptLock().hasLock()]),
  "released twice": (kit) =>
    withLock((lock) => {
      lock.tryLock(0);
      lock.releaseLock();
      return kit.caught(() => lock.releaseLock());
    }),
};
