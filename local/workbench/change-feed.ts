import { boxName } from "../runtime/model/a1";
import type { KeptCell } from "../runtime/model/cell";
import type { Sheet } from "../runtime/model/sheet";
import type { Spreadsheet } from "../runtime/model/spreadsheet";
import { rowView } from "./cell-view";
import type { DocumentView, PageEvent, RowView } from "./page-event";

/**
 * Tells what has changed in a spreadsheet since it was last asked. A row counts as changed when the model holds another
 * list of cells for it: the model never changes in place what a snapshot shares, and its history takes a snapshot at
 * every act and flush.
 */
export class ChangeFeed {
  private sheet: Sheet | null = null;
  private told: (readonly (KeptCell | undefined)[])[] = [];
  private formats: unknown = null;
  private document = "";

  constructor(
    private readonly spreadsheet: Spreadsheet,
    private readonly fileName: string,
  ) {}

  /** The events that bring a page from the last answer's state to now; none when nothing has changed. */
  changes(): PageEvent[] {
    const events: PageEvent[] = [];
    const document = documentView(this.spreadsheet, this.fileName);
    const text = JSON.stringify(document);
    if (text !== this.document) events.push({ kind: "document", document });
    this.document = text;
    const rows = this.changedRows();
    if (rows !== null) events.push(rows);
    return events;
  }

  private changedRows(): PageEvent | null {
    const sheet = this.spreadsheet.activeSheet;
    const formats = JSON.stringify(sheet.properties.conditionalFormats);
    const all = sheet !== this.sheet || formats !== this.formats;
    const last = Math.max(sheet.lastTouchedRow(), all ? 0 : this.told.length);
    const told = all ? [] : this.told;
    const rows: RowView[] = [];
    for (let row = 1; row <= last; row++) {
      const cells = sheet.keptRow(row);
      if (cells !== told[row - 1] && (cells.length > 0 || (told[row - 1]?.length ?? 0) > 0)) {
        rows.push(rowView(sheet, row, this.spreadsheet.locale));
      }
      told[row - 1] = cells;
    }
    this.sheet = sheet;
    this.formats = formats;
    this.told = told;
    return rows.length === 0 && !all ? null : { kind: "rows", all, rows };
  }
}

function documentView(spreadsheet: Spreadsheet, fileName: string): DocumentView {
  const { properties, sheetId, maxRows, maxColumns } = spreadsheet.activeSheet;
  const hidden = new Set([...properties.hiddenRows, ...(properties.filter?.hiddenRows ?? [])]);
  return {
    fileName,
    sheets: spreadsheet.sheets
      .filter((sheet) => !sheet.properties.hidden)
      .map(({ sheetId, name }) => ({ sheetId, name })),
    activeSheetId: sheetId,
    maxRows,
    maxColumns,
    frozenRows: properties.frozenRows,
    hiddenRows: [...hidden].sort((a, b) => a - b),
    filter: properties.filter === null ? null : boxName(properties.filter.box),
    columnWidths: [...properties.columnWidths],
    selection: spreadsheet.selection,
  };
}
