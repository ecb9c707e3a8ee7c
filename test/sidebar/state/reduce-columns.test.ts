import type { PageEvent } from "../../../src/sidebar/state/page-event";
import {
  choiceOf,
  columnsChosenTwice,
  missingFields,
  reduceColumns,
} from "../../../src/sidebar/state/reduce-columns";
import { initialState } from "../../../src/sidebar/state/state";
import { columnsView, state } from "../scripted-server";

const read: PageEvent = { type: "columnsAnswered", answer: { ok: true, columns: columnsView }, saved: false };

function after(...events: PageEvent[]) {
  return events.reduce(reduceColumns, initialState("en", 0).columns);
}

const missing = (...events: PageEvent[]) => {
  const { view, choices } = after(read, ...events);
  return view === null ? [] : missingFields(view, choices).map(({ field }) => field);
};

test("the choice begins with what the server reads, proposals included", () => {
  const { choices } = after(read);
  expect(choiceOf(choices, "quantity")).toEqual({ column: "C", defaultValue: "" });
  expect(choiceOf(choices, "zip")).toEqual({ column: "", defaultValue: "" });
});

test("a needed field is missing until it has a column or a default", () => {
  expect(missing()).toEqual(["zip"]);
  expect(missing({ type: "columnChosen", field: "zip", choice: { column: "D" } })).toEqual([]);
  expect(missing({ type: "columnChosen", field: "zip", choice: { defaultValue: "40111" } })).toEqual([]);
  expect(missing({ type: "columnChosen", field: "zip", choice: { defaultValue: "  " } })).toEqual(["zip"]);
});

test("a field is not missing while another stands in for it", () => {
  expect(missing({ type: "columnChosen", field: "fullName", choice: { column: "" } })).toEqual([
    "firstName",
    "zip",
  ]);
});

test("a column chosen for two fields is named", () => {
  const { choices } = after(read, { type: "columnChosen", field: "notes", choice: { column: "C" } });
  expect(columnsChosenTwice(choices)).toEqual(["C"]);
});

test("a refusal keeps what was chosen", () => {
  const columns = after(
    read,
    { type: "columnChosen", field: "zip", choice: { column: "D" } },
    { type: "columnsAsked" },
    { type: "columnsAnswered", answer: { ok: false, message: "The headers changed." }, saved: true },
  );
  expect(choiceOf(columns.choices, "zip").column).toBe("D");
  expect(columns.notice).toEqual({ said: "The headers changed.", tone: "bad" });
});

const typed: PageEvent = { type: "columnChosen", field: "zip", choice: { defaultValue: "40111" } };

test("what is chosen while the columns are read again stays; what was chosen before is read anew", () => {
  expect(choiceOf(after(read, { type: "columnsAsked" }, typed, read).choices, "zip").defaultValue).toBe(
    "40111",
  );
  expect(choiceOf(after(read, typed, { type: "columnsAsked" }, read).choices, "zip").defaultValue).toBe("");
});

test("what is chosen while another header row is read goes with the row", () => {
  const below = { ...columnsView, headerRow: columnsView.headerRow + 1 };
  const other: PageEvent = { type: "columnsAnswered", answer: { ok: true, columns: below }, saved: false };
  expect(choiceOf(after(read, { type: "columnsAsked" }, typed, other).choices, "zip").defaultValue).toBe("");
});

test("how many needed fields are missing is what the server counts", () => {
  const event = { type: "stateRead", version: "", nowMs: 0, resumed: false } as const;
  expect(after({ ...event, state: state({ columnsMissing: 2 }) }).missing).toBe(2);
});
