/** The prototypes of the promises of scripts. */
const ofScripts = new WeakSet<object>();
let listening = false;

/**
 * Lets no promise of a script end this process, as a rejection that nobody handles does in Node: one that the script left
 * alone, or an `import()`, which scripts do not have. `prototype` is that of the script's own promises. Other rejections end
 * the process as ever.
 */
export function ignoreRejections(prototype: object): void {
  ofScripts.add(prototype);
  if (listening) return;
  listening = true;
  process.on("unhandledRejection", (reason, promise) => {
    if (ofScripts.has(Object.getPrototypeOf(promise))) return;
    if (process.listenerCount("unhandledRejection") === 1) throw reason;
  });
}
