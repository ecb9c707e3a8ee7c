import type { Columns } from "../../src/orders/columns";
import { RunError } from "../../src/ports/run-error";
import { columnsOf, sheetMemory } from "../../src/spreadsheet/sheet-columns";
import { untouchedCell } from "../runtime/model/cell";
import { displayValue } from "../runtime/model/display";
import type { Sheet } from "../runtime/model/sheet";

/** A sheet as it is displayed, and how the add-on reads its columns. */
export interface SheetTable {
  /** Every cell from A1 on, as displayed. */
  display: string[][];
  /** Null if the user has to be asked first. */
  columns: Columns | null;
  /** True if the user has confirmed the columns of this sheet, now or before. */
  isMapped: boolean;
}

/** Reads a sheet as the add-on does. `properties`: the document's properties; `locale` such as `en_US`. */
export function readSheetTable(
  sheet: Sheet,
  properties: Readonly<Record<string, string>>,
  locale: string,
): SheetTable {
  const width = sheet.lastColumn();
  const lastRow = sheet.lastRow();
  const display: string[][] = [];
  for (let row = 1; row <= lastRow; row++) {
    const cells = sheet.keptRow(row);
    const texts = new Array<string>(width);
    for (let index = 0; index < width; index++)
      texts[index] = displayValue(cells[index] ?? untouchedCell, locale);
    display.push(texts);
  }
  const memory = sheetMemory(properties, sheet.sheetId);
  const isMapped = memory.mapping !== null;
  try {
    return { display, columns: columnsOf(display, memory), isMapped };
  } catch (error) {
    if (!(error instanceof RunError)) throw error;
    return { display, columns: null, isMapped };
  }
}
