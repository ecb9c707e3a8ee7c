import * as fc from "fast-check";
import type { CreatedBy, Entry, EntryState } from "../../src/journal/entry";
import { anyCharacter } from "../any-character";
import { anySendKey } from "../orders/any-send-key";
import { absent, notSent, pending, unconfirmed } from "./entries";

/** A text of an API or a user: any characters, quotes, line breaks and halves of pairs included. */
const anyText = (maxLength: number) => fc.string({ unit: anyCharacter, maxLength });

const createdBy: CreatedBy[] = ["answer", "found", "typed", "unverified"];

/** Any state that an attempt can be in. Order IDs are as `readOrderId` lets them through: never empty. */
export const anyState: fc.Arbitrary<EntryState> = fc.oneof(
  fc.constant(pending),
  fc.constant(absent),
  fc.record({
    kind: fc.constant("created" as const),
    orderId: fc.string({ unit: anyCharacter, minLength: 1, maxLength: 60 }),
    orderNumber: anyText(40),
    by: fc.constantFrom(...createdBy),
    alsoMade: fc.array(fc.string({ minLength: 1, maxLength: 30 }), { maxLength: 2 }),
  }),
  fc.record({ kind: fc.constant("rejected" as const), code: anyText(60), message: anyText(300) }),
  fc.constantFrom<EntryState>(notSent, { kind: "notSent", reason: "rateLimit" }),
  fc.constantFrom<EntryState>(
    unconfirmed,
    { kind: "unconfirmed", reason: "killed" },
    { kind: "unconfirmed", reason: "unreadable", words: "no stock" },
  ),
);

/** Any attempt that a batch of the sheet 7 can hold. What is pending has waited since its batch was opened. */
export const anyEntry: fc.Arbitrary<Entry> = fc
  .record({
    key: anySendKey,
    refHash: fc.constantFrom("", "A1B2", "ZZZZ"),
    sheetId: fc.constant(7),
    atMs: fc.integer({ min: 1, max: 2_000_000_000_000 }),
    state: anyState,
  })
  .map((entry) => (entry.state.kind === "pending" ? { ...entry, atMs: 1_000 } : entry));
