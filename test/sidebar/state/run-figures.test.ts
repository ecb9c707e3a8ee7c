import { emptyReceipt } from "../../../src/receipt/receipt";
import { figuresOf, problemsIn } from "../../../src/sidebar/state/run-figures";
import { ended, running } from "../scripted-server";

const counts = (change: Partial<ReturnType<typeof emptyReceipt>>) => ({ ...emptyReceipt(), ...change });

test("of a run that was stopped, only what was created counts as done", () => {
  const run = ended({ counts: counts({ created: 20, notSent: 280 }), remaining: 0 });
  expect(figuresOf(run)).toEqual({
    kind: "create",
    total: 300,
    done: 20,
    remaining: 0,
    parts: [
      { outcome: "created", amount: 20 },
      { outcome: "notSent", amount: 280 },
    ],
  });
});

test("orders whose answers were lost are not done", () => {
  expect(figuresOf(ended({ counts: counts({ unconfirmed: 8 }), remaining: 0 }))).toMatchObject({
    total: 8,
    done: 0,
  });
});

test("orders created before are no part of what the run was to do", () => {
  const run = ended({ counts: counts({ created: 8, skipped: 5 }), remaining: 0 });
  expect(figuresOf(run)).toMatchObject({ total: 8, done: 8 });
});

test("the server's total counts orders that the run has not come to", () => {
  const run = running(40, { counts: counts({ created: 40 }), remaining: 0, total: 70 });
  expect(figuresOf(run)).toMatchObject({ total: 70, done: 40, remaining: 30 });
});

test("a check is done with an order whether it is valid or not", () => {
  const run = running(0, { kind: "check", counts: counts({ valid: 7, invalid: 1 }), remaining: 2 });
  expect(figuresOf(run)).toMatchObject({ total: 10, done: 8 });
});

test("what needs the user is what is neither made, valid nor made before", () => {
  expect(problemsIn(counts({ created: 1, valid: 2, skipped: 3 }))).toBe(0);
  expect(problemsIn(counts({ invalid: 1, rejected: 2, notSent: 3, unconfirmed: 4 }))).toBe(10);
});
