import { type KeyPlaces, placesOfKeys } from "./key-places";
import type { Evidence, KnownAttempt, OrderRecord } from "./order-record";
import type { SendKey } from "./send-key";

/** What a decision about an order rests on, besides the order. */
export interface Circumstances {
  environment: "test" | "live";
  /** The mark of the API key in use. */
  keyMark: string;
  evidence: Evidence;
  places: KeyPlaces;
}

/** Prepares what all decisions about one sheet share. */
export function circumstancesOf(
  records: readonly OrderRecord[],
  evidence: Evidence,
  apiKey: { environment: "test" | "live"; keyMark: string },
): Circumstances {
  return { ...apiKey, evidence, places: placesOfKeys(records, evidence) };
}

/** An order is looked up only in the environment and under the API key that sent it. */
export function isInUse(key: SendKey, around: Circumstances): boolean {
  return isInEnvironment(key, around) && key.keyMark === around.keyMark;
}

/** True where the key was made with an API key of the environment in use. */
export function isInEnvironment(key: SendKey, around: Circumstances): boolean {
  return key.environment === around.environment;
}

/**
 * True when an earlier attempt may have made the order. An attempt before the key's own was called absent when the key
 * was written, so only that it was made after all still counts.
 */
export function mayBeMade(known: KnownAttempt | undefined, key: SendKey): boolean {
  if (!known) return false;
  if (known.outcome === "created") return true;
  return known.key.attempt >= key.attempt && (known.outcome === "unconfirmed" || known.outcome === "pending");
}
