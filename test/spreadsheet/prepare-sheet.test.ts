import type { Columns } from "../../src/orders/columns";
import { headerOf, ownHeaderOf, statusFields } from "../../src/orders/field";
import { isPrepared, prepareSheet } from "../../src/spreadsheet/prepare-sheet";
import { columnsOf } from "../../src/spreadsheet/sheet-columns";
import { MemoryProperties } from "../journal/memory-properties";
import { dataFields } from "../orders/sheet";
import { SelectedSheet } from "../plan/selected-sheet";
import { problemOf } from "./problem-of";

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
  override addHeaders = (rowNumber: number, afterColumnIndex: number, headers: readonly string[]) => {
    this.done.push(`add ${headers.length} in row ${rowNumber}`);
    this.addedAfter = afterColumnIndex;
    this.header = [...this.header.slice(0, afterColumnIndex + 1), ...headers];
  };
  override prepareStatusColumns = (columnIndexes: readonly number[], statusColumnIndex: number) => {
    this.done.push(
      `prepare ${columnIndexes.map((index) => this.header[index]).join()} ${this.header[statusColumnIndex]}`,
    );
  };
  merged = -1;
  addedAfter = -1;
  override canEdit = () => this.editable;
  override lastMergedColumnIndex = () => this.merged;
}

const prepared = "prepare Order ID,Order number,Message,Updated at Status";

/** The sheet's columns as its header row names them now. */
function columnsIn(sheet: HeaderSheet): Columns {
  return columnsOf(sheet.readDisplay(), { mapping: null, elsewhere: [], isNewer: false, isPrepared: true });
}

function prepare(sheet: HeaderSheet, properties = new MemoryProperties(), force = false): MemoryProperties {
  prepareSheet(sheet, properties, columnsIn(sheet), force);
  return properties;
}

describe("preparing a sheet", () => {
  test("adds the missing status columns at the right, and makes what comes from outside plain text", () => {
    const sheet = new HeaderSheet(dataHeaders);
    const properties = prepare(sheet);
    expect(sheet.header).toEqual([...dataHeaders, ...statusHeaders]);
    expect(sheet.done).toEqual(["add 6 in row 1", prepared]);
    expect([isPrepared(properties.values, 7), isPrepared(properties.values, 8)]).toEqual([true, false]);
  });

  test("adds them right of merged cells, under which they would be lost", () => {
    const sheet = new HeaderSheet(dataHeaders);
    sheet.merged = dataHeaders.length + 1;
    prepare(sheet);
    expect(sheet.addedAfter).toBe(dataHeaders.length + 1);
  });

  test("adds only what is missing, wherever the others stand", () => {
    const sheet = new HeaderSheet([headerOf.status, ...dataHeaders, headerOf.sendKey]);
    prepare(sheet);
    expect(sheet.header.slice(-4)).toEqual(statusHeaders.slice(1, 5));
    expect(sheet.done).toEqual(["add 4 in row 1", prepared]);
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

  test("is refused when the headers are others than when the user was asked, and nothing is added", () => {
    const sheet = new HeaderSheet(dataHeaders);
    const asked = columnsIn(sheet);
    sheet.header = [...dataHeaders, "My own"];
    expect(problemOf(() => prepareSheet(sheet, new MemoryProperties(), asked, false))).toEqual({
      code: "changedSince",
    });
    expect(sheet.done).toEqual([]);
  });

  test("adds the headers to the row that holds the others, under names of its own when the plain ones are taken", () => {
    const sheet = new HeaderSheet([...dataHeaders, headerOf.status]);
    const columns: Columns = { ...columnsIn(sheet), status: {}, statusNames: "own" };
    prepareSheet(sheet, new MemoryProperties(), columns, false);
    expect(sheet.header.slice(-6)).toEqual(statusFields.map(ownHeaderOf));
    expect(sheet.done[0]).toBe("add 6 in row 1");
  });

  test("is refused if the user may not edit the columns", () => {
    const sheet = new HeaderSheet([...dataHeaders, ...statusHeaders]);
    sheet.editable = false;
    expect(problemOf(() => prepare(sheet))).toEqual({ code: "protectedColumns" });
  });
});
