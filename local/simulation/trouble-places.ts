import { largestStoreBytes, largestValueBytes } from "../runtime/stores/property-store";
import type { World } from "./world";

/** How the trace names a storage of properties that did not answer. */
export const storageError = "storage error";

/** Fills the document's properties to the last byte with another script's values, or takes these out again. */
export function fillProperties(world: World, full: boolean): void {
  const store = world.stores.documentProperties(world.spreadsheet.id);
  for (const name of store.keys().filter((key) => key.startsWith("other."))) store.delete(name);
  if (!full) return;
  world.storageFailed = true;
  const used = Object.entries(store.all()).reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(name) + Buffer.byteLength(value),
    0,
  );
  let left = largestStoreBytes - used;
  for (let number = 100; left > 20; number++) {
    const size = Math.min(largestValueBytes, left - 9);
    store.setAll({ [`other.${number}`]: "x".repeat(size) });
    left -= size + 9;
  }
}
