import type { StatusField } from "../../src/orders/field";
import { headerOf, statusFields } from "../../src/orders/field";
import { RunError } from "../../src/run/run-error";
import { isPrepared, prepareSheet, refuseUserOwnedCells } from "../../src/spreadsheet/prepare-sheet";
import { MemoryProperties } from "../journal/memory-properties";
import { columnsOf, dataFields } from "../orders/sheet";
import { SelectedSheet } from "../plan/selected-sheet";

const dataHeaders = dataFields.map((field) => headerOf[field]);
const statusHeaders = statusFields.map((field) => headerOf[field]);

/** A sheet of which only the header row is looked at, and that remembers what was done to it. */
class HeaderSheet extends SelectedSheet {
  readonly done: string[] = [];
  editable = true;
  header: string[];

  constructor(header: readonly string[]) {
    super([]);
    this.header = [...header];
  }
  override readDisplay(): string[][] {
    return [[...this.header]];
  }
  override addHeaders = (afterColumnIndex: number, headers: readonly string[]) => {
    this.done.push(`add ${headers.length}`);
    this.header = [...this.header.slice(0, afterColumnIndex + 1), ...headers];
  };
  override prepareStatusColumns = (columnIndexes: readonly number[], statusColumnIndex: number) => {
    this.done.push(
      `prepare ${columnIndexes.map((index) => this.header[index]).join()} ${this.header[statusColumnIndex]}`,
    );
  };
  override canEdit = () => this.editable;
}

const prepared = "prepare Order ID,Order number,Message,Updated at Status";

function prepare(sheet: HeaderSheet, properties = new MemoryProperties(), force = false): MemoryProperties {
  prepareSheet(sheet, properties, sheet.header, force);
  return properties;
}

function problemOf(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    if (error instanceof RunError) return error.problem;
    throw error;
  }
  return null;
}

describe("preparing a sheet", () => {
  test("adds the missing status columns at the right, and makes what comes from outside plain text", () => {
    const sheet = new HeaderSheet(dataHeaders);
    const properties = prepare(sheet);
    expect(sheet.header).toEqual([...dataHeaders, ...statusHeaders]);
    expect(sheet.done).toEqual(["add 6", prepared]);
    expect([isPrepared(properties.values, 7), isPrepared(properties.values, 8)]).toEqual([true, false]);
  });

  test("adds only what is missing, wherever the others stand", () => {
    const sheet = new HeaderSheet([headerOf.status, ...dataHeaders, headerOf.sendKey]);
    prepare(sheet);
    expect(sheet.header.slice(-4)).toEqual(statusHeaders.slice(1, 5));
    expect(sheet.done).toEqual(["add 4", prepared]);
  });

  test("happens once for a sheet, again when its columns have moved, and whenever it is asked for", () => {
    const sheet = new HeaderSheet([...dataHeaders, ...statusHeaders]);
    const properties = prepare(sheet);
    prepare(sheet, properties);
    expect(sheet.done).toEqual([prepared]);
    prepare(sheet, properties, true);
    sheet.header = [...statusHeaders, ...dataHeaders];
    prepare(sheet, properties);
    expect(sheet.done).toEqual([prepared, prepared, prepared]);
  });

  test("goes by the headers as they are now, not as they were when the user was asked", () => {
    const sheet = new HeaderSheet([...dataHeaders, "My own"]);
    prepareSheet(sheet, new MemoryProperties(), dataHeaders, false);
    expect(sheet.header).toEqual([...dataHeaders, "My own", ...statusHeaders]);
    expect(sheet.done).toEqual(["add 6", prepared]);
  });

  test("is refused where the user may not edit the columns, or the headers cannot be used", () => {
    const sheet = new HeaderSheet([...dataHeaders, ...statusHeaders]);
    sheet.editable = false;
    expect(problemOf(() => prepare(sheet))).toEqual({ code: "protectedColumns" });
    expect(problemOf(() => prepare(new HeaderSheet(["Nama"])))).toMatchObject({ code: "headers" });
  });
});

describe("a status column of the user's own", () => {
  const header = [...dataHeaders, ...statusHeaders];
  const line = (field: StatusField, text: string) => {
    const texts = header.map(() => "");
    texts[columnsOf(dataFields, true).status[field] ?? 0] = text;
    return texts;
  };

  test("is refused, with its first cell", () => {
    const problem = problemOf(() =>
      refuseUserOwnedCells([header, line("status", "Valid"), line("status", "Paid")], true),
    );
    expect(problem).toMatchObject({ code: "userOwnedCells", cells: [{ rowNumber: 3, found: "Paid" }] });
  });

  test("is none while all of its values are the add-on's", () => {
    expect(problemOf(() => refuseUserOwnedCells([header, line("status", "created")], true))).toBeNull();
    expect(problemOf(() => refuseUserOwnedCells([["Nama"], ["Paid"]], true))).toBeNull();
  });
});
