import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import * as z from "zod/mini";
import { untouchedCell } from "../runtime/model/cell";
import { displayValue } from "../runtime/model/display";
import type { Sheet } from "../runtime/model/sheet";
import type { Spreadsheet } from "../runtime/model/spreadsheet";
import { cellOf } from "../runtime/model/user-acts";
import { fileTypeOf } from "./file-type";
import { UnusableFile } from "./opened-file";
import { saveFile } from "./save-file";

/*
 * What a sheet file cannot hold is saved beside it: the document properties (the add-on's record of what is under way) and,
 * for a csv, the sheets besides the first, such as the log. No settings, so no API key. These are two files, because the
 * properties are saved several times a wave, and the log of a long run is large.
 */

const propertiesShape = z.object({
  version: z.literal(1),
  documentProperties: z.record(z.string(), z.string()),
});

/** The other sheets of a csv, as the texts of their cells. */
const sheetsShape = z.object({
  version: z.literal(1),
  sheets: z.array(
    z.object({
      sheetId: z.int(),
      name: z.string(),
      hidden: z.boolean(),
      rows: z.array(z.array(z.string())),
    }),
  ),
});
type OtherSheets = z.infer<typeof sheetsShape>;

/** The name of the file with the document properties of a sheet file. */
export function sheetStatePath(path: string): string {
  return `${path}.sheet-state.json`;
}

/** The name of the file with the other sheets of a csv. */
export function otherSheetsPath(path: string): string {
  return `${path}.sheets.sheet-state.json`;
}

/**
 * Reads what is saved beside `path`: puts a csv's other sheets into the spreadsheet and gives the document properties; none
 * if there is no such file. Throws `UnusableFile` when a file is there and cannot be understood: going on without it could make
 * orders twice.
 */
export function readSheetState(path: string, spreadsheet: Spreadsheet): Record<string, string> {
  if (fileTypeOf(path) === ".csv") {
    for (const saved of readState(otherSheetsPath(path), sheetsShape)?.sheets ?? [])
      addSheet(spreadsheet, saved);
  }
  return readState(sheetStatePath(path), propertiesShape)?.documentProperties ?? {};
}

/** Saves the document properties beside `path`, to the disk, at once. `permissions` as of `saveFile`. */
export function saveDocumentProperties(
  path: string,
  documentProperties: Readonly<Record<string, string>>,
  permissions?: number,
): void {
  const json = JSON.stringify({ version: 1, documentProperties });
  saveFile(sheetStatePath(path), Buffer.from(json), permissions);
}

/** The sheets of a csv besides the first, to be saved; null if the file itself holds all of them. */
export function otherSheetsOf(path: string, spreadsheet: Spreadsheet): string | null {
  if (fileTypeOf(path) !== ".csv") return null;
  const sheets: OtherSheets["sheets"] = spreadsheet.sheets.slice(1).map((sheet) => ({
    sheetId: sheet.sheetId,
    name: sheet.name,
    hidden: sheet.properties.hidden,
    rows: textsOf(sheet, spreadsheet.locale),
  }));
  return JSON.stringify({ version: 1, sheets } satisfies OtherSheets);
}

/** Saves what `otherSheetsOf` gave beside `path`, to the disk, at once. */
export function saveOtherSheets(path: string, otherSheets: string, permissions?: number): void {
  saveFile(otherSheetsPath(path), Buffer.from(otherSheets), permissions);
}

function textsOf(sheet: Sheet, locale: string): string[][] {
  return Array.from({ length: sheet.lastRow() }, (_, rowIndex) =>
    Array.from(sheet.keptRow(rowIndex + 1), (cell) => displayValue(cell ?? untouchedCell, locale)),
  );
}

function addSheet(spreadsheet: Spreadsheet, saved: OtherSheets["sheets"][number]): void {
  const { sheetId, name, hidden, rows } = saved;
  const sheet = spreadsheet.addSheet(name, { sheetId });
  sheet.properties.hidden = hidden;
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  sheet.growTo(rows.length, width);
  for (const [rowIndex, row] of rows.entries()) {
    sheet.setRow(
      rowIndex + 1,
      row.map((text) => cellOf(text === "" ? null : text, "@")),
    );
  }
  // The rows below were plain text too: whoever goes on writing there counts on it.
  for (let row = rows.length + 1; row <= sheet.maxRows; row += 1) {
    sheet.setRow(
      row,
      Array.from({ length: width }, () => cellOf(null, "@")),
    );
  }
}

function readState<T>(statePath: string, shape: z.ZodMiniType<T>): T | null {
  if (!existsSync(statePath)) return null;
  const parsed = shape.safeParse(parseJson(readFileSync(statePath, "utf8")));
  if (parsed.success) return parsed.data;
  throw new UnusableFile((words) => words.stateDamaged(basename(statePath)));
}

/** The value that a JSON text stands for; undefined if it is none. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
