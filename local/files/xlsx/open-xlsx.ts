import { Workbook } from "@cj-tech-master/excelts";
import { Spreadsheet } from "../../runtime/model/spreadsheet";
import { localSpreadsheetId, type OpenedFile, UnusableFile } from "../opened-file";
import { readCells } from "./read-cells";
import { readSheetProperties } from "./read-sheet";
import { codedCellsOf } from "./sheet-rows";
import { themeColors } from "./theme-colors";
import { WorkbookParts } from "./workbook-parts";
import { WorkbookWriter } from "./workbook-writer";
import { ZipArchive } from "./zip-archive";

/** How the old .xls and a workbook with a password begin (Microsoft's compound file format, [MS-CFB] 2.2). */
const compoundFile = Buffer.from("d0cf11e0a1b11ae1", "hex");

/**
 * Opens a workbook: excelts gives the meaning of its cells, and encoding it again changes only the parts, rows and cells that
 * differ from then, so that charts, borders, pictures and whatever else is kept to the byte. (excelts could write too, but would
 * write everything anew, with what it does not know left out, in seconds instead of milliseconds.) Throws `UnusableFile`.
 */
export async function openXlsx(bytes: Buffer, name: string): Promise<OpenedFile> {
  if (bytes.subarray(0, 8).equals(compoundFile)) {
    throw new UnusableFile(`${name} has a password or is of Excel's old kind; save it without one as .xlsx`);
  }
  try {
    return await readWorkbook(bytes, name);
  } catch (error) {
    if (error instanceof UnusableFile) throw error;
    // Whatever the parsers say means nothing to an ops person: the file is not what its name says.
    throw new UnusableFile(
      `${name} is damaged or no Excel workbook; open it in Excel or Sheets and save it anew`,
    );
  }
}

async function readWorkbook(bytes: Buffer, name: string): Promise<OpenedFile> {
  const archive = new ZipArchive(bytes);
  const parts = new WorkbookParts(archive);
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes);
  const themePart = parts.relatedPart("theme");
  const theme = themeColors(themePart === null || !archive.has(themePart) ? null : archive.text(themePart));
  const spreadsheet = new Spreadsheet({ id: localSpreadsheetId, name });
  const { activeSheetId, sheets } = parts;
  for (const { name: sheetName, sheetId, hidden, partName } of sheets) {
    const sheet = spreadsheet.addSheet(sheetName, { sheetId: modelId(sheetId) });
    sheet.properties.hidden = hidden;
    const worksheet = workbook.getWorksheet(sheetName);
    // A sheet that cannot be read must not pass for an empty one.
    if (worksheet === undefined) throw new Error(`no cells for ${sheetName}`);
    const xml = archive.text(partName);
    readCells(worksheet, sheet, { theme, codedCells: codedCellsOf(xml), fileName: name });
    readSheetProperties(xml, sheet);
    if (sheetId === activeSheetId) spreadsheet.activate(sheet);
  }
  if (spreadsheet.sheets.length === 0) {
    throw new UnusableFile(`${name} has no sheet with cells; it needs a header row and orders below it`);
  }
  const writer = new WorkbookWriter(bytes, spreadsheet);
  return { spreadsheet, warnings: [], encode: () => writer.write() };
}

/** Sheets numbers the first sheet of a file 0, a workbook 1. */
function modelId(sheetId: number): number {
  return sheetId - 1;
}
