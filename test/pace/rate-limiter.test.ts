import * as fc from "fast-check";
import { createRateLimiter } from "../../src/pace/rate-limiter";
import { answerOf, limitHeaders } from "../bitbybit/answer";
import { MemoryCache, MovedClock } from "./memory-ports";

function limiterWith(cache = new MemoryCache(), clock = new MovedClock(), name = "k") {
  return { cache, clock, limiter: createRateLimiter(cache, clock, name) };
}

const announced = (limit: number, remaining: number, resetSeconds: number) =>
  answerOf(201, "", limitHeaders(limit, remaining, resetSeconds));

describe("the rate limiter", () => {
  test("counts a hundred a minute by itself while the API announces nothing", () => {
    const { limiter, clock } = limiterWith();
    expect(limiter.available()).toMatchObject({ count: 100, waitMs: 0 });
    limiter.reserve(100);
    limiter.learn([answerOf(201)]);
    expect(limiter.available().count).toBe(0);
    clock.sleep(limiter.available().waitMs);
    expect(limiter.available().count).toBe(100);
  });

  test("goes by what the API announces", () => {
    const { limiter, clock } = limiterWith();
    limiter.reserve(1);
    limiter.learn([announced(20, 7, 3)]);
    expect(limiter.available()).toMatchObject({ count: 7, waitMs: 0 });
    expect(limiter.limit()).toBe(20);
    limiter.reserve(7);
    expect(limiter.available()).toMatchObject({ count: 0, waitMs: 3_000 });
    clock.sleep(3_000);
    expect(limiter.available()).toMatchObject({ count: 20, waitMs: 0 });
  });

  test("believes the earliest end of a window that was ever told, since ends are rounded up", () => {
    const { limiter, clock } = limiterWith();
    limiter.reserve(1);
    limiter.learn([announced(1, 0, 60)]);
    clock.sleep(59_400);
    limiter.learn([announced(1, 0, 1)]);
    expect(limiter.available().waitMs).toBe(600);
  });

  test("lets nothing leave while a 429 has closed the window, however much another answer announces", () => {
    const { limiter, clock } = limiterWith();
    limiter.reserve(2);
    limiter.learn([announced(100, 90, 5), answerOf(429, "", { "retry-after": "30" })]);
    expect(limiter.available()).toMatchObject({ count: 0, waitMs: 30_000 });
    clock.sleep(30_000);
    expect(limiter.available().count).toBe(100);
  });

  test("forgets a shared window that ends later than any does: the clock was wrong, or the API's headers are", () => {
    for (const resetAtMs of [16 * 60_000, 1e15]) {
      const { cache, clock } = limiterWith();
      cache.write("rate.k", JSON.stringify({ limit: 5, remaining: 0, resetAtMs: clock.nowMs() + resetAtMs }));
      expect(limiterWith(cache, clock).limiter.available()).toMatchObject({ count: 100, absurd: false });
    }
  });

  test("waits a minute after a 429 that says nothing", () => {
    const { limiter } = limiterWith();
    limiter.reserve(1);
    limiter.learn([answerOf(429)]);
    expect(limiter.available()).toMatchObject({ count: 0, waitMs: 60_000, absurd: false });
  });

  test("tells of a wait that no window explains, and hands it to nobody else", () => {
    const { limiter, cache, clock } = limiterWith();
    limiter.reserve(1);
    limiter.learn([announced(100, 0, 999_999_999)]);
    expect(limiter.available()).toMatchObject({ count: 0, absurd: true });
    expect(limiterWith(cache, clock).limiter.available()).toMatchObject({ count: 99, absurd: false });
  });

  test("shares what it knows with everyone who uses the same API key, and with nobody else", () => {
    const { limiter, cache, clock } = limiterWith();
    limiter.reserve(1);
    limiter.learn([announced(100, 30, 40)]);
    const { limiter: colleague } = limiterWith(cache, clock);
    expect(colleague.available()).toMatchObject({ count: 30, waitMs: 0 });
    colleague.reserve(25);
    expect(limiter.available()).toMatchObject({ count: 5, waitMs: 0 });
    expect(limiterWith(cache, clock, "other").limiter.available().count).toBe(100);
  });

  test("goes on with its own count when the cache was evicted or holds something else", () => {
    const { limiter, cache } = limiterWith();
    limiter.reserve(1);
    limiter.learn([announced(100, 30, 40)]);
    const texts = [
      null,
      "{",
      "null",
      '{"limit":0,"remaining":5,"resetAtMs":1}',
      '{"limit":"9","remaining":5}',
    ];
    for (const text of texts) {
      cache.values.clear();
      if (text !== null) cache.values.set("rate.k", text);
      expect(limiter.available().count).toBe(30);
    }
  });

  test("learns nothing from a batch that threw, and what was reserved stays spent", () => {
    const { limiter } = limiterWith();
    limiter.reserve(1);
    limiter.learn([announced(100, 30, 40)]);
    limiter.reserve(10);
    limiter.learn([]);
    expect(limiter.available().count).toBe(20);
  });

  test("far from the limit leaves the cache alone", () => {
    const { limiter, cache } = limiterWith();
    limiter.reserve(1);
    limiter.learn([announced(1_000_000, 999_999, 60)]);
    const [reads, writes] = [cache.reads, cache.writes];
    for (let batch = 1; batch < 10; batch += 1) {
      expect(limiter.available().count).toBeGreaterThan(900_000);
      limiter.reserve(100);
      limiter.learn([announced(1_000_000, 999_999 - 100 * batch, 60)]);
    }
    expect([cache.reads, cache.writes]).toEqual([reads, writes]);
  });

  test("asks the cache for nothing in an execution that sends nothing", () => {
    const { cache } = limiterWith();
    expect([cache.reads, cache.writes]).toEqual([0, 0]);
  });

  test("never lets two that share a key send more than the limit in one window", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 60 })), { maxLength: 20 }),
        (steps) => {
          const { limiter: one, cache, clock } = limiterWith();
          const { limiter: other } = limiterWith(cache, clock);
          let sent = 0;
          for (const [isFirst, wanted] of steps) {
            const limiter = isFirst ? one : other;
            const count = Math.min(wanted, limiter.available().count);
            if (count === 0) continue;
            limiter.reserve(count);
            sent += count;
            limiter.learn([announced(100, Math.max(0, 100 - sent), 60)]);
          }
          expect(sent).toBeLessThanOrEqual(100);
        },
      ),
      { seed: 601 },
    );
  });
});
