import type { Outcome } from "../bitbybit/outcome";
import type { CreatedBy, EntryState } from "./entry";

/** What can be learned about an attempt. */
export type EntryEvent =
  /** A row says that it may be under way, and nothing else is known: from now on somebody waits for it. */
  | { kind: "seen" }
  /** The answer to its request was judged. */
  | { kind: "answered"; outcome: Outcome }
  /** A look-up found orders that carry its reference; the oldest first, never none. */
  | {
      kind: "found";
      orders: readonly { id: string; orderNumber: string }[];
      /** The ID known so far is, by the reference in the shop, another request's order. */
      corrects?: boolean;
    }
  /** The ID known so far is another request's order, and no order carries this one's reference. */
  | { kind: "disproved" }
  /** A look-up showed that no order carries its reference. */
  | { kind: "absent" }
  /** A person typed the Order ID, and was asked. */
  | { kind: "typed"; orderId: string; verified: boolean };

type EventKind =
  | "corrected"
  | "disproved"
  | "seen"
  | "created"
  | "rejected"
  | "notSent"
  | "unconfirmed"
  | "found"
  | "absent"
  | "typed";
type Rule = "take" | "add";

/** Whatever the state: a request may land long after it was given up. */
const anyState = { created: "take", found: "take", corrected: "take" } as const;

/**
 * What each state makes of each event; what is not listed changes nothing. `add`: a second ID of the same request is kept
 * beside the first, since both orders exist. Nothing but an ID leads out of a state that is known.
 */
const table: Readonly<Record<EntryState["kind"], Readonly<Partial<Record<EventKind, Rule>>>>> = {
  pending: {
    ...anyState,
    rejected: "take",
    notSent: "take",
    unconfirmed: "take",
    absent: "take",
    typed: "take",
  },
  unconfirmed: { ...anyState, absent: "take", typed: "take" },
  created: { created: "add", found: "add", corrected: "take", disproved: "take" },
  rejected: anyState,
  notSent: anyState,
  absent: anyState,
};

/** The state after an event; the same object when the event changes nothing. */
export function transition(state: EntryState, event: EntryEvent): EntryState {
  const rule = table[state.kind][kindOf(event)];
  if (!rule) return state;
  // An ID that a person typed gives way to one that the API names.
  if (rule === "take" || state.kind !== "created" || isTyped(state)) return stateOf(event);
  return withOthers(state, idsOf(event));
}

function kindOf(event: EntryEvent): EventKind {
  if (event.kind === "found" && event.corrects) return "corrected";
  return event.kind === "answered" ? event.outcome.kind : event.kind;
}

function stateOf(event: EntryEvent): EntryState {
  switch (event.kind) {
    case "answered": {
      const { outcome } = event;
      if (outcome.kind !== "created") return outcome;
      return created(outcome.orderId, outcome.orderNumber, "answer");
    }
    case "found": {
      const [first, ...others] = event.orders;
      const alsoMade = others.map((order) => order.id);
      return created(first?.id ?? "", first?.orderNumber ?? "", "found", alsoMade);
    }
    case "typed":
      return created(event.orderId, "", event.verified ? "typed" : "unverified");
    case "absent":
      return { kind: "absent" };
    case "disproved":
      return { kind: "unconfirmed", reason: "disproved" };
    case "seen":
      return { kind: "pending" };
  }
}

function created(
  orderId: string,
  orderNumber: string,
  by: CreatedBy,
  alsoMade: readonly string[] = [],
): EntryState {
  return { kind: "created", orderId, orderNumber, by, alsoMade };
}

function idsOf(event: EntryEvent): string[] {
  if (event.kind === "found") return event.orders.map((order) => order.id);
  return event.kind === "answered" && event.outcome.kind === "created" ? [event.outcome.orderId] : [];
}

function isTyped({ by }: Extract<EntryState, { kind: "created" }>): boolean {
  return by === "typed" || by === "unverified";
}

/** The ID that was known first stays the first. */
function withOthers(state: Extract<EntryState, { kind: "created" }>, ids: readonly string[]): EntryState {
  const known = [state.orderId, ...state.alsoMade];
  const others = [...new Set(ids)].filter((id) => !known.includes(id));
  return others.length === 0 ? state : { ...state, alsoMade: [...state.alsoMade, ...others] };
}
