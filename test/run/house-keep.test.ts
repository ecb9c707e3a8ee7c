import type { Batch } from "../../src/journal/entry";
import { newBatch } from "../../src/journal/journal-store";
import type { EntryEvent } from "../../src/journal/transitions";
import type { RunOptions } from "../../src/ports/options";
import { SheetFault } from "../../src/ports/ports";
import { houseKeep } from "../../src/run/house-keep";
import { sendKeyOf } from "../orders/send-keys";
import { executionOf } from "../reconcile/execution";

const absent: EntryEvent = { kind: "absent" };
const lost: EntryEvent = { kind: "answered", outcome: { kind: "unconfirmed", reason: "transport" } };
const rejected: EntryEvent = { kind: "answered", outcome: { kind: "rejected", code: "X", message: "no" } };

/** One batch: its ID, the run and attempt of its keys, and what was learned of each of its orders. */
type Shown = readonly [id: string, runId: string, attempt: number, ...events: EntryEvent[]];

/** The batches that are left after these were shown, by what is left of them. */
function leftOf(
  shown: readonly Shown[],
  options: Partial<RunOptions> = {},
  log: "takes" | "refuses" = "takes",
): (readonly [string, number])[] {
  const { context } = executionOf(() => null, { options });
  const refused = () => {
    throw new SheetFault("refused", "");
  };
  if (log === "refuses") context.ports.log.append = refused;
  const { journal } = context;
  journal.list(journal.read(), "A9C3", {});
  const batches = shown.map(([id, runId, attempt, ...events]): Batch => {
    const orders = events.map((_, index) => ({
      key: sendKeyOf({ runId, attempt, requestId: `0000000${index}` }),
      refHash: "",
      sheetId: 7,
    }));
    const batch = newBatch(id, runId, 1_000, orders);
    journal.write(journal.read(), batch);
    return journal.close(batch, events);
  });
  houseKeep(context, journal.read(), batches, null);
  return journal.read().journal.records.batches.map(({ id, entries }) => [id, entries.length] as const);
}

test("a batch that is shown is folded if its run is whole", () => {
  expect(leftOf([["x-1", "A9C3", 1, absent]])).toEqual([]);
});

test("a batch that alone says that an order was not made stays if its run is not listed", () => {
  expect(leftOf([["x-1", "ZZZZ", 1, absent]])).toEqual([["x-1", 1]]);
});

test("such a batch goes too when there is no room even for proof", () => {
  expect(leftOf([["x-1", "ZZZZ", 1, absent]], { leastRoomFromBytes: 0 })).toEqual([]);
});

test("a batch whose lines the log does not take stays while there is room", () => {
  const shown: Shown[] = [["x-1", "A9C3", 1, absent]];
  expect(leftOf(shown, {}, "refuses")).toEqual([["x-1", 1]]);
  expect(leftOf(shown, { littleRoomFromBytes: 0 }, "refuses")).toEqual([]);
});

test("a batch of such a run goes once a later attempt has proof of its own", () => {
  expect(
    leftOf([
      ["x-1", "ZZZZ", 1, absent],
      ["x-2", "A9C3", 2, absent],
    ]),
  ).toEqual([]);
});

describe("a batch with an order of which nobody knows the end", () => {
  const batch: Shown = ["x-1", "A9C3", 1, rejected, lost, rejected];

  test("stays as it is while there is room", () => {
    expect(leftOf([batch])).toEqual([["x-1", 3]]);
  });

  test("leaves that order alone when there is little", () => {
    expect(leftOf([batch], { littleRoomFromBytes: 0 })).toEqual([[expect.stringMatching(/^seen/), 1]]);
  });

  test("stays if nothing else is in it", () => {
    expect(leftOf([["x-1", "A9C3", 1, lost, lost]], { littleRoomFromBytes: 0 })).toEqual([["x-1", 2]]);
  });
});
