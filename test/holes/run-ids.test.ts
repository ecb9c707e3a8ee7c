import { seededRandom } from "../../local/api/seeded-random";
import { newRunId } from "../../src/orders/send-key";
import { base32Alphabet } from "../../src/text/base32";
import { AddOn } from "../add-on/add-on";

/** Numbers that draw these characters of the base-32 alphabet. */
function drawing(text: string): () => number {
  const numbers = [...text].map((letter) => (base32Alphabet.indexOf(letter) + 0.5) / 32);
  return () => numbers.shift() ?? 0;
}

test("a run ID that is taken is drawn again", () => {
  expect(newRunId(drawing("A9C3A9C3B7D2"), new Set(["A9C3"]))).toBe("B7D2");
});

test("two runs of a spreadsheet do not share an ID, though both draw the same one first", () => {
  // An execution draws six letters for itself, then four for its run. These four are always GGGG at first.
  const other = seededRandom(7);
  let draws = 0;
  const addOn = new AddOn({
    rows: [{ "Order ref": "R-1" }, { "Order ref": "R-2" }],
    runtime: {
      random: () => {
        draws += 1;
        return draws > 6 && draws <= 10 ? 0.51 : other();
      },
      beforeCall: ({ index }) => {
        if (index === 0) draws = 0;
      },
    },
  });
  addOn.user.select(["A2"]);
  addOn.create();
  expect(addOn.runId()).toBe("GGGG");
  addOn.user.select(["A3"]);
  addOn.create();
  expect(draws).toBeGreaterThanOrEqual(14);
  expect(addOn.runId()).not.toBe("GGGG");
  expect(addOn.cells("Order ID").sort()).toEqual(addOn.madeIds());
  expect(addOn.made()).toHaveLength(2);
});

test("an ID that only the sheet knows, from another file's records, is taken too", () => {
  const addOn = new AddOn({ rows: [{ "Order ref": "R-1" }, { "Order ref": "R-2" }] });
  addOn.user.select(["A2"]);
  addOn.create();
  const [, runId = ""] = /-.{9}(.{4})-/.exec(addOn.cell(2, "Send key")) ?? [];
  expect(runId).toBe(addOn.runId());
  addOn.properties.clear();
  const other = seededRandom(7);
  const wanted = [...runId].map((letter) => (base32Alphabet.indexOf(letter) + 0.5) / 32);
  let draws = 0;
  addOn.runWith({
    random: () => {
      draws += 1;
      return wanted[draws - 7] ?? other();
    },
    beforeCall: ({ index }) => {
      if (index === 0) draws = 0;
    },
  });
  addOn.user.select(["A3"]);
  addOn.create();
  expect(draws).toBeGreaterThanOrEqual(14);
  expect(addOn.runId()).not.toBe(runId);
});
