import { createPacer } from "../../src/run/pacer";
import { answerOf, limitHeaders } from "../bitbybit/answer";
import { MemoryCache, MovedClock } from "./properties";

function pacerWith(cache = new MemoryCache(), clock = new MovedClock(), name = "k") {
  return { cache, clock, pacer: createPacer(cache, clock, name) };
}

describe("the pacer", () => {
  test("counts a hundred a minute by itself while the API announces nothing", () => {
    const { pacer, clock } = pacerWith();
    expect(pacer.available()).toMatchObject({ count: 100, waitMs: 0 });
    pacer.reserve(100);
    pacer.learn([answerOf(201)]);
    expect(pacer.available().count).toBe(0);
    clock.sleep(pacer.available().waitMs);
    expect(pacer.available().count).toBe(100);
  });

  test("goes by what the API announces", () => {
    const { pacer, clock } = pacerWith();
    pacer.reserve(1);
    pacer.learn([answerOf(201, "", limitHeaders(20, 7, 3))]);
    expect(pacer.available()).toMatchObject({ count: 7, waitMs: 0 });
    expect(pacer.limit()).toBe(20);
    pacer.reserve(7);
    expect(pacer.available()).toMatchObject({ count: 0, waitMs: 3_000 });
    clock.sleep(3_000);
    expect(pacer.available()).toMatchObject({ count: 20, waitMs: 0 });
  });

  test("shares what it knows with everyone who uses the same API key, and with nobody else", () => {
    const { pacer, cache, clock } = pacerWith();
    pacer.reserve(1);
    pacer.learn([answerOf(201, "", limitHeaders(100, 30, 40))]);
    const { pacer: colleague } = pacerWith(cache, clock);
    expect(colleague.available()).toMatchObject({ count: 30, waitMs: 0 });
    colleague.reserve(25);
    expect(pacer.available()).toMatchObject({ count: 5, waitMs: 0 });
    expect(pacerWith(cache, clock, "other").pacer.available().count).toBe(100);
  });

  test("goes on with its own count when the cache was evicted or holds something else", () => {
    const { pacer, cache } = pacerWith();
    pacer.reserve(1);
    pacer.learn([answerOf(201, "", limitHeaders(100, 30, 40))]);
    for (const text of [null, "{", "null", '{"limit":0,"remaining":5,"resetAtMs":1}']) {
      cache.values.clear();
      if (text !== null) cache.values.set("rate.k", text);
      expect(pacer.available().count).toBe(30);
    }
  });

  test("a wave that threw teaches nothing, and what it reserved stays spent", () => {
    const { pacer } = pacerWith();
    pacer.reserve(1);
    pacer.learn([answerOf(201, "", limitHeaders(100, 30, 40))]);
    pacer.reserve(10);
    pacer.learn([]);
    expect(pacer.available().count).toBe(20);
  });

  test("far from the limit asks the cache for nothing", () => {
    const { pacer, cache } = pacerWith();
    pacer.reserve(1);
    pacer.learn([answerOf(201, "", limitHeaders(1_000_000, 999_999, 60))]);
    cache.read = () => {
      throw new Error("the cache was asked");
    };
    expect(pacer.available().count).toBe(999_999);
  });
});
