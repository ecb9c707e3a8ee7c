import { type Action, actionFor } from "../../src/decide/actions";
import type { Decision, Standing } from "../../src/decide/decision";
import type { SendKey } from "../../src/orders/send-key";
import type { RunKind } from "../../src/receipt/progress";
import { sendKeyOf } from "../orders/send-keys";

const key = sendKeyOf();
const review = (as: Standing): Decision => ({ kind: "needsReview", review: { why: "mixedKeys" }, as });
const madeBefore = (orderId: string, open: SendKey | null): Decision => ({
  kind: "needsReview",
  review: { why: "madeBefore", orderId, atMs: 1, changed: false, open },
  as: "unsent",
});
const decisions = {
  send: { kind: "send", requestId: null, attempt: 1, replaces: "" },
  created: { kind: "created" },
  createdAgain: { kind: "createdAgain", key },
  fix: { kind: "fix" },
  reconcile: { kind: "reconcile", key },
  "review created": review("created"),
  "review unsent": review("unsent"),
  "review unconfirmed": review("unconfirmed"),
  madeBefore: madeBefore("ord_1", null),
  perhapsMadeBefore: madeBefore("", key),
} satisfies Record<string, Decision>;

type Name = keyof typeof decisions;

/** What is written and counted, then what else is done: a(sked), s(ent), l(ooked up). */
const expected: Record<RunKind, Record<Name, `${Action["write"]} ${Action["counts"]} ${string}`>> = {
  create: {
    send: "key notSent as",
    created: "nothing skipped -",
    createdAgain: "nothing skipped -",
    fix: "invalid invalid -",
    reconcile: "unresolved unconfirmed al",
    "review created": "review invalid -",
    "review unsent": "review invalid -",
    "review unconfirmed": "review unconfirmed -",
    madeBefore: "review invalid -",
    perhapsMadeBefore: "review invalid al",
  },
  check: {
    send: "valid valid a",
    created: "nothing skipped a",
    createdAgain: "nothing skipped a",
    fix: "invalid invalid a",
    reconcile: "nothing unconfirmed a",
    "review created": "nothing skipped a",
    "review unsent": "review invalid a",
    "review unconfirmed": "nothing unconfirmed a",
    madeBefore: "review invalid a",
    perhapsMadeBefore: "review invalid a",
  },
  resolve: {
    send: "nothing skipped -",
    created: "nothing skipped -",
    createdAgain: "nothing skipped al",
    fix: "nothing skipped -",
    reconcile: "unresolved unconfirmed al",
    "review created": "nothing skipped -",
    "review unsent": "nothing skipped -",
    "review unconfirmed": "review unconfirmed -",
    madeBefore: "nothing skipped -",
    perhapsMadeBefore: "nothing skipped -",
  },
  sendAgain: {
    send: "nothing skipped -",
    created: "nothing skipped -",
    createdAgain: "nothing skipped -",
    fix: "nothing skipped -",
    reconcile: "key notSent as",
    "review created": "nothing skipped -",
    "review unsent": "nothing skipped -",
    "review unconfirmed": "key notSent as",
    madeBefore: "key notSent as",
    perhapsMadeBefore: "key notSent as",
  },
};

const pairs = (Object.keys(expected) as RunKind[]).flatMap((kind) =>
  (Object.keys(decisions) as Name[]).map((name): [RunKind, Name] => [kind, name]),
);

describe("what a run does about a decision", () => {
  test.each(pairs)("%s: %s", (kind, name) => {
    const { write, counts, asked, send, lookUp } = actionFor(kind, decisions[name]);
    const done = `${asked ? "a" : ""}${send ? "s" : ""}${lookUp ? "l" : ""}`;
    expect(`${write} ${counts} ${done || "-"}`).toBe(expected[kind][name]);
  });

  test.each(pairs)("%s: %s is sent only under a key, and never in a run that only looks", (kind, name) => {
    const action = actionFor(kind, decisions[name]);
    expect(action.send).toBe(action.write === "key");
    if (kind === "check" || kind === "resolve") expect(action.send).toBe(false);
  });
});
