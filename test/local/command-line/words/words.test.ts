import { isYes } from "../../../../local/command-line/words/words";

test.each(["y", "yes", " YES ", "ya", "Y"])("%j is a yes", (answer) => {
  expect(isYes(answer)).toBe(true);
});

test.each(["", "no", "tidak", "yesterday", "ye", "yaya"])("%j is none", (answer) => {
  expect(isYes(answer)).toBe(false);
});
