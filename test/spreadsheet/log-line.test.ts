import type { EntryState } from "../../src/journal/entry";
import { formatSendKey } from "../../src/orders/send-key";
import { linesOfBatch, logHeader, plainTextColumns, textsOfLine } from "../../src/spreadsheet/log-line";
import {
  absent,
  batchOf,
  created,
  entryOf,
  notSent,
  pending,
  rejected,
  unconfirmed,
} from "../journal/entries";
import { sendKeyOf } from "../orders/send-keys";

const line = (state: EntryState, environment: "test" | "live" = "test") =>
  textsOfLine({
    atMs: Date.UTC(2026, 2, 1, 14, 5, 9, 77),
    key: sendKeyOf({ environment }),
    ref: "R-7",
    state,
  });

describe("a line of the log", () => {
  test("says when, which order, what happened, and under which send key", () => {
    expect(line(created("ord_1", { orderNumber: "#7" }))).toEqual([
      "2026-03-01 14:05:09",
      "R-7",
      "ord_1",
      "#7",
      "Created (test)",
      "test",
      formatSendKey(sendKeyOf()),
      "",
    ]);
    expect(line(created("ord_1"), "live").slice(4, 6)).toEqual(["Created", "live"]);
  });

  test.each<[EntryState, string, string]>([
    [rejected, "Rejected", "VALIDATION_ERROR"],
    [notSent, "Not sent", "stopped"],
    [absent, "Not sent", "not in bitbybit"],
    [unconfirmed, "Unconfirmed", "transport"],
    [pending, "Unconfirmed", "no answer seen"],
    [created("ord_1", { by: "found" }), "Created (test)", "found"],
    [created("ord_1", { alsoMade: ["ord_2"] }), "Created (test)", "made twice: ord_1, ord_2"],
    [
      created("ord_1", { by: "typed", alsoMade: ["ord_2"] }),
      "Created (test)",
      "typed; made twice: ord_1, ord_2",
    ],
  ])("about %j says %s, with the note %j", (state, event, note) => {
    const texts = line(state);
    expect([texts[4], texts[7]]).toEqual([event, note]);
  });

  test("has a text for each column of the header, and what comes from outside in the plain ones", () => {
    expect(line(pending)).toHaveLength(logHeader.length);
    expect(logHeader.slice(0, plainTextColumns)).toEqual([
      "Time (UTC)",
      "Order ref",
      "Order ID",
      "Order number",
    ]);
  });

  test("is written for each order of a batch, with the ref that the sheet still shows", () => {
    const entries = [entryOf(created("ord_1")), entryOf(rejected, { requestId: "00000002" })];
    const lines = linesOfBatch(batchOf(entries), ({ requestId }) => (requestId === "00000002" ? "" : "R-1"));
    expect(lines.map(({ ref, state }) => [ref, state.kind])).toEqual([
      ["R-1", "created"],
      ["", "rejected"],
    ]);
  });
});
