import { isOpen } from "../journal/entry";
import { isCreatedStatus } from "../sheet/order-record";
import type { Decision, Review } from "./decision";
import type { Asker, OrderFacts } from "./order-facts";

/** One reason to decide an order, and what it leads to. */
export interface Rule {
  /** What the rule says, in one sentence. */
  name: string;
  when(order: OrderFacts, asker: Asker): boolean;
  decide(order: OrderFacts, asker: Asker): Decision;
}

/** The first rule that matches decides. Rules that prevent a duplicate stand before those that allow sending. */
export const rules: readonly Rule[] = [
  {
    name: "a damaged send key proves nothing",
    when: ({ key }) => key.kind === "damaged",
    decide: review({ why: "keyDamaged" }),
  },
  {
    name: "a test order under a live key is a new order",
    when: (order, { environment }) => environment === "live" && isTestOrder(order) && isClean(order),
    decide: ({ orderId, entry }) => sendNew(entry?.state.kind === "created" ? entry.state.orderId : orderId),
  },
  {
    name: "a test order whose live order may exist is not made live unasked",
    when: (order, { environment }) =>
      environment === "live" && isTestOrder(order) && isOwn(order) && order.madeElsewhere !== null,
    decide: (order) => madeBefore(order),
  },
  {
    name: "a copy of an order that was sent is not that order",
    when: ({ key }) => key.kind === "copy",
    decide: (order) =>
      needsReview(order, { why: "copied", homeRow: order.key.kind === "copy" ? order.key.homeRow : null }),
  },
  {
    name: "a key whose content stands in another row belongs there",
    when: ({ key, surelyNotMade }) => key.kind === "displaced" && !surelyNotMade,
    decide: (order) => {
      const { key, strayKeyRow } = order;
      if (strayKeyRow !== null) return needsReview(order, { why: "statusElsewhere", keyRow: strayKeyRow });
      const { contentRow: homeRow, isCopy } =
        key.kind === "displaced" ? key : { contentRow: 0, isCopy: false };
      // A row was copied and then filled with another order: nothing was sorted.
      return needsReview(order, { why: isCopy ? "copied" : "displaced", homeRow });
    },
  },
  {
    name: "a row added to an order that was created does not go along",
    when: ({ key, status, surelyNotMade }) =>
      key.kind === "mixed" && !surelyNotMade && isCreatedStatus(status),
    decide: (order) => needsReview(order, { why: "addedAfter", orderId: order.orderId }),
  },
  {
    name: "rows with different keys that may have been sent are no order",
    when: ({ key, surelyNotMade }) => key.kind === "mixed" && !surelyNotMade,
    decide: review({ why: "mixedKeys" }),
  },
  {
    name: "an order that was sent more than once may exist more than once",
    when: ({ key, entry }) =>
      key.kind === "home" &&
      key.key.attempt > 1 &&
      entry?.state.kind === "created" &&
      entry.state.alsoMade.length === 0,
    decide: ({ key }) => ("key" in key ? { kind: "createdAgain", key: key.key } : { kind: "created" }),
  },
  {
    name: "what the journal knows as created is created",
    when: ({ key, entry }) => key.kind === "home" && entry?.state.kind === "created",
    decide: () => ({ kind: "created" }),
  },
  {
    name: "an order that was created and then edited needs a person",
    when: ({ entry }) => entry?.state.kind === "created",
    decide: (order) =>
      // What says that it was sent must not say so for ever; of other statuses none is changed. If the row is known to be
      // the order's, its ID is shown.
      needsReview(
        {
          standing:
            order.key.kind !== "edited" && (order.status === "Sending" || order.status === "Unconfirmed")
              ? "unconfirmed"
              : "created",
        },
        {
          why: "edited",
          orderId: order.entry?.state.kind === "created" ? order.entry.state.orderId : order.orderId,
        },
      ),
  },
  {
    name: "an Order ID that is another row's says nothing about this order",
    when: ({ key, status, entry, idRow }) =>
      !entry && isCreatedStatus(status) && (key.kind === "home" || key.kind === "none") && idRow !== null,
    decide: (order) =>
      needsReview(order, { why: "idElsewhere", orderId: order.orderId, idRow: order.idRow ?? 0 }),
  },
  {
    name: "Created without an Order ID is half a record",
    when: ({ record, status, entry }) =>
      !entry &&
      isCreatedStatus(status) &&
      record.rows.some((row) => row.cells.orderId === "" || !isCreatedStatus(row.status)),
    decide: review({ why: "idMissing" }),
  },
  {
    name: "a row without a key that shows another Order ID than its content was made as needs a person",
    when: ({ key, status, orderId, madeElsewhere }) =>
      key.kind === "none" &&
      isCreatedStatus(status) &&
      madeElsewhere !== null &&
      !madeElsewhere.changed &&
      madeElsewhere.orderId !== "" &&
      madeElsewhere.orderId !== orderId,
    decide: (order) => madeBefore(order),
  },
  {
    name: "Created with its own Order ID is created, also when the journal has forgotten it",
    when: ({ key, status, entry }) =>
      !entry && isCreatedStatus(status) && (key.kind === "home" || key.kind === "none"),
    decide: () => ({ kind: "created" }),
  },
  {
    name: "an edited order that says Created needs a person",
    when: ({ key, status, surelyNotMade }) =>
      isCreatedStatus(status) && !surelyNotMade && (key.kind === "edited" || key.kind === "unexplained"),
    decide: (order) => needsReview(order, { why: "edited", orderId: order.orderId }),
  },
  {
    name: "what was sent in the other environment can only be looked up there",
    when: ({ key, entry, sameEnvironment }) =>
      "key" in key && !sameEnvironment && entry !== null && isOpen(entry.state),
    decide: (order) => needsReview(order, otherApiKey(order)),
  },
  {
    name: "a key of the other environment proves nothing about this one",
    when: ({ key, sameEnvironment, surelyNotMade }) =>
      key.kind === "home" && !sameEnvironment && !surelyNotMade,
    decide: (order) => needsReview(order, otherApiKey(order)),
  },
  {
    name: "a key that may have been sent for an order that is nowhere blocks this row",
    when: ({ key, surelyNotMade }) => key.kind === "unexplained" && !surelyNotMade,
    decide: (order) => needsReview(order, { why: "sheetDisplaced", keyRow: order.unexplainedRow ?? 0 }),
  },
  {
    name: "what may exist is looked up before anything else",
    when: ({ key, surelyNotMade }) => "key" in key && !surelyNotMade,
    decide: (order) =>
      "key" in order.key
        ? { kind: "reconcile", key: order.key.key }
        : needsReview(order, { why: "keyMissing" }),
  },
  {
    name: "a row that says it was sent and has no key cannot be looked up",
    when: ({ key, status }) => key.kind === "none" && (status === "Unconfirmed" || status === "Sending"),
    decide: review({ why: "keyMissing" }),
  },
  {
    name: "an Order ID without a Status is half a record",
    when: ({ key, orderId }) => key.kind === "none" && orderId !== "",
    decide: review({ why: "idWithoutStatus" }),
  },
  {
    name: "an order whose own key stands beside another order is not sent",
    when: ({ strayKeyRow }) => strayKeyRow !== null,
    decide: (order) => needsReview(order, { why: "statusElsewhere", keyRow: order.strayKeyRow ?? 0 }),
  },
  {
    name: "while a key is unexplained, any order may be the one that it was sent for",
    when: ({ unexplainedRow }) => unexplainedRow !== null,
    decide: (order) => needsReview(order, { why: "sheetDisplaced", keyRow: order.unexplainedRow ?? 0 }),
  },
  {
    name: "what may have been made under the same content or Order ref is not made again unasked",
    when: ({ madeElsewhere }) => madeElsewhere !== null,
    decide: (order) => madeBefore(order),
  },
  {
    name: "what has problems stays",
    when: ({ record }) => record.order.payload === null,
    decide: ({ idIsAnothers }) => (idIsAnothers ? { kind: "fix", idIsAnothers } : { kind: "fix" }),
  },
  {
    name: "an order with a text of a status column in its content is not sent",
    when: ({ misplaced }) => misplaced !== null,
    decide: (order) =>
      needsReview(order, {
        why: "misplacedText",
        ...(order.misplaced ?? { holds: "message", text: "", field: "notes" }),
      }),
  },
  {
    name: "an order that is known not to be made keeps its request",
    when: ({ key, sameEnvironment }) => (key.kind === "home" || key.kind === "edited") && sameEnvironment,
    decide: (order) => sendAgain(order),
  },
  {
    name: "an order that was called absent is sent under its request, wherever its key is by now",
    when: ({ key, lapsed }) => key.kind !== "home" && lapsed !== null,
    decide: ({ lapsed }) =>
      lapsed
        ? { kind: "send", requestId: lapsed.requestId, attempt: lapsed.attempt + 1, replaces: "" }
        : neverSent,
  },
  {
    name: "anything else was never sent",
    when: () => true,
    decide: () => neverSent,
  },
];

