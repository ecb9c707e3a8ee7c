import { RunError } from "../../src/ports/run-error";
import { isLookUpStopped, readLookUp, stopLookUp, watched } from "../../src/reconcile/look-up";
import { executionOf } from "./execution";

const loud = () => {
  throw new Error("nothing is to be sent");
};
const run = { id: "A9C3" };

test("what a look-up is doing can be read beside it, and is gone when it ends", () => {
  const { context, properties, clock } = executionOf(loud);
  const seen = watched(context, run, (watch) => {
    watch.tell({ kind: "lookUp", page: 2, pages: 7 }, 4_000);
    return readLookUp(properties.values, clock.nowMs());
  });
  expect(seen).toEqual({
    run,
    stage: { kind: "lookUp", page: 2, pages: 7 },
    atMs: clock.nowMs(),
    waitMs: 4_000,
  });
  expect(readLookUp(properties.values, clock.nowMs())).toBeNull();
});

test("one that was killed is not told for ever", () => {
  const { context, properties, clock } = executionOf(loud);
  let told: Record<string, string> = {};
  watched(context, run, (watch) => {
    watch.tell({ kind: "arrival" }, 60_000);
    told = { ...properties.values };
  });
  expect(readLookUp(told, clock.nowMs() + 149_000)).not.toBeNull();
  expect(readLookUp(told, clock.nowMs() + 151_000)).toBeNull();
});

test.each(["", "{", "null"])("a record such as %j is no look-up", (text) => {
  expect(readLookUp({ "bitbybit.lookUp": text }, 0)).toBeNull();
});

test("whoever stops it ends it at the next word, or within five seconds of a wait", () => {
  const { context, clock } = executionOf(loud);
  const stopped = (act: Parameters<typeof watched<void, typeof run>>[2]) => () => watched(context, run, act);
  stopLookUp(context, run.id);
  expect(stopped((watch) => watch.tell({ kind: "arrival" }, 0))).toThrow(RunError);
  const begunAtMs = clock.nowMs();
  expect(stopped((watch) => watch.sleep(60_000))).toThrow(RunError);
  expect(clock.nowMs() - begunAtMs).toBe(5_000);
});

test("a stop is for one run alone", () => {
  const { context, properties } = executionOf(loud);
  stopLookUp(context, run.id);
  expect(isLookUpStopped(properties.values, run.id)).toBe(true);
  expect(isLookUpStopped(properties.values, "ZZZZ")).toBe(false);
  expect(isLookUpStopped({}, "")).toBe(false);
});
