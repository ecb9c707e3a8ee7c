import { faultKinds, isFaultKind, noFaults, planProblem } from "../../../local/api/faults";
import { lyingAnswers } from "../../../local/simulation/trouble-plan";

describe("the simulation's lying answers", () => {
  const { posts, lists } = lyingAnswers;

  test("have every lie of the stand-in, each by a chance of its own", () => {
    expect(Object.keys({ ...posts, ...lists }).sort()).toEqual(
      [
        "429",
        "429-absurd-reset",
        "429-retry-after",
        "absurd-total",
        "key-echo",
        "long-id",
        "others-order",
        "replayed",
        "same-id",
        "swapped",
      ].sort(),
    );
  });

  test.each([
    ["orders", posts],
    ["lists", lists],
  ])("are rare for %s: most requests are answered truly", (_, chances) => {
    expect(planProblem({ ...noFaults, chances })).toBeNull();
    const sum = Object.values(chances).reduce((total, chance) => total + chance, 0);
    expect(sum).toBeGreaterThan(0);
    expect(sum).toBeLessThan(0.25);
  });

  test("spoil lists only in ways that lists have", () => {
    for (const kind of Object.keys(lists).filter(isFaultKind))
      expect(["list", "no"]).toContain(faultKinds[kind].reaches);
  });
});
