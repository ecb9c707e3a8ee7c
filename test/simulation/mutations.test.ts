import { join } from "node:path";
import { killAt, stopAt } from "../../local/simulation/every-kill";
import { buildAltered } from "../../local/simulation/mutated-add-on";
import { type Mutation, mutations } from "../../local/simulation/mutations";
import { runSchedule } from "../../local/simulation/schedule";

const root = join(__dirname, "../..");

function failuresOf(code: string, number: number, { emphasis, byStops }: Mutation) {
  return byStops ? stopAt(code, number).failures : runSchedule(code, number, emphasis).verdict.failures;
}

/** A seed, or place of a Stop, that sees something wrong; null if none does. */
function caughtBy(code: string, mutation: Mutation): number | null {
  const first = mutation.byStops ? betweenBatches(code) : mutation.tryFirst;
  const numbers = Array.from({ length: mutation.caughtWithin }, (_, index) => index + 1);
  return [first, ...numbers].find((one) => failuresOf(code, one, mutation).length > 0) ?? null;
}

/** The service call half way from the first batch's requests to the second's. */
function betweenBatches(code: string): number {
  const sent: number[] = [];
  killAt(code, null, (call, index) => {
    if (call.method === "fetchAll") sent.push(index);
  });
  const [first = 0, second = 0] = sent;
  return Math.round((first + second) / 2);
}

describe("the simulation can fail", () => {
  let unaltered = "";
  beforeAll(async () => {
    unaltered = await buildAltered(root, []);
  });

  test.each(mutations)("if $name, within $caughtWithin tries", async (mutation) => {
    const seed = caughtBy(await buildAltered(root, mutation.replacements), mutation);
    expect(seed).not.toBeNull();
    // It is the mistake that is seen: the add-on without it passes the very same schedule.
    expect(failuresOf(unaltered, seed ?? 0, mutation)).toEqual([]);
  });

  test("a mistake that is not in the sources is refused, not built as if it were", async () => {
    const typo = { file: "run/step.ts", find: "no such text", put: "" };
    await expect(buildAltered(root, [typo])).rejects.toThrow(
      "src/run/step.ts does not hold this exactly once",
    );
  });
});
