import { fileURLToPath, pathToFileURL } from "node:url";
import { addOnContender } from "../../../local/bench/add-on-contender";
import { boundOf } from "../../../local/bench/bounds";
import { apiModels, compare, isAddOnPassage } from "../../../local/bench/comparison";
import { programContender } from "../../../local/bench/program-contender";
import { realTimeRun } from "../../../local/bench/real-time";
import { sheetInUse } from "../../../local/bench/sheet-in-use";
import { readBuiltAddOn } from "../../../local/command-line/built-add-on";

const dist = fileURLToPath(new URL("../../../dist", pathToFileURL(__filename)));

describe("the bench", () => {
  it("compares every contender on both APIs, undisturbed and killed once", () => {
    const contenders = [
      programContender("row by row", "row-by-row.js"),
      programContender("batch", "batch.js"),
      programContender("one fetchAll", "fetch-all.js"),
      addOnContender(readBuiltAddOn(dist)),
    ];
    const lines = compare(contenders, [20]);
    expect(lines.map(({ api, contender }) => [api, contender])).toEqual(
      apiModels.flatMap(({ name }) => contenders.map((contender) => [name, contender.name])),
    );
    for (const { undisturbed } of lines) {
      expect(undisturbed).toMatchObject({ done: 20, twice: 0, lost: 0, refusedByLimit: 0 });
    }
    for (const { killed } of lines.filter(({ undisturbed }) => isAddOnPassage(undisturbed))) {
      expect(killed).toMatchObject({ done: 20, twice: 0, lost: 0 });
    }
  });

  it("sees that a batch that is killed makes its orders again", () => {
    const batch = programContender("batch", "batch.js");
    const killed = batch.run({ orders: 20, api: { limit: 100, answerMs: 300 }, killAtMs: 5_000 });
    expect(killed.twice).toBeGreaterThan(0);
    expect(killed.done).toBe(20);
  });

  it("takes the rate limit for the bound if it binds, and else the latency", () => {
    expect(boundOf(1_000, { limit: 100, answerMs: 300 })).toEqual({ ms: 540_000, by: "rate limit" });
    expect(boundOf(1_000, { limit: 1_000_000, answerMs: 300 }).by).toBe("latency");
  });

  it("counts as many calls for three times the rows: they go by waves", () => {
    const { model } = apiModels[0] ?? {};
    if (!model) throw new Error("no API");
    const [few, many] = [25, 75].map((orders) => sheetInUse(readBuiltAddOn(dist), orders, model).costs);
    expect([few, many].map((costs) => costs?.map(({ waves }) => waves))).toEqual([[2], [2]]);
    // The users' acts fall into other moments of a longer run, and each may cost another reading.
    expect(Math.abs((many?.[0]?.trips ?? 0) - (few?.[0]?.trips ?? 0))).toBeLessThanOrEqual(4);
  });

  it("is never refused by a small window in real time, and makes each order once", async () => {
    const run = await realTimeRun(readBuiltAddOn(dist), { orders: 45, limit: 20, windowMs: 3_000 });
    expect(run.refusedByLimit).toBe(0);
    expect(run.done).toBe(45);
    expect(run.made).toBe(45);
  });
});
