import { RateLimit, rateLimitHeaders } from "../../../local/api/rate-limit";
import { StillClock } from "./set-up";

describe("a window", () => {
  test("starts with the first request in it, not with the clock's minute", () => {
    const clock = new StillClock();
    const rateLimit = new RateLimit(clock.now, 2, 60_000);
    clock.ms += 45_000;
    expect(rateLimit.take("a")).toEqual({ allowed: true, limit: 2, remaining: 1, resetSeconds: 60 });
    clock.ms += 59_999;
    expect(rateLimit.take("a")).toEqual({ allowed: true, limit: 2, remaining: 0, resetSeconds: 1 });
    clock.ms += 1;
    expect(rateLimit.take("a")).toEqual({ allowed: true, limit: 2, remaining: 1, resetSeconds: 60 });
  });

  test("rounds the seconds until it resets up, so that who waits them finds it reset", () => {
    const clock = new StillClock();
    const rateLimit = new RateLimit(clock.now, 1, 60_000);
    rateLimit.take("a");
    clock.ms += 200;
    const { allowed, resetSeconds } = rateLimit.take("a");
    expect([allowed, resetSeconds]).toEqual([false, 60]);
    clock.ms += resetSeconds * 1000;
    expect(rateLimit.take("a").allowed).toBe(true);
  });

  test("belongs to one key", () => {
    const rateLimit = new RateLimit(new StillClock().now, 1, 60_000);
    expect(
      [rateLimit.take("a"), rateLimit.take("b"), rateLimit.take("a")].map(({ allowed }) => allowed),
    ).toEqual([true, true, false]);
  });

  test("is not used up by looking at it", () => {
    const rateLimit = new RateLimit(new StillClock().now, 1, 60_000);
    expect([rateLimit.peek("a").remaining, rateLimit.peek("a").remaining]).toEqual([1, 1]);
  });

  test("follows a limit that is changed in the middle of it", () => {
    const rateLimit = new RateLimit(new StillClock().now, 100, 60_000);
    for (let count = 0; count < 20; count++) rateLimit.take("a");
    rateLimit.limit = 10;
    expect(rateLimit.take("a")).toMatchObject({ allowed: false, limit: 10, remaining: 0 });
    rateLimit.clear();
    expect(rateLimit.take("a")).toMatchObject({ allowed: true, remaining: 9 });
  });
});

test("the headers say what the allowance says", () => {
  expect(rateLimitHeaders({ allowed: true, limit: 1_000_000, remaining: 7, resetSeconds: 12 })).toEqual({
    "RateLimit-Limit": "1000000",
    "RateLimit-Remaining": "7",
    "RateLimit-Reset": "12",
  });
});
