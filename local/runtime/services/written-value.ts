import { isDate } from "node:util/types";
import type { Execution } from "../execution";
import { NotImplemented, ServiceFault } from "../faults";
import type { Cell } from "../model/cell";
import { serialFromEpoch, yearOf } from "../model/serial-date";
import { datePatternOf } from "../model/sheets-format";
import { cellAfterTyping } from "../model/typed-entry";

/** 50,000 characters a cell (Google's limits for Sheets; the text is reported). */
const longestText = 50_000;
/**
 * How a cell changes when the script writes `value`: texts are parsed as if typed, in the format that the cell has when the
 * write is carried out; numbers, booleans and Dates are stored as such; null and "" empty it. `where` is the method, for
 * values whose fate in Apps Script is not imitated.
 */
export function cellAfterWriting(execution: Execution, where: string, value: unknown): (cell: Cell) => Cell {
  const { clock, spreadsheet } = execution.options;
  const { locale, timeZone } = spreadsheet;
  if (typeof value === "string") {
    if (value.length > longestText) {
      throw new ServiceFault(
        "Your input contains more than the maximum of 50000 characters in a single cell.",
      );
    }
    const context = { locale, year: yearOf(clock.now(), timeZone) };
    return (cell) => cellAfterTyping(cell, value, context);
  }
  if (value === null || typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value))) {
    return (cell) => ({ ...cell, value, formula: null });
  }
  if (isDate(value) && Number.isFinite(value.getTime())) {
    const serial = serialFromEpoch(value.getTime(), timeZone);
    return (cell) => ({
      ...cell,
      value: serial,
      formula: null,
      // Reported for the locale en_US: m/d/yyyy h:mm:ss.
      numberFormat: cell.numberFormat === "General" ? `${datePatternOf(locale)} h:mm:ss` : cell.numberFormat,
    });
  }
  const kind = typeof value === "object" ? "an object" : String(value);
  throw new NotImplemented(`${where} of ${kind}`);
}
