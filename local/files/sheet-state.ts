import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import * as z from "zod/mini";
import { Spreadsheet } from "../runtime/model/spreadsheet";
import {
  type SpreadsheetJson,
  spreadsheetFromJson,
  spreadsheetToJson,
} from "../runtime/model/spreadsheet-json";
import { fileTypeOf } from "./file-type";
import { UnusableFile } from "./opened-file";
import { saveFile } from "./save-file";

/**
 * What a sheet file cannot hold, saved beside it: the document properties (the add-on's record of what is under way) and,
 * for a csv, the sheets besides the first, such as the log. No settings, so no API key.
 */
interface SheetState {
  version: 1;
  documentProperties: Record<string, string>;
  /** The other sheets as a spreadsheet of their own; null when there is none. */
  otherSheets: SpreadsheetJson | null;
}

const stateShape = z.object({
  version: z.literal(1),
  documentProperties: z.record(z.string(), z.string()),
  otherSheets: z.nullable(z.custom<SpreadsheetJson>(isSpreadsheetJson)),
});

/** Only the outermost shape: the file is the program's own, so what is checked here is that it is not another file. */
function isSpreadsheetJson(value: unknown): boolean {
  return typeof value === "object" && value !== null && "sheets" in value && Array.isArray(value.sheets);
}

/** The name of the file that holds a sheet file's state. */
export function sheetStatePath(path: string): string {
  return `${path}.sheet-state.json`;
}

/**
 * Reads the state beside `path`: puts its sheets into the spreadsheet and gives the document properties; none when there is
 * no such file. Throws `UnusableFile` when the file is there and cannot be understood: going on without it could make
 * orders twice.
 */
export function readSheetState(path: string, spreadsheet: Spreadsheet): Record<string, string> {
  const statePath = sheetStatePath(path);
  if (!existsSync(statePath)) return {};
  const state = parseState(readFileSync(statePath, "utf8"));
  if (state === null) {
    throw new UnusableFile(
      `${basename(statePath)} beside the file is damaged or from a newer version; it holds what was under way. Put its backup there, or update this program`,
    );
  }
  if (state.otherSheets !== null) {
    spreadsheet.sheets.push(...spreadsheetFromJson(state.otherSheets).sheets);
  }
  return state.documentProperties;
}

/** Saves the state beside `path`, to the disk, at once. */
export function saveSheetState(
  path: string,
  spreadsheet: Spreadsheet,
  documentProperties: Readonly<Record<string, string>>,
): void {
  const others = new Spreadsheet({ id: spreadsheet.id, name: spreadsheet.name });
  if (fileTypeOf(path) === ".csv") others.sheets = spreadsheet.sheets.slice(1);
  const state: SheetState = {
    version: 1,
    documentProperties: { ...documentProperties },
    otherSheets: others.sheets.length === 0 ? null : spreadsheetToJson(others),
  };
  saveFile(sheetStatePath(path), Buffer.from(JSON.stringify(state)));
}

function parseState(text: string): SheetState | null {
  try {
    const parsed = stateShape.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
