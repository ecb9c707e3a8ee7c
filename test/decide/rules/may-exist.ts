import { entryOf, journalWith, pending, unconfirmed } from "../../journal/entries";
import { ayu, ayusKey, ayuWith, liveKey, lost, unsent } from "../decisions";
import { edit, expectRule, lookUp, review } from "./expect-rule";

/** Rules about orders that may exist. */
export function mayExistRules(): void {
  test("what was sent in the other environment can only be looked up there", () => {
    for (const row of [ayuWith({ status: "Unconfirmed" }), edit(ayuWith({ status: "Unconfirmed" }))])
      expectRule(
        "what was sent in the other environment can only be looked up there",
        review("unconfirmed", { why: "otherApiKey", environment: "test" }),
        [row],
        journalWith(entryOf(unconfirmed, ayusKey)),
        liveKey,
      );
  });

  test("a key of the other environment proves nothing about this one", () => {
    expectRule(
      "a key of the other environment proves nothing about this one",
      review("unsent", { why: "otherApiKey", environment: "test" }),
      [ayuWith({ status: "Valid" })],
      lost,
      liveKey,
    );
  });

  test("what may exist is looked up before anything else", () => {
    const name = "what may exist is looked up before anything else";
    for (const status of ["", "Valid", "Sending", "Unconfirmed", "Not sent", "Rejected", "Invalid"])
      for (const state of [pending, unconfirmed]) {
        const journal = journalWith(entryOf(state, ayusKey));
        expectRule(name, lookUp, [ayuWith({ status })], journal);
        expectRule(name, lookUp, [edit(ayuWith({ status }))], journal);
      }
  });

  test("what may exist is looked up, also if the journal has lost its run", () => {
    const name = "what may exist is looked up before anything else";
    for (const status of ["", "Valid", "Not sent", "Rejected"])
      expectRule(name, lookUp, [ayuWith({ status })], lost);
  });

  test("a row that says Unconfirmed is looked up, though a run that is whole knows nothing of it", () => {
    const name = "what may exist is looked up before anything else";
    expectRule(name, lookUp, [ayuWith({ status: "Unconfirmed" })], unsent);
  });

  test("a row that says it was sent and has no key cannot be looked up", () => {
    for (const status of ["Unconfirmed", "Sending"])
      expectRule(
        "a row that says it was sent and has no key cannot be looked up",
        review("unconfirmed", { why: "keyMissing" }),
        [{ ...ayu, status }],
      );
  });

  test("an Order ID without a Status is half a record", () => {
    expectRule(
      "an Order ID without a Status is half a record",
      review("unsent", { why: "idWithoutStatus" }),
      [{ ...ayu, orderId: "ord_1" }],
    );
  });
}
