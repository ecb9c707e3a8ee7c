import * as fc from "fast-check";
import { RateLimit, rateLimitHeaders } from "../../local/api/rate-limit";
import {
  type Allowance,
  availableAt,
  learn,
  maxCredibleWaitMs,
  minClosedMs,
  reserve,
  undeclaredLimit,
  undeclaredWindowMs,
} from "../../src/bitbybit/rate-limit";
import { answerOf, limitHeaders } from "./answer";

const at = 1_000_000;
const allowance: Allowance = { limit: 100, remaining: 40, resetAtMs: at + 30_000 };

describe("what may leave", () => {
  test("is the undeclared limit while nothing is known", () => {
    expect(availableAt(null, at)).toEqual({ count: undeclaredLimit, waitMs: 0, absurd: false });
  });

  test("is what is left of the window, and the whole limit once it has ended", () => {
    expect(availableAt(allowance, at)).toEqual({ count: 40, waitMs: 0, absurd: false });
    expect(availableAt(allowance, at + 30_000)).toEqual({ count: 100, waitMs: 0, absurd: false });
  });

  test("is nothing while the window is used up: wait for its end", () => {
    expect(availableAt({ ...allowance, remaining: 0 }, at)).toEqual({
      count: 0,
      waitMs: 30_000,
      absurd: false,
    });
  });

  test("becomes less with what is about to leave", () => {
    expect(reserve(allowance, 15, at)).toEqual({ ...allowance, remaining: 25 });
    expect(reserve(allowance, 60, at).remaining).toBe(0);
    expect(reserve(allowance, 15, at + 30_000)).toEqual({
      limit: 100,
      remaining: 85,
      resetAtMs: at + 30_000 + undeclaredWindowMs,
    });
  });
});

