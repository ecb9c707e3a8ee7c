import { join } from "node:path";
import { buildAltered } from "../../local/simulation/mutated-add-on";
import { type Mutation, mutations } from "../../local/simulation/mutations";
import { runSchedule } from "../../local/simulation/schedule";

const root = join(__dirname, "../..");

/** The first seed whose schedule sees something wrong; null where none does. */
function caughtBy(code: string, { emphasis, caughtWithin }: Mutation): number | null {
  for (let seed = 1; seed <= caughtWithin; seed++) {
    if (runSchedule(code, seed, emphasis).verdict.failures.length > 0) return seed;
  }
  return null;
}

describe("the simulation can fail", () => {
  test.each(mutations)("where $name, within $caughtWithin seeds", async (mutation) => {
    const seed = caughtBy(await buildAltered(root, mutation.replacements), mutation);
    expect(seed).not.toBeNull();
    // It is the mistake that is seen: the add-on without it passes the very same schedule.
    const faultless = runSchedule(await buildAltered(root, []), seed ?? 0, mutation.emphasis);
    expect(faultless.verdict.failures).toEqual([]);
  });

  test("a mistake that is not in the sources is refused, not built as if it were", async () => {
    const typo = { file: "run/step.ts", find: "no such text", put: "" };
    await expect(buildAltered(root, [typo])).rejects.toThrow(
      "src/run/step.ts does not hold this exactly once",
    );
  });
});
