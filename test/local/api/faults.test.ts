import {
  FaultDraw,
  type FaultKind,
  faultKinds,
  isFaultKind,
  noFaults,
  planProblem,
} from "../../../local/api/faults";

function drawn(plan: Partial<typeof noFaults>, count: number, method = "POST"): (FaultKind | null)[] {
  const draw = new FaultDraw({ ...noFaults, ...plan });
  return Array.from({ length: count }, () => draw.draw(method));
}

describe("a plan", () => {
  const chances = { "reset-after": 0.2, "502-before": 0.1, slow: 0.1 };

  test("gives the same faults for the same seed, and others for another", () => {
    const faults = drawn({ chances, seed: 5 }, 200);
    expect(drawn({ chances, seed: 5 }, 200)).toEqual(faults);
    expect(drawn({ chances, seed: 6 }, 200)).not.toEqual(faults);
  });

  test("gives each kind about as often as its chance says", () => {
    const faults = drawn({ chances }, 10_000);
    const share = (kind: FaultKind | null) => faults.filter((fault) => fault === kind).length / 10_000;
    expect(share("reset-after")).toBeCloseTo(0.2, 1);
    expect(share("502-before")).toBeCloseTo(0.1, 1);
    expect(share("slow")).toBeCloseTo(0.1, 1);
    expect(share(null)).toBeCloseTo(0.6, 1);
  });

  test("a chance of 1 happens always, one of 0 never", () => {
    expect(new Set(drawn({ chances: { garbage: 1, empty: 0 } }, 100))).toEqual(new Set(["garbage"]));
  });

  test("does first what its queue says, one request after the other", () => {
    const next = ["redirect", null, "no-id"] as const;
    expect(drawn({ chances: { slow: 1 }, next: [...next] }, 5)).toEqual([
      "redirect",
      null,
      "no-id",
      "slow",
      "slow",
    ]);
  });

  test("leaves listings alone unless it is for all requests", () => {
    const next: FaultKind[] = ["503-before"];
    expect(drawn({ next }, 2, "GET")).toEqual([null, null]);
    expect(drawn({ next, applyTo: "all" }, 2, "GET")).toEqual(["503-before", null]);
  });

  test("spoils lists only with what is made for them, whatever its queue says", () => {
    const plan = { chances: { "absurd-total": 1 }, next: ["503-before" as const] };
    expect(drawn(plan, 2, "GET")).toEqual(["absurd-total", "absurd-total"]);
    expect(drawn({ ...plan, next: [] }, 1)).toEqual(["absurd-total"]);
  });

  test("cannot have chances outside 0 to 1, or more than 1 together", () => {
    expect(planProblem({ ...noFaults, chances })).toBeNull();
    expect(planProblem({ ...noFaults, chances: { slow: -0.1 } })).toBe(
      "The chance of slow must be a number from 0 to 1, not -0.1",
    );
    expect(planProblem({ ...noFaults, chances: { slow: 0.75, empty: 0.5 } })).toBe(
      "The chances of all faults add up to 1.25; 1 is the most",
    );
  });
});

test("a fault is known by its name alone, not by what every object has", () => {
  expect(Object.keys(faultKinds).every(isFaultKind)).toBe(true);
  expect([isFaultKind("toString"), isFaultKind("")]).toEqual([false, false]);
});