describe("what answers teach", () => {
  const answer = (limit: number, remaining: number, reset: number, status = 201) =>
    answerOf(status, "", limitHeaders(limit, remaining, reset));

  test("the fewest requests left count, since others may share the key", () => {
    const learnt = learn(allowance, [answer(100, 12, 20), answer(100, 9, 20)], at);
    expect(learnt).toEqual({ limit: 100, remaining: 9, resetAtMs: at + 20_000 });
  });

  test("of two windows the later one counts", () => {
    const learnt = learn(allowance, [answer(100, 0, 1), answer(100, 97, 60)], at);
    expect(learnt).toEqual({ limit: 100, remaining: 97, resetAtMs: at + 60_000 });
  });

  test("a 429 leaves nothing until its reset, whatever else it and the others announce", () => {
    const learnt = learn(allowance, [answer(100, 50, 20), answer(100, 50, 20, 429)], at);
    expect(learnt).toEqual({ limit: 100, remaining: 0, resetAtMs: at + 20_000 });
  });

  test("a 429 without any header closes the window for a minute", () => {
    const learnt = learn({ ...allowance, remaining: 91 }, [answerOf(201), answerOf(429)], at);
    expect(learnt).toEqual({ ...allowance, remaining: 0, resetAtMs: at + undeclaredWindowMs });
  });

  test.each([
    ["7", 7_000],
    [" 90 ", 90_000],
    ["Thu, 01 Jan 1970 00:17:10 GMT", 30_000],
    ["0", minClosedMs],
    ["Thu, 01 Jan 1970 00:00:01 GMT", minClosedMs],
  ])("Retry-After comes before the reset: %s", (retryAfter, waitMs) => {
    const headers = { ...limitHeaders(100, 0, 20), "retry-after": retryAfter };
    expect(availableAt(learn(allowance, [answerOf(429, "", headers)], at), at)).toEqual({
      count: 0,
      waitMs,
      absurd: false,
    });
  });

  test("a Retry-After that is a date is taken against the server's own clock", () => {
    const headers = {
      "retry-after": "Sun, 01 Mar 2026 08:00:45 GMT",
      date: "Sun, 01 Mar 2026 08:00:00 GMT",
    };
    expect(learn(allowance, [answerOf(429, "", headers)], at).resetAtMs).toBe(at + 45_000);
  });

  test.each(["soon", "1.5", "-3", "2026-03-01", ""])("a Retry-After of %j is none", (retryAfter) => {
    const headers = { ...limitHeaders(100, 0, 20), "retry-after": retryAfter };
    expect(learn(allowance, [answerOf(429, "", headers)], at).resetAtMs).toBe(at + 20_000);
  });

  test("of several refusals the longest counts", () => {
    const retry = (seconds: string) => answerOf(429, "", { "retry-after": seconds });
    expect(learn(allowance, [retry("5"), retry("40"), retry("12")], at).resetAtMs).toBe(at + 40_000);
  });

  test("without headers the own count stands, and the window lasts a minute from the answers", () => {
    const reserved = { limit: 100, remaining: 3, resetAtMs: at + 10 };
    expect(learn(reserved, [answerOf(201)], at)).toEqual({ ...reserved, resetAtMs: at + undeclaredWindowMs });
  });

  test.each([
    ["abc", "1", "1"],
    ["100", "-1", "1"],
    ["100", "1", "1.5"],
    ["0", "0", "60"],
    ["100", "", "60"],
  ])("headers that are no numbers are none: %s, %s, %s", (limit, remaining, reset) => {
    const headers = { "ratelimit-limit": limit, "ratelimit-remaining": remaining, "ratelimit-reset": reset };
    expect(learn(allowance, [answerOf(201, "", headers)], at).remaining).toBe(40);
  });

  test.each([901, 86_400, 999_999_999, 1e15])("a reset in %d s is told to be absurd", (seconds) => {
    for (const status of [201, 429]) {
      const waiting = availableAt(learn(allowance, [answer(100, 0, seconds, status)], at), at);
      expect(waiting).toMatchObject({ count: 0, absurd: true });
      expect(waiting.waitMs).toBeGreaterThan(maxCredibleWaitMs);
    }
  });

  test("a reset in a quarter of an hour is waited for", () => {
    expect(availableAt(learn(allowance, [answer(100, 0, 900)], at), at).absurd).toBe(false);
  });
});

