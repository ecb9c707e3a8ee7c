import { untouchedCell } from "../../local/runtime/model/cell";
import { cellAfterTyping } from "../../local/runtime/model/typed-entry";
import type { Status } from "../../src/orders/status";
import { mostCautious, parseStatus, statuses } from "../../src/orders/status";

test.each([...statuses])("%s is recognised, whatever its letter case and outer spaces", (status) => {
  expect(parseStatus(status)).toBe(status);
  expect(parseStatus(` ${status.toUpperCase()} `)).toBe(status);
});

test.each([...statuses])(
  "%s stays a word in a cell of any format, as its column is not made plain text",
  (status) => {
    const cell = cellAfterTyping(untouchedCell, status, { locale: "en_US", year: 2026 });
    expect(cell).toMatchObject({ value: status, formula: null });
  },
);

test("an empty cell is no status, and other values are not the add-on's", () => {
  expect(parseStatus("  ")).toBe("");
  expect(parseStatus("Paid")).toBeNull();
  expect(parseStatus("Created (live)")).toBeNull();
});

test.each<[Status | "", (Status | "")[]]>([
  ["Unconfirmed", ["Created", "Unconfirmed", "Sending"]],
  ["Sending", ["Valid", "Sending", "Created (test)"]],
  ["Created", ["", "Created", "Invalid"]],
  ["Created (test)", ["Rejected", "Created (test)"]],
  ["Valid", ["", "Valid"]],
  ["", ["", ""]],
  ["", []],
])("%p is the most cautious of %p", (most, rowStatuses) => {
  expect(mostCautious(rowStatuses)).toBe(most);
  expect(mostCautious([...rowStatuses].reverse())).toBe(most);
});
