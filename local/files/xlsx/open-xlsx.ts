import { Spreadsheet } from "../../runtime/model/spreadsheet";
import { fileLimits, localSpreadsheetId, type OpenedFile, UnusableFile } from "../opened-file";
import { BeyondLimit } from "./beyond-limit";
import { CellReader } from "./cell-reader";
import { readNotes } from "./notes";
import { readSheetProperties, textColumnsOf } from "./read-sheet";
import { fillCells } from "./read-sheet-cells";
import { SheetPart } from "./sheet-part";
import { SheetSource } from "./sheet-source";
import { StyleTable } from "./style-table";
import { themeColors } from "./theme-colors";
import { WorkbookParts } from "./workbook-parts";
import { WorkbookWriter } from "./workbook-writer";
import { ZipArchive } from "./zip-archive";

/** How the old .xls and a workbook with a password begin (Microsoft's compound file format, [MS-CFB] 2.2). */
const compoundFile = Buffer.from("d0cf11e0a1b11ae1", "hex");

/**
 * Opens a workbook: SheetJS gives the meaning of its cells, and encoding it again changes only the parts, rows and cells that
 * differ from then, so that charts, borders, pictures and whatever else is kept to the byte. (Libraries that write a workbook
 * write all of it anew, with what they do not know left out, in seconds instead of milliseconds.)
 * @throws UnusableFile
 */
export async function openXlsx(bytes: Buffer, name: string): Promise<OpenedFile> {
  if (bytes.subarray(0, 8).equals(compoundFile)) {
    throw new UnusableFile((words) => words.password(name));
  }
  try {
    return await readWorkbook(bytes, name);
  } catch (error) {
    if (error instanceof UnusableFile) throw error;
    if (error instanceof BeyondLimit) throw new UnusableFile((words) => error.say(words, name));
    // Whatever the parsers say means nothing to an ops person: the file is not what its name says.
    throw new UnusableFile((words) => words.damagedWorkbook(name), { cause: error });
  }
}

async function readWorkbook(bytes: Buffer, name: string): Promise<OpenedFile> {
  const archive = new ZipArchive(bytes);
  const parts = new WorkbookParts(archive);
  const { sheets, date1904, activeSheetId } = parts;
  if (sheets.length === 0) {
    throw new UnusableFile((words) => words.noCells(name));
  }
  const ids = new Set(sheets.map(({ sheetId }) => sheetId));
  // Of two sheets with one number the wrong one could be worked on.
  if (ids.size < sheets.length || [...ids].some((id) => !Number.isInteger(id) || id < 1))
    throw new Error("damaged book");
  const theme = themeColors(parts.textOf(parts.relatedPart("theme")));
  const styles = new StyleTable(parts.textOf(parts.relatedPart("styles")) ?? parts.emptyStyles, theme);
  const sources = sheets.map(({ partName }) => new SheetSource(archive.text(partName)));
  const reader = await CellReader.of(parts.textOf(parts.relatedPart("sharedStrings")));
  const spreadsheet = new Spreadsheet({ id: localSpreadsheetId, name });
  const opened = new Map<number, SheetPart>();
  let room: number = fileLimits.maxGridCells;
  for (const [index, { name: sheetName, sheetId, hidden, partName }] of sheets.entries()) {
    const source = sources[index];
    if (source === undefined) continue;
    const sheet = spreadsheet.addSheet(sheetName, { sheetId: modelId(sheetId) });
    sheet.properties.hidden = hidden;
    readSheetProperties(source, parts.textsRelatedTo(partName, "table"), sheet);
    const [comments = null] = parts.textsRelatedTo(partName, "comments");
    room -= fillCells(sheet, reader.rows(source.rows), {
      styles,
      date1904,
      room,
      mergedRanges: sheet.properties.mergedRanges,
      notes: comments === null ? new Map() : readNotes(comments),
      textColumns: textColumnsOf(source, (style) => styles.looks(style).numberFormat === "@"),
    });
    opened.set(sheetId, SheetPart.opened(source, sheet, styles));
    if (sheetId === activeSheetId) spreadsheet.activate(sheet);
  }
  const writer = new WorkbookWriter(bytes, spreadsheet, styles, opened);
  return { spreadsheet, warnings: [], encode: () => writer.write() };
}

/** Sheets numbers the first sheet of a file 0, a workbook 1. */
function modelId(sheetId: number): number {
  return sheetId - 1;
}
