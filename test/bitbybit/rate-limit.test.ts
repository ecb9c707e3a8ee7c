import * as fc from "fast-check";
import { RateLimit, rateLimitHeaders } from "../../local/api/rate-limit";
import {
  type Allowance,
  availableAt,
  learn,
  reserve,
  undeclaredLimit,
  undeclaredWindowMs,
} from "../../src/bitbybit/rate-limit";
import { answerOf, limitHeaders } from "./answer";

const at = 1_000_000;
const allowance: Allowance = { limit: 100, remaining: 40, resetAtMs: at + 30_000 };

describe("what may leave", () => {
  test("is the undeclared limit while nothing is known", () => {
    expect(availableAt(null, at)).toEqual({ count: undeclaredLimit, waitMs: 0 });
  });

  test("is what is left of the window, and the whole limit once it has ended", () => {
    expect(availableAt(allowance, at)).toEqual({ count: 40, waitMs: 0 });
    expect(availableAt(allowance, at + 30_000)).toEqual({ count: 100, waitMs: 0 });
  });

  test("is nothing while the window is used up: wait for its end", () => {
    expect(availableAt({ ...allowance, remaining: 0 }, at)).toEqual({ count: 0, waitMs: 30_000 });
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

  test("a 429 leaves nothing, whatever it announces", () => {
    expect(learn(allowance, [answer(100, 50, 20, 429)], at).remaining).toBe(0);
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

  test("a reset further away than an hour is not waited for", () => {
    expect(learn(allowance, [answer(100, 0, 86_400)], at).resetAtMs).toBe(at + 3_600_000);
  });
});

describe("whatever waves are asked for, and whenever", () => {
  const step = fc.record({
    want: fc.integer({ min: 1, max: 60 }),
    pauseMs: fc.integer({ min: 0, max: 9_000 }),
  });
  const steps = fc.array(step, { minLength: 5, maxLength: 60 });
  const limits = fc.integer({ min: 1, max: 100 });

  test("the API's announced window is never overrun, and no wait is longer than it lasts", () => {
    fc.assert(
      fc.property(steps, limits, fc.integer({ min: 1, max: 60 }), (waves, limit, windowSeconds) => {
        let nowMs = at;
        const server = new RateLimit(() => nowMs, limit, windowSeconds * 1000);
        let known: Allowance | null = null;
        for (const { want, pauseMs } of waves) {
          const { count, waitMs } = availableAt(known, nowMs);
          if (count === 0) {
            expect(waitMs).toBeLessThanOrEqual(windowSeconds * 1000);
            nowMs += waitMs;
            continue;
          }
          // The first wave is one order, so that nothing has to be guessed.
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
      fc.property(steps, (waves) => {
        let nowMs = at;
        let known: Allowance | null = null;
        const sent: number[] = [];
        for (const { want, pauseMs } of waves) {
          const { count, waitMs } = availableAt(known, nowMs);
          if (count === 0) {
            nowMs += waitMs;
            continue;
          }
          const wave = Math.min(want, count);
          known = reserve(known, wave, nowMs);
          for (let order = 0; order < wave; order += 1) sent.push(nowMs);
          known = learn(known, [answerOf(201)], nowMs + Math.min(pauseMs, 500));
          nowMs += pauseMs;
        }
        const spans = sent.slice(undeclaredLimit).map((moment, index) => moment - (sent[index] ?? 0));
        expect(Math.min(undeclaredWindowMs, ...spans)).toBe(undeclaredWindowMs);
      }),
      { seed: 52, numRuns: 300 },
    );
  });
});
