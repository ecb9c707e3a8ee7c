import type { ApiAnswer } from "../bitbybit/http";
import {
  type Allowance,
  type Availability,
  availableAt,
  learn,
  maxCredibleWaitMs,
  reserve,
} from "../bitbybit/rate-limit";
import type { CachePort, ClockPort } from "../ports/ports";
import { parseObject } from "../text/json";

/** Keeps requests within the API's rate limit, and shares what it knows with everyone who uses the same API key. */
export interface RateLimiter {
  /** How many requests may leave now, or how long to wait for the next. */
  available(): Availability;
  /** To be called before requests leave. */
  reserve(count: number): void;
  /** To be called with the answers; none for a batch that threw. */
  learn(answers: readonly ApiAnswer[]): void;
  /** The limit as last announced, requests a window. */
  limit(): number;
}

const seconds = 3_600;

/**
 * `name` stands for the API key and its address, so that two keys never share a count. The cache is read when the limiter is
 * first asked: many executions never do.
 */
export function createRateLimiter(cache: CachePort, clock: ClockPort, name: string): RateLimiter {
  const cacheName = `rate.${name}`;
  let begun = false;
  let cached: Allowance | null = null;
  let allowance: Allowance | null = null;
  let learnt: Allowance | null = null;
  /** True when the cache was read just now. */
  const begin = () => {
    if (begun) return false;
    begun = true;
    cached = recall(cache.read(cacheName), clock.nowMs());
    allowance = cached;
    return true;
  };
  const remember = (next: Allowance) => {
    allowance = next;
    // Far from the limit one entry a window is enough; one that says less than is left must not stay, though.
    const serves = cached && cached.remaining >= plenty && clock.nowMs() < cached.resetAtMs;
    if (next.remaining >= plenty && serves) return;
    cache.write(cacheName, JSON.stringify(next), seconds);
    cached = next;
  };
  const refresh = () => {
    const shared = recall(cache.read(cacheName), clock.nowMs());
    cached = shared;
    const sameWindow = shared && allowance && isSameWindow(shared, allowance);
    if (shared && allowance && sameWindow) {
      allowance = { ...allowance, remaining: Math.min(shared.remaining, allowance.remaining) };
    } else if (shared && (!allowance || shared.resetAtMs > allowance.resetAtMs)) {
      allowance = shared;
    }
  };
  return {
    available() {
      // Far from the limit nobody else's requests matter, and the cache need not be asked.
      if (!begin() && allowance && allowance.remaining < plenty) refresh();
      return availableAt(allowance, clock.nowMs());
    },
    reserve(count) {
      begin();
      const next = reserve(allowance, count, clock.nowMs());
      remember(next);
    },
    learn(answers) {
      if (answers.length === 0) return;
      begin();
      const now = clock.nowMs();
      const said = learn(allowance ?? reserve(null, 0, now), answers, now);
      // A window that a 429 has closed stays closed as long as that says.
      const isClosed = answers.some(({ status }) => status === 429);
      const next = isClosed ? said : earlierEnd(said, learnt, now);
      learnt = next;
      if (availableAt(next, now).absurd) allowance = next;
      else remember(next);
    },
    limit() {
      begin();
      return allowance?.limit ?? reserve(null, 0, 0).limit;
    },
  };
}

/** With so many requests left, several batches of several users fit before anyone has to look again. */
const plenty = 2_000;

/** Ends of windows that lie closer together than this are one end, told twice: in whole seconds, by answers on their way. */
const sameEndMs = 1_500;

function isSameWindow(one: Allowance, other: Allowance): boolean {
  return Math.abs(one.resetAtMs - other.resetAtMs) < sameEndMs;
}

/** Every answer tells an end that is late enough for its window, so the earliest one told is, too. */
function earlierEnd(next: Allowance, learnt: Allowance | null, nowMs: number): Allowance {
  if (!learnt || nowMs >= learnt.resetAtMs || !isSameWindow(next, learnt)) return next;
  return { ...next, resetAtMs: Math.min(next.resetAtMs, learnt.resetAtMs) };
}

/** Null for none, and for one that ends later than any window: a clock was wrong when it was kept, or is now. */
function recall(text: string | null, nowMs: number): Allowance | null {
  const { limit, remaining, resetAtMs } = parseObject(text) ?? {};
  if (typeof limit !== "number" || typeof remaining !== "number" || typeof resetAtMs !== "number")
    return null;
  const isCredible = limit >= 1 && remaining >= 0 && resetAtMs - nowMs <= maxCredibleWaitMs;
  return isCredible ? { limit, remaining, resetAtMs } : null;
}
