import * as fc from "fast-check";
import { addToReceipt, emptyReceipt, type ReceiptCategory } from "../../src/run/receipt";
import { balances } from "./balances";

const categories: ReceiptCategory[] = [
  "created",
  "invalid",
  "rejected",
  "notSent",
  "unconfirmed",
  "skipped",
  "valid",
];

describe("a receipt", () => {
  test("balances whatever is added to it, in whatever order", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...categories), fc.nat(50))), (added) => {
        const receipt = added.reduce(
          (sum, [category, count]) => addToReceipt(sum, category, count),
          emptyReceipt(),
        );
        expect(balances(receipt)).toBe(true);
        expect(receipt.selected).toBe(added.reduce((sum, [, count]) => sum + count, 0));
      }),
      { seed: 71 },
    );
  });

  test("with an order that stands in no outcome does not balance", () => {
    expect(balances({ ...emptyReceipt(), selected: 1 })).toBe(false);
  });
});
