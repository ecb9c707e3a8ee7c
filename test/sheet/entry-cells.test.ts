import type { EntryState } from "../../src/journal/entry";
import { cellsOf, type EntryWords, statusOf } from "../../src/sheet/entry-cells";
import { absent, created, entryOf, notSent, pending, rejected, unconfirmed } from "../journal/entries";

const words: EntryWords = {
  entry: (state, { edited }) =>
    `${state.kind}${"reason" in state ? ` ${state.reason}` : ""}${edited ? " edited" : ""}`,
  time: (atMs) => `at ${atMs}`,
};
const seen = { isUnderWay: true, edited: false };

describe("the cells beside an order", () => {
  test.each<[EntryState, string]>([
    [pending, "Sending"],
    [created("ord_1"), "Created (test)"],
    [rejected, "Rejected"],
    [notSent, "Not sent"],
    [absent, "Not sent"],
    [unconfirmed, "Unconfirmed"],
  ])("%j are %s", (state, status) => {
    expect(statusOf(entryOf(state), seen)).toBe(status);
    expect(cellsOf(entryOf(state), seen, words)).toMatchObject({ status, updatedAt: "at 1000" });
  });

  test("say live or test by the key that the order was sent with", () => {
    expect(statusOf(entryOf(created("ord_1"), { environment: "live" }), seen)).toBe("Created");
  });

  test("call an answer that cannot come any more lost", () => {
    const late = cellsOf(entryOf(pending), { isUnderWay: false, edited: false }, words);
    expect(late).toMatchObject({ status: "Unconfirmed", message: "unconfirmed killed" });
  });

  test("have an order ID and number only when it was made", () => {
    expect(cellsOf(entryOf(created("ord_1", { orderNumber: "#7" })), seen, words)).toMatchObject({
      orderId: "ord_1",
      orderNumber: "#7",
    });
    expect(cellsOf(entryOf(rejected), seen, words)).toMatchObject({ orderId: "", orderNumber: "" });
  });

  test("tell that the row was changed while the order was on its way", () => {
    expect(cellsOf(entryOf(created("ord_1")), { ...seen, edited: true }, words).message).toBe(
      "created edited",
    );
  });
});
