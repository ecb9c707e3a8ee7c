import * as fc from "fast-check";
import { addOnTextIn } from "../../../src/orders/rows/add-on-text";
import { readText } from "../../../src/orders/rows/cell";
import { formatSendKey } from "../../../src/orders/send-key";
import { statuses } from "../../../src/orders/status";
import { anySendKey } from "../any-send-key";
import { sendKeyOf } from "../send-keys";
import { rowOf } from "../sheet";

describe("a data cell holds a text of the add-on's own", () => {
  test.each(statuses)("if it is exactly the status %s, in any letter case", (status) => {
    for (const text of [status, status.toUpperCase(), status.toLowerCase()])
      expect(addOnTextIn(text)).toBe("status");
  });

  test("if a send key stands anywhere in it, with or without its label", () => {
    fc.assert(
      fc.property(anySendKey, fc.constantFrom("", "Sheet ref: ", "vip, ", "see "), (key, before) => {
        expect(addOnTextIn(`${before}${formatSendKey(key)}`)).toBe("sendKey");
      }),
      { seed: 13, numRuns: 50 },
    );
  });

  test("if it is exactly a time as the column Updated at has it", () => {
    expect(addOnTextIn("2026-03-02 08:15:00")).toBe("time");
  });
});

test.each([
  "",
  "Created by hand",
  "not sent yet",
  "2026-03-02",
  "2026-03-02 08:15",
  "at 2026-03-02 08:15:00",
  formatSendKey(sendKeyOf()).slice(0, -1),
  "T7K2M-5Q8ZR1WX1A9C3",
])("a data cell with %j holds none", (text) => {
  expect(addOnTextIn(text)).toBeNull();
});

test("a cell that holds one cannot be read, and the fault says which", () => {
  const row = rowOf(2, { notes: "Valid" }, ["notes"]);
  expect(readText(row, 0)).toEqual({
    ok: false,
    fault: { kind: "addOnText", holds: "status" },
    found: "Valid",
  });
});
