import { join } from "node:path";
import { buildAltered } from "../../local/simulation/mutated-add-on";
import { type Mutation, mutations } from "../../local/simulation/mutations";
import { runSchedule } from "../../local/simulation/schedule";

const root = join(__dirname, "../..");

/** The seeds whose schedules see something wrong, from 1 on up to the last that `mutation` needs. */
function* caughtBy(code: string, { emphasis, caughtWithin }: Mutation): Generator<number> {
  for (let seed = 1; seed <= caughtWithin; seed++) {
    if (runSchedule(code, seed, emphasis).verdict.failures.length > 0) yield seed;
  }
}

/**
 * The first seed that sees the mistake itself: the add-on without it passes the very same schedule. Where a user sorts
 * again during a write and each of its repeats, which some of these schedules come to, the faultless one has no way out
 * either, and the seed shows nothing.
 */
function seenBy(mistaken: string, faultless: string, mutation: Mutation): number | null {
  for (const seed of caughtBy(mistaken, mutation)) {
    if (runSchedule(faultless, seed, mutation.emphasis).verdict.failures.length === 0) return seed;
  }
  return null;
}

describe("the simulation can fail", () => {
  test.each(mutations)("where $name, within $caughtWithin seeds", async (mutation) => {
    const mistaken = await buildAltered(root, mutation.replacements);
    expect(seenBy(mistaken, await buildAltered(root, []), mutation)).not.toBeNull();
  });

  test("a mistake that is not in the sources is refused, not built as if it were", async () => {
    const typo = { file: "run/waits.ts", find: "no such text", put: "" };
    await expect(buildAltered(root, [typo])).rejects.toThrow(
      "src/run/waits.ts does not hold this exactly once",
    );
  });
});
