import type { Batch } from "../../src/journal/entry";
import { newBatch } from "../../src/journal/journal-store";
import { houseKeep } from "../../src/run/house-keep";
import { sendKeyOf } from "../orders/send-keys";
import { executionOf } from "../reconcile/execution";

/** The batches left after those of these keys were shown: each order was looked up and is not in bitbybit. */
function leftOf(...attempts: readonly [id: string, runId: string, attempt: number][]): string[] {
  const { context } = executionOf(() => null);
  const { journal } = context;
  journal.list(journal.read(), "A9C3", {});
  const batches = attempts.map(([id, runId, attempt]): Batch => {
    const key = sendKeyOf({ runId, attempt });
    const batch = newBatch(id, runId, 1_000, [{ key, refHash: "", sheetId: 7 }]);
    journal.write(journal.read(), batch);
    return journal.close(batch, [{ kind: "absent" }]);
  });
  houseKeep(context, journal.read(), batches, null);
  return journal.read().journal.records.batches.map(({ id }) => id);
}

test("a batch that is shown is folded if its run is whole", () => {
  expect(leftOf(["x-1", "A9C3", 1])).toEqual([]);
});

test("a batch that alone says that an order was not made stays if its run is not listed", () => {
  expect(leftOf(["x-1", "ZZZZ", 1])).toEqual(["x-1"]);
});

test("a batch of such a run goes once a later attempt has proof of its own", () => {
  expect(leftOf(["x-1", "ZZZZ", 1], ["x-2", "A9C3", 2])).toEqual([]);
});
