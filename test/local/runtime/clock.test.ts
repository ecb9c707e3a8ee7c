import { SimulatedClock, systemClock } from "../../../local/runtime/local-runtime";

test("the simulated clock moves only while somebody sleeps", () => {
  const clock = new SimulatedClock(1000);
  clock.sleep(500);
  clock.sleep(-5);
  expect(clock.now()).toBe(1500);
});

test("the system clock really waits", () => {
  const clock = systemClock();
  const before = clock.now();
  clock.sleep(30);
  expect(clock.now() - before).toBeGreaterThanOrEqual(29);
});
