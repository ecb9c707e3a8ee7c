import { durationIn, numberIn } from "../../../src/sidebar/words/amounts";

const english = { second: "s", minute: "min", hour: "h" };

test.each([
  [0, "0 s"],
  [7.2, "8 s"],
  [60, "1 min"],
  [125, "2 min 5 s"],
  [601, "11 min"],
  [3540, "59 min"],
  [3541, "1 h"],
  [5940, "1 h 39 min"],
])("%d seconds are told as %s", (seconds, words) => {
  expect(durationIn(english, seconds)).toBe(words);
});

test("thousands are set apart as each language does", () => {
  expect([numberIn("en", 1_200), numberIn("id", 1_200)]).toEqual(["1,200", "1.200"]);
});
