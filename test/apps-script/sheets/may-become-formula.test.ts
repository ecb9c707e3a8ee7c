import { mayBecomeFormula } from "../../../src/apps-script/sheets/may-become-formula";

test.each([
  ["=1+1", true],
  ["+62 812-5550-0101", true],
  ["Created", false],
  ["", false],
  ["a = b", false],
])("%j may become a formula: %s", (text, formula) => {
  expect(mayBecomeFormula([["x"], [text]])).toBe(formula);
});
