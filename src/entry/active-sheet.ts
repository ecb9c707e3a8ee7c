import type { RunPorts, SheetPort } from "../ports/ports";
import type { SheetMemory } from "../sheet/sheet-memory";
import { sheetMemory } from "../spreadsheet/sheet-columns";

/** A sheet with all of its texts, and what is kept about its columns. */
export interface ShownSheet {
  sheet: SheetPort;
  /** Everything from A1 on, as displayed. */
  display: string[][];
  memory: SheetMemory;
}

/** The active sheet as the user sees it. */
export function activeSheetAsShown({ spreadsheet, properties }: RunPorts): ShownSheet {
  const sheet = spreadsheet.activeSheet();
  const memory = sheetMemory(properties.readAll(), sheet.sheetId);
  return { sheet, display: sheet.readDisplay(), memory };
}