describe("whatever batches are asked for, and whenever", () => {
  const step = fc.record({
    want: fc.integer({ min: 1, max: 60 }),
    pauseMs: fc.integer({ min: 0, max: 9_000 }),
  });
  const steps = fc.array(step, { minLength: 5, maxLength: 60 });
  const limits = fc.integer({ min: 1, max: 100 });

  test("the API's announced window is never overrun, and no wait is longer than it lasts", () => {
    fc.assert(
      fc.property(steps, limits, fc.integer({ min: 1, max: 60 }), (batches, limit, windowSeconds) => {
        let nowMs = at;
        const server = new RateLimit(() => nowMs, limit, windowSeconds * 1000);
        let known: Allowance | null = null;
        for (const { want, pauseMs } of batches) {
          const { count, waitMs } = availableAt(known, nowMs);
          if (count === 0) {
            expect(waitMs).toBeLessThanOrEqual(windowSeconds * 1000);
            nowMs += waitMs;
            continue;
          }
          // The first batch is one order, so that nothing has to be guessed.
          const sent: number = known === null ? 1 : Math.min(want, count);
          known = reserve(known, sent, nowMs);
          const allowances = Array.from({ length: sent }, () => server.take("key"));
          expect(allowances.every(({ allowed }) => allowed)).toBe(true);
          const answers = allowances.map((one) =>
            answerOf(
              201,
              "",
              Object.fromEntries(
                Object.entries(rateLimitHeaders(one)).map(([name, value]) => [name.toLowerCase(), value]),
              ),
            ),
          );
          nowMs += pauseMs;
          // The answers were made before the pause; the add-on sees them after it, and believes the window longer.
          known = learn(known, answers, nowMs);
        }
      }),
      { seed: 51, numRuns: 300 },
    );
  });

  test("without announced limits never more than 100 leave within any minute", () => {
    fc.assert(
      fc.property(steps, (batches) => {
        let nowMs = at;
        let known: Allowance | null = null;
        const sent: number[] = [];
        for (const { want, pauseMs } of batches) {
          const { count, waitMs } = availableAt(known, nowMs);
          if (count === 0) {
            nowMs += waitMs;
            continue;
          }
          const batch = Math.min(want, count);
          known = reserve(known, batch, nowMs);
          for (let order = 0; order < batch; order += 1) sent.push(nowMs);
          known = learn(known, [answerOf(201)], nowMs + Math.min(pauseMs, 500));
          nowMs += pauseMs;
        }
        const spans = sent.slice(undeclaredLimit).map((moment, index) => moment - (sent[index] ?? 0));
        expect(Math.min(undeclaredWindowMs, ...spans)).toBe(undeclaredWindowMs);
      }),
      { seed: 52, numRuns: 300 },
    );
  });

  const header = fc.option(
    fc.oneof(fc.nat({ max: 2_000_000_000 }).map(String), fc.constantFrom("0", "-1", "soon", "999999999", "")),
    { nil: undefined },
  );
  const anyAnswer = fc
    .record({
      status: fc.constantFrom(201, 400, 429, 503),
      limit: header,
      left: header,
      reset: header,
      retry: header,
    })
    .map(({ status, limit, left, reset, retry }) => {
      const headers = {
        ...(limit === undefined ? {} : { "ratelimit-limit": limit }),
        ...(left === undefined ? {} : { "ratelimit-remaining": left }),
        ...(reset === undefined ? {} : { "ratelimit-reset": reset }),
        ...(retry === undefined ? {} : { "retry-after": retry }),
      };
      return answerOf(status, "", headers);
    });

  test("a 429 lets nothing leave for a second at least, whatever the other headers say", () => {
    fc.assert(
      fc.property(fc.array(anyAnswer), fc.array(anyAnswer), (before, after) => {
        const answers = [...before, answerOf(429), ...after];
        const learnt = learn(allowance, answers, at);
        expect(availableAt(learnt, at).count).toBe(0);
        expect(availableAt(learnt, at + minClosedMs - 1).count).toBe(0);
        expect(availableAt(learnt, learnt.resetAtMs).count).toBeGreaterThan(0);
      }),
      { seed: 53 },
    );
  });

  test("what is learnt can always be counted with", () => {
    fc.assert(
      fc.property(fc.array(anyAnswer, { minLength: 1 }), (answers) => {
        const { limit, remaining, resetAtMs } = learn(allowance, answers, at);
        expect([limit, remaining, resetAtMs].every(Number.isSafeInteger)).toBe(true);
        expect(limit).toBeGreaterThanOrEqual(1);
        expect(remaining).toBeGreaterThanOrEqual(0);
        expect(remaining).toBeLessThanOrEqual(Math.max(limit, allowance.remaining));
        expect(resetAtMs).toBeGreaterThanOrEqual(at);
      }),
      { seed: 54 },
    );
  });

  test("an API that answers nothing but bare 429s is asked one batch a minute", () => {
    fc.assert(
      fc.property(steps, (batches) => {
        let nowMs = at;
        let known: Allowance | null = null;
        let askedAtMs = Number.NEGATIVE_INFINITY;
        for (const { want, pauseMs } of batches) {
          const { count, waitMs } = availableAt(known, nowMs);
          nowMs += waitMs;
          if (count === 0) continue;
          expect(nowMs - askedAtMs).toBeGreaterThanOrEqual(undeclaredWindowMs);
          askedAtMs = nowMs;
          known = reserve(known, Math.min(want, count), nowMs);
          nowMs += pauseMs;
          known = learn(known, [answerOf(429)], nowMs);
        }
      }),
      { seed: 55 },
    );
  });
});
