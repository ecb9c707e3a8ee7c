import { showsDate } from "../../runtime/model/display";
import type { Spreadsheet } from "../../runtime/model/spreadsheet";
import { SheetPart } from "./sheet-part";
import { StyleTable } from "./style-table";
import { WorkbookParts } from "./workbook-parts";
import { ZipArchive } from "./zip-archive";

/** Writes a spreadsheet back into the workbook that it was opened from. */
export class WorkbookWriter {
  private readonly bytes: Buffer;
  private readonly spreadsheet: Spreadsheet;
  /** One for the whole life of the writer: rows once written keep the numbers that it gave them. */
  private readonly styles: StyleTable;
  private readonly stylesPart: string;
  private readonly openedSheets = new Map<number, SheetPart>();

  /** `spreadsheet` is as the file has it, but for the conditional formats of its sheets, which are read here. */
  constructor(bytes: Buffer, spreadsheet: Spreadsheet) {
    this.bytes = bytes;
    this.spreadsheet = spreadsheet;
    const archive = new ZipArchive(bytes);
    const parts = new WorkbookParts(archive);
    const stylesPart = parts.relatedPart("styles");
    if (stylesPart === null) throw new Error("no styles");
    this.stylesPart = stylesPart;
    this.styles = new StyleTable(archive.text(stylesPart));
    for (const { sheetId, partName } of parts.sheets) {
      const sheet = spreadsheet.sheetById(sheetId - 1);
      if (sheet !== null)
        this.openedSheets.set(sheetId, SheetPart.opened(archive.text(partName), sheet, this.styles));
    }
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
        if (part === undefined) continue;
        const xml = part.write(context);
        if (xml !== archive.text(partName)) archive.replace(partName, xml);
        if (part.formulasChanged) parts.removeCalculationChain();
      }
    }
    const knownIds = new Set(known.map(({ sheetId }) => sheetId - 1));
    for (const sheet of this.spreadsheet.sheets) {
      if (knownIds.has(sheet.sheetId)) continue;
      const partName = parts.addSheet(sheet.name, sheet.sheetId + 1, sheet.properties.hidden);
      archive.replace(partName, SheetPart.added(sheet).write(context));
    }
    if (styles.changed) archive.replace(this.stylesPart, styles.toString());
    parts.save();
    return archive.toBuffer();
  }
}
