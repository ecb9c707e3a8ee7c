import type { ApiAnswer } from "../bitbybit/http";
import { type Allowance, availableAt, learn, reserve } from "../bitbybit/rate-limit";
import type { CachePort, ClockPort } from "./ports";

/** Keeps requests within the API's rate limit, and shares what it knows with everyone who uses the same API key. */
export interface Pacer {
  /** How many requests may leave now, or how long to wait for the next. */
  available(): { count: number; waitMs: number };
  /** To be called before requests leave. */
  reserve(count: number): void;
  /** To be called with the answers; none for a wave that threw. */
  learn(answers: readonly ApiAnswer[]): void;
  /** The limit as last announced, requests a window. */
  limit(): number;
}

const seconds = 3_600;

/** `name` stands for the API key and its address, so that two keys never share a count. */
export function createPacer(cache: CachePort, clock: ClockPort, name: string): Pacer {
  const cacheName = `rate.${name}`;
  let allowance = recall(cache.read(cacheName));
  const remember = (next: Allowance) => {
    allowance = next;
    cache.write(cacheName, JSON.stringify(next), seconds);
  };
  const refresh = () => {
    const shared = recall(cache.read(cacheName));
    const sameWindow = shared && allowance && Math.abs(shared.resetAtMs - allowance.resetAtMs) < 1_500;
    if (shared && allowance && sameWindow) {
      allowance = { ...allowance, remaining: Math.min(shared.remaining, allowance.remaining) };
    } else if (shared && (!allowance || shared.resetAtMs > allowance.resetAtMs)) {
      allowance = shared;
    }
  };
  return {
    available() {
      // Far from the limit nobody else's requests matter, and the cache need not be asked.
      if (allowance && allowance.remaining < plenty) refresh();
      return availableAt(allowance, clock.nowMs());
    },
    reserve(count) {
      const next = reserve(allowance, count, clock.nowMs());
      if (next.remaining < plenty) remember(next);
      else allowance = next;
    },
    learn(answers) {
      if (answers.length === 0) return;
      const now = clock.nowMs();
      const next = learn(allowance ?? reserve(null, 0, now), answers, now);
      if (next.remaining < plenty) remember(next);
      else allowance = next;
    },
    limit: () => allowance?.limit ?? reserve(null, 0, 0).limit,
  };
}

/** With so many requests left, several waves of several users fit before anyone has to look again. */
const plenty = 2_000;

function recall(text: string | null): Allowance | null {
  try {
    const known: unknown = JSON.parse(text ?? "");
    if (typeof known !== "object" || known === null) return null;
    const { limit, remaining, resetAtMs } = known as Record<string, unknown>;
    if (typeof limit !== "number" || typeof remaining !== "number" || typeof resetAtMs !== "number")
      return null;
    return limit >= 1 && remaining >= 0 ? { limit, remaining, resetAtMs } : null;
  } catch {
    return null;
  }
}