/** What is to become of an order. */
export function decide(order: OrderFacts, asker: Asker): Decision {
  return ruleFor(order, asker).decide(order, asker);
}

/** The rule that decides about an order. */
export function ruleFor(order: OrderFacts, asker: Asker): Rule {
  const rule = rules.find((one) => one.when(order, asker));
  if (!rule) throw new Error("The last rule matches everything.");
  return rule;
}

function needsReview({ standing }: Pick<OrderFacts, "standing">, why: Review): Decision {
  return { kind: "needsReview", review: why, as: standing };
}

function review(why: Review): Rule["decide"] {
  return (order) => needsReview(order, why);
}

function madeBefore(order: OrderFacts): Decision {
  const { orderId = "", atMs = 0, changed = false, open = null } = order.madeElsewhere ?? {};
  return needsReview(order, { why: "madeBefore", orderId, atMs, changed, open });
}

function otherApiKey({ key }: OrderFacts): Review {
  return { why: "otherApiKey", environment: "key" in key ? key.key.environment : "test" };
}

/** One for all: of most sheets it is the decision about nearly every order. */
const neverSent: Decision = sendNew("");

function sendNew(replaces: string): Decision {
  return { kind: "send", requestId: null, attempt: 1, replaces };
}

/** A request that was answered counts one more attempt: what was called absent may still land. */
function sendAgain({ key, entry, status }: OrderFacts): Decision {
  if (!("key" in key)) return neverSent;
  const { requestId, attempt } = key.key;
  const wasSent = entry !== null || status === "Not sent" || status === "Rejected";
  return { kind: "send", requestId, attempt: wasSent ? attempt + 1 : attempt, replaces: "" };
}

/** A live key is never a test order's, whatever its Status says: a sort of the Status column alone may have put it there. */
function isTestOrder({ status, key, entry }: OrderFacts): boolean {
  if (entry?.state.kind === "created") return entry.key.environment === "test";
  if ("key" in key) return key.key.environment === "test" && isCreatedStatus(status);
  return status === "Created (test)";
}

/** Nothing speaks against sending, apart from the test order itself. */
function isClean(order: OrderFacts): boolean {
  const { record, madeElsewhere, unexplainedRow, strayKeyRow, misplaced } = order;
  return (
    isOwn(order) &&
    misplaced === null &&
    record.order.payload !== null &&
    !madeElsewhere &&
    unexplainedRow === null &&
    strayKeyRow === null
  );
}

/** No other order has a claim to its key. */
function isOwn({ key }: OrderFacts): boolean {
  return key.kind === "home" || key.kind === "none";
}
