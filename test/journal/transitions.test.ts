import type { EntryState } from "../../src/journal/entry";
import { type EntryEvent, transition } from "../../src/journal/transitions";
import { absent, created, notSent, pending, rejected, unconfirmed } from "./entries";

const states = {
  pending,
  unconfirmed,
  created: created("ord_1", { orderNumber: "#1" }),
  typed: created("ord_1", { by: "typed" }),
  rejected,
  notSent,
  absent,
} satisfies Record<string, EntryState>;

const events = {
  seen: { kind: "seen" },
  "answered created": { kind: "answered", outcome: { kind: "created", orderId: "ord_2", orderNumber: "#2" } },
  "answered the same ID": {
    kind: "answered",
    outcome: { kind: "created", orderId: "ord_1", orderNumber: "#1" },
  },
  "answered rejected": { kind: "answered", outcome: { kind: "rejected", code: "X", message: "no" } },
  "answered not sent": { kind: "answered", outcome: { kind: "notSent", reason: "rateLimit" } },
  "answered unconfirmed": { kind: "answered", outcome: { kind: "unconfirmed", reason: "serverError" } },
  found: { kind: "found", orders: [{ id: "ord_2", orderNumber: "#2" }] },
  "found the same ID": { kind: "found", orders: [{ id: "ord_1", orderNumber: "#1" }] },
  "found two": {
    kind: "found",
    orders: [
      { id: "ord_2", orderNumber: "#2" },
      { id: "ord_3", orderNumber: "#3" },
    ],
  },
  absent: { kind: "absent" },
  typed: { kind: "typed", orderId: "ord_2", verified: true },
  "typed unverified": { kind: "typed", orderId: "ord_2", verified: false },
} satisfies Record<string, EntryEvent>;

type StateName = keyof typeof states;
type EventName = keyof typeof events;

const answered2 = created("ord_2", { orderNumber: "#2" });
const found2 = created("ord_2", { orderNumber: "#2", by: "found" });
const found1 = created("ord_1", { orderNumber: "#1", by: "found" });
const foundTwo = created("ord_2", { orderNumber: "#2", by: "found", alsoMade: ["ord_3"] });
const typed2 = created("ord_2", { by: "typed" });
const unverified2 = created("ord_2", { by: "unverified" });
const answered1 = created("ord_1", { orderNumber: "#1" });

/** What a given-up request makes of each event: an ID lands late, and nothing else counts. */
const givenUp: Partial<Record<EventName, EntryState>> = {
  "answered created": answered2,
  "answered the same ID": answered1,
  found: found2,
  "found the same ID": found1,
  "found two": foundTwo,
};

const both = (...alsoMade: string[]) => ({ ...states.created, alsoMade });

/** The state after each event; an event that is left out changes nothing. */
const expected: Record<StateName, Partial<Record<EventName, EntryState>>> = {
  pending: {
    ...givenUp,
    "answered rejected": { kind: "rejected", code: "X", message: "no" },
    "answered not sent": { kind: "notSent", reason: "rateLimit" },
    "answered unconfirmed": { kind: "unconfirmed", reason: "serverError" },
    absent,
    typed: typed2,
    "typed unverified": unverified2,
  },
  unconfirmed: { ...givenUp, absent, typed: typed2, "typed unverified": unverified2 },
  created: { "answered created": both("ord_2"), found: both("ord_2"), "found two": both("ord_2", "ord_3") },
  typed: givenUp,
  rejected: givenUp,
  notSent: givenUp,
  absent: givenUp,
};

const pairs = (Object.keys(states) as StateName[]).flatMap((state) =>
  (Object.keys(events) as EventName[]).map((event): [StateName, EventName] => [state, event]),
);

describe("an attempt that is", () => {
  test.each(pairs)("%s, after: %s", (state, event) => {
    const next = transition(states[state], events[event]);
    const wanted = expected[state][event];
    if (wanted) expect(next).toEqual(wanted);
    else expect(next).toBe(states[state]);
  });

  test("created under two IDs keeps both, each once, however often they are told", () => {
    const twice = transition(transition(states.created, events.found), events["found two"]);
    expect(transition(twice, events.found)).toBe(twice);
    expect(twice).toEqual(both("ord_2", "ord_3"));
  });
});
