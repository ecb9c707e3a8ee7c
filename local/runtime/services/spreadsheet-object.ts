import { newSheetCells, requireCells } from "../cell-limit";
import { ServiceFault } from "../faults";
import { History } from "../model/history";
import { isTimeZone } from "../model/serial-date";
import type { Spreadsheet } from "../model/spreadsheet";
import { fits, mismatch, take } from "./arguments";
import { Range } from "./range";
import type { RangeList } from "./range-list";
import { callTable, Service } from "./service";
import { newSheetName, requireFreeName } from "./sheet-name";
import { SheetObject } from "./sheet-object";

const calls = callTable({
  trip: [
    "getName",
    "insertSheet",
    "setActiveSheet",
    "getActiveRangeList",
    "setActiveRange",
    "deleteSheet",
    "setSpreadsheetLocale",
    "setSpreadsheetTimeZone",
  ],
  handle: ["getId", "getSheets", "getSheetById", "getSheetByName", "getActiveSheet"],
  free: ["toast", "getSpreadsheetTimeZone", "getSpreadsheetLocale"],
});

/** The active spreadsheet. */
export class SpreadsheetObject extends Service {
  readonly service = "Spreadsheet";
  readonly calls = calls;

  getId(): string {
    return this.model.id;
  }

  getName(): string {
    return this.model.name;
  }

  getSpreadsheetTimeZone(): string {
    return this.model.timeZone;
  }

  getSpreadsheetLocale(): string {
    return this.model.locale;
  }

  /** Formats of cells stay; what is typed from now on is read in the new one (Apps Script documentation). */
  setSpreadsheetLocale(...args: unknown[]): void {
    const [locale] = take("SpreadsheetApp.Spreadsheet.setSpreadsheetLocale", args, ["string"]);
    this.execution.read();
    // The text is assumed.
    if (!/^[a-z]{2,3}_[A-Z]{2}$/.test(locale)) throw new ServiceFault(`Invalid argument: ${locale}`);
    this.model.locale = locale;
  }

  setSpreadsheetTimeZone(...args: unknown[]): void {
    const [timeZone] = take("SpreadsheetApp.Spreadsheet.setSpreadsheetTimeZone", args, ["string"]);
    this.execution.read();
    // The text is assumed.
    if (!isTimeZone(timeZone)) throw new ServiceFault(`Invalid argument: ${timeZone}`);
    this.model.timeZone = timeZone;
  }

  getSheets(): SheetObject[] {
    return this.model.sheets.map(({ sheetId }) => this.sheetObject(sheetId));
  }

  getSheetById(...args: unknown[]): SheetObject | null {
    const [sheetId] = take("SpreadsheetApp.Spreadsheet.getSheetById", args, ["number"]);
    return this.model.sheetById(sheetId) === null ? null : this.sheetObject(sheetId);
  }

  getSheetByName(...args: unknown[]): SheetObject | null {
    const [name] = take("SpreadsheetApp.Spreadsheet.getSheetByName", args, ["string"]);
    const sheet = this.model.sheetByName(name);
    return sheet === null ? null : this.sheetObject(sheet.sheetId);
  }

  getActiveSheet(): SheetObject {
    return this.sheetObject(this.model.activeSheet.sheetId);
  }

  setActiveSheet(...args: unknown[]): SheetObject {
    const [sheet] = args;
    if (!(sheet instanceof SheetObject) || args.length !== 1) {
      throw mismatch("SpreadsheetApp.Spreadsheet.setActiveSheet", args);
    }
    return sheet.activate();
  }

  getActiveRangeList(): RangeList | null {
    return this.getActiveSheet().getActiveRangeList();
  }

  setActiveRange(...args: unknown[]): Range {
    const [range] = args;
    if (!(range instanceof Range) || args.length !== 1) {
      throw mismatch("SpreadsheetApp.Spreadsheet.setActiveRange", args);
    }
    return range.activate();
  }

  /**
   * (), (index), (name), (name, index); the new sheet becomes the active one (Apps Script documentation,
   * Spreadsheet.insertSheet). Templates are not imitated.
   */
  insertSheet(...args: unknown[]): SheetObject {
    const [first, second] = args;
    const hasName = typeof first === "string";
    const rest = hasName ? args.slice(1) : args;
    if (!fits(rest, []) && !fits(rest, ["number"]))
      throw mismatch("SpreadsheetApp.Spreadsheet.insertSheet", args);
    this.execution.read();
    const { model } = this;
    const name = hasName ? first : newSheetName(model);
    const given = hasName ? second : first;
    const index = typeof given === "number" ? given : model.sheets.indexOf(model.activeSheet) + 1;
    requireFreeName(model, name);
    if (index < 0 || index > model.sheets.length) throw new ServiceFault(`Invalid argument: sheetIndex`);
    requireCells(model, newSheetCells);
    const added = this.change(() => {
      const sheet = model.addSheet(name, { index });
      model.activate(sheet);
      return sheet;
    });
    return this.sheetObject(added.sheetId);
  }

  deleteSheet(...args: unknown[]): void {
    const [sheet] = args;
    if (!(sheet instanceof SheetObject) || args.length !== 1) {
      throw mismatch("SpreadsheetApp.Spreadsheet.deleteSheet", args);
    }
    this.execution.read();
    const { model } = this;
    const doomed = sheet.model();
    if (model.sheets.length === 1) throw new ServiceFault("You can't remove all the sheets in a document.");
    this.change(() => model.removeSheet(doomed));
  }

  toast(...args: unknown[]): void {
    const fitting =
      fits(args, ["string"]) || fits(args, ["string", "text"]) || fits(args, ["string", "text", "any"]);
    if (!fitting) throw mismatch("SpreadsheetApp.Spreadsheet.toast", args);
    const [message, title, seconds] = args;
    this.execution.options.ui.toast({
      message: String(message),
      title: typeof title === "string" ? title : "",
      // Apps Script documentation, Spreadsheet.toast: 5 seconds by default.
      seconds: typeof seconds === "number" ? seconds : 5,
    });
  }

  private get model(): Spreadsheet {
    return this.execution.options.spreadsheet;
  }

  private sheetObject(sheetId: number): SheetObject {
    return new SheetObject(this.execution, sheetId);
  }

  /** Changes of the sheets themselves are made at once: their handles need an ID. */
  private change<T>(act: () => T): T {
    const result = History.of(this.model).record("script", act);
    this.execution.seeEverything();
    this.execution.options.onFlush?.(this.model);
    return result;
  }
}
