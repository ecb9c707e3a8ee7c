/** What is left of an allowance after a request, or at the moment. */
export interface Allowance {
  /** False when the window's requests were used up before this one. */
  allowed: boolean;
  limit: number;
  remaining: number;
  /** Whole seconds until the window resets, rounded up, so that who waits them finds it reset. */
  resetSeconds: number;
}

interface Window {
  startedAt: number;
  used: number;
}

/** A fixed window of requests for each API key. It starts with the first request in it and ends `windowMs` later. */
export class RateLimit {
  readonly #windows = new Map<string, Window>();

  /** `now` gives milliseconds. Limit and window may be changed at any time; windows under way keep their start. */
  constructor(
    private readonly now: () => number,
    public limit: number,
    public windowMs: number,
  ) {}

  /** Counts a request of a key, if the window still has one. */
  take(key: string): Allowance {
    const window = this.#open(key) ?? { startedAt: this.now(), used: 0 };
    this.#windows.set(key, window);
    const allowed = window.used < this.limit;
    if (allowed) window.used += 1;
    return this.#allowance(window, allowed);
  }

  /** What a key has left, without counting anything. */
  peek(key: string): Allowance {
    const window = this.#open(key) ?? { startedAt: this.now(), used: 0 };
    return this.#allowance(window, window.used < this.limit);
  }

  /** Forgets all windows. */
  clear(): void {
    this.#windows.clear();
  }

  #open(key: string): Window | undefined {
    const window = this.#windows.get(key);
    return window !== undefined && this.now() - window.startedAt < this.windowMs ? window : undefined;
  }

  #allowance(window: Window, allowed: boolean): Allowance {
    const leftMs = window.startedAt + this.windowMs - this.now();
    return {
      allowed,
      limit: this.limit,
      remaining: Math.max(0, this.limit - window.used),
      resetSeconds: Math.max(0, Math.ceil(leftMs / 1000)),
    };
  }
}

/** The three headers in which the API tells an allowance. */
export function rateLimitHeaders(allowance: Allowance): Record<string, string> {
  return {
    "RateLimit-Limit": String(allowance.limit),
    "RateLimit-Remaining": String(allowance.remaining),
    "RateLimit-Reset": String(allowance.resetSeconds),
  };
}
