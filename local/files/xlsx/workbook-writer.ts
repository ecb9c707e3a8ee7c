import { showsDate } from "../../runtime/model/display";
import type { Spreadsheet } from "../../runtime/model/spreadsheet";
import { SheetPart } from "./sheet-part";
import type { StyleTable } from "./style-table";
import { WorkbookParts } from "./workbook-parts";
import { ZipArchive } from "./zip-archive";

/** Writes a spreadsheet back into the workbook that it was opened from. */
export class WorkbookWriter {
  private readonly bytes: Buffer;
  private readonly spreadsheet: Spreadsheet;
  /** One for the whole life of the writer: rows once written keep the numbers that it gave them. */
  private readonly styles: StyleTable;
  private readonly openedSheets: ReadonlyMap<number, SheetPart>;

  /** `openedSheets` are the sheets as they stand in the file, by the workbook's number. */
  constructor(
    bytes: Buffer,
    spreadsheet: Spreadsheet,
    styles: StyleTable,
    openedSheets: ReadonlyMap<number, SheetPart>,
  ) {
    this.bytes = bytes;
    this.spreadsheet = spreadsheet;
    this.styles = styles;
    this.openedSheets = openedSheets;
  }

  /** The workbook's bytes as the spreadsheet is now. */
  write(): Buffer {
    const archive = new ZipArchive(this.bytes);
    const parts = new WorkbookParts(archive);
    const { styles } = this;
    const context = { styles, date1904: parts.date1904, showsDate };
    const known = parts.sheets;
    for (const { sheetId, partName, name, hidden } of known) {
      const sheet = this.spreadsheet.sheetById(sheetId - 1);
      if (sheet === null) parts.removeSheet(sheetId);
      else {
        if (sheet.name !== name || sheet.properties.hidden !== hidden) {
          parts.changeSheet(sheetId, sheet.name, sheet.properties.hidden);
        }
        const part = this.openedSheets.get(sheetId);
        const xml = part?.write(context) ?? null;
        if (xml !== null) archive.replace(partName, xml);
        if (part?.formulasChanged) parts.removeCalculationChain();
      }
    }
    const knownIds = new Set(known.map(({ sheetId }) => sheetId - 1));
    for (const sheet of this.spreadsheet.sheets) {
      if (knownIds.has(sheet.sheetId)) continue;
      const partName = parts.addSheet(sheet.name, sheet.sheetId + 1, sheet.properties.hidden);
      const xml = SheetPart.added(sheet, parts.mainNamespace).write(context);
      if (xml !== null) archive.replace(partName, xml);
    }
    if (styles.changed) parts.putStyles(styles.toString());
    parts.save();
    return archive.toBuffer();
  }
}
