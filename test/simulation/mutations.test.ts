import { join } from "node:path";
import { stopAt } from "../../local/simulation/every-kill";
import { buildAltered } from "../../local/simulation/mutated-add-on";
import { type Mutation, mutations } from "../../local/simulation/mutations";
import { runSchedule } from "../../local/simulation/schedule";

const root = join(__dirname, "../..");

function failuresOf(code: string, number: number, { emphasis, byStops }: Mutation) {
  return byStops ? stopAt(code, number).failures : runSchedule(code, number, emphasis).verdict.failures;
}

/** The first seed, or place of a Stop, that sees something wrong; null if none does. */
function caughtBy(code: string, mutation: Mutation): number | null {
  for (let number = 1; number <= mutation.caughtWithin; number++)
    if (failuresOf(code, number, mutation).length > 0) return number;
  return null;
}

describe("the simulation can fail", () => {
  test.each(mutations)("if $name, within $caughtWithin tries", async (mutation) => {
    const seed = caughtBy(await buildAltered(root, mutation.replacements), mutation);
    expect(seed).not.toBeNull();
    // It is the mistake that is seen: the add-on without it passes the very same schedule.
    expect(failuresOf(await buildAltered(root, []), seed ?? 0, mutation)).toEqual([]);
  });

  test("a mistake that is not in the sources is refused, not built as if it were", async () => {
    const typo = { file: "run/step.ts", find: "no such text", put: "" };
    await expect(buildAltered(root, [typo])).rejects.toThrow(
      "src/run/step.ts does not hold this exactly once",
    );
  });
});
