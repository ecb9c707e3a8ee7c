import { boxName, cellName } from "../../runtime/model/a1";
import type { KeptCell } from "../../runtime/model/cell";
import type { Sheet, SheetSnapshot } from "../../runtime/model/sheet";
import { type CellContext, cellXml, contentChanged, isUntouched } from "./cell-xml";
import { putColumnStyles, putColumnWidths } from "./column-widths";
import { type FileFormat, putConditionalFormats, readConditionalFormats } from "./conditional-format-xml";
import { sheetElements } from "./sheet-elements";
import type { SheetRows } from "./sheet-rows";
import { SheetSource } from "./sheet-source";
import type { StyleTable } from "./style-table";
import { attribute, startTagAt, withAttribute } from "./xml";
import type { XmlPart } from "./xml-part";

/** A sheet as the model had it when the file was opened. */
interface OpenedSheet {
  readonly rows: SheetSnapshot["rows"];
  readonly hiddenRows: ReadonlySet<number>;
  readonly columnWidths: ReadonlyMap<number, number>;
  readonly filterBox: string | null;
}

/** A row as it was last written, and from which cells. */
interface WrittenRow {
  readonly cells: readonly (KeptCell | undefined)[];
  readonly hidden: boolean;
  readonly xml: string;
}

/** One sheet of a workbook: how it stands in the file, and what has changed since. */
export class SheetPart {
  private readonly part: XmlPart;
  /** The part as it stands in the file; null for a sheet that the file did not have. */
  private readonly xml: string | null;
  private readonly sheet: Sheet;
  private readonly opened: OpenedSheet;
  private readonly formats: readonly FileFormat[];
  private readonly rows: SheetRows;
  private written = new Map<number, WrittenRow>();
  /** How often the part was written. */
  private writes = 0;
  /** True once a cell with a formula was overwritten: the workbook's chain of calculations no longer holds. */
  formulasChanged = false;

  private constructor(
    source: SheetSource,
    xml: string | null,
    sheet: Sheet,
    opened: OpenedSheet,
    formats: readonly FileFormat[],
  ) {
    this.part = source.part;
    this.xml = xml;
    this.sheet = sheet;
    this.opened = opened;
    this.formats = formats;
    this.rows = source.rows;
  }

  /** `sheet` is as the file has it, but for its conditional formats, which are read into it here. */
  static opened(source: SheetSource, sheet: Sheet, styles: StyleTable): SheetPart {
    const formats = readConditionalFormats(source.part, styles);
    sheet.properties.conditionalFormats = formats.map(({ format }) => format);
    const opened = {
      // A snapshot shares its rows with the sheet, so this costs next to nothing.
      rows: sheet.snapshot().rows,
      hiddenRows: hiddenRowsOf(sheet),
      columnWidths: new Map(sheet.properties.columnWidths),
      filterBox: filterBoxOf(sheet),
    };
    return new SheetPart(source, source.xml, sheet, opened, formats);
  }

  /** A sheet that the file did not have; everything in it is written. `namespace` is the workbook's own. */
  static added(sheet: Sheet, namespace: string): SheetPart {
    const opened = { rows: [], hiddenRows: new Set<number>(), columnWidths: new Map(), filterBox: null };
    const source = new SheetSource(emptySheetXml(namespace, sheet.properties.frozenRows));
    return new SheetPart(source, null, sheet, opened, []);
  }

  /** The sheet's part as it has to stand in the file now; null if that is how it stands there. */
  write(context: Omit<CellContext, "prefix">): string | null {
    this.writes += 1;
    const part = this.part.copy();
    const { prefix } = part;
    const rows = this.writeRows({ ...context, prefix });
    const isSame = rows.every(({ isKept }) => isKept);
    if (!isSame || this.xml === null) {
      const xml = rows.map((row) => row.xml).join("");
      part.put("sheetData", `<${prefix}sheetData>${xml}</${prefix}sheetData>`, sheetElements);
      this.putDimension(part);
    }
    const { columnWidths } = this.sheet.properties;
    const widened = [...columnWidths].filter(
      ([column, width]) => this.opened.columnWidths.get(column) !== width,
    );
    if (widened.length > 0) putColumnWidths(part, new Map(widened));
    const textColumns = this.xml === null ? textColumnsOf(this.sheet) : [];
    if (textColumns.length > 0) {
      putColumnStyles(part, textColumns, context.styles.withLooks(0, { numberFormat: "@" }));
    }
    const filterBox = filterBoxOf(this.sheet);
    if (filterBox !== this.opened.filterBox) {
      const xml = filterBox === null ? "" : `<${prefix}autoFilter ref="${filterBox}"/>`;
      part.put("autoFilter", xml, sheetElements);
    }
    putConditionalFormats(part, this.formats, this.sheet.properties.conditionalFormats, context.styles);
    const xml = part.toString();
    return xml === this.xml ? null : xml;
  }

  private writeRows(context: CellContext): { xml: string; isKept: boolean }[] {
    const last = Math.max(this.sheet.lastTouchedRow(), this.opened.rows.length, this.rows.last);
    return Array.from({ length: last }, (_, index) => this.writeRow(index + 1, context));
  }

  /** A row's text, and whether it is the file's own. */
  private writeRow(row: number, context: CellContext): { xml: string; isKept: boolean } {
    const cells = this.sheet.keptRow(row);
    const opened = this.opened.rows[row - 1]?.cells ?? [];
    const hidden = isHidden(this.sheet, row);
    if (sameCells(cells, opened) && hidden === this.opened.hiddenRows.has(row)) {
      return { xml: this.rows.text(row) ?? "", isKept: true };
    }
    const written = this.written.get(row);
    if (written !== undefined && written.hidden === hidden && sameCells(cells, written.cells)) {
      return { xml: written.xml, isKept: false };
    }
    const { prefix } = context;
    const fileRow = this.rows.row(row);
    const columns = new Set([...fileRow.cells.keys(), ...Array.from(cells, (_, index) => index + 1)]);
    const inner = [...columns]
      .sort((a, b) => a - b)
      .map((column) => {
        const known = fileRow.cells.get(column) ?? "";
        const cell = this.sheet.whole(cells[column - 1]);
        const before = this.sheet.whole(opened[column - 1]);
        const isSame = cell === before || cells[column - 1] === opened[column - 1];
        if (isSame || (known === "" && isUntouched(cell))) return known;
        if (before.formula !== null && contentChanged(cell, before)) this.formulasChanged = true;
        return cellXml({ row, column }, cell, before, known, context);
      });
    const attributes =
      hidden === this.opened.hiddenRows.has(row)
        ? fileRow.attributes
        : withAttribute(fileRow.attributes, "hidden", hidden ? "1" : null);
    const xml = `<${prefix}row${attributes}>${inner.join("")}</${prefix}row>`;
    // Of a long sheet that is written once, as by a check, they would be half of what is held.
    if (this.writes > 1) this.written.set(row, { cells: [...cells], hidden, xml });
    return { xml, isKept: false };
  }

  /** `dimension` tells readers how far the cells reach; some believe it. */
  private putDimension(part: XmlPart): void {
    const xml = part.child("dimension");
    if (xml === null) return;
    const reference = attribute(startTagAt(xml, 0).attributes, "ref") ?? "A1";
    const corner = /([A-Z]+)(\d+)$/.exec(reference);
    const column = Math.max(columnOfCorner(corner?.[1] ?? "A"), this.sheet.lastColumn());
    const row = Math.max(Number(corner?.[2] ?? 1), this.sheet.lastRow());
    part.put("dimension", `<${part.prefix}dimension ref="A1:${cellName(row, column)}"/>`, sheetElements);
  }
}

function emptySheetXml(namespace: string, frozenRows: number): string {
  const pane =
    frozenRows === 0
      ? ""
      : `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${namespace}">${pane}<sheetData/></worksheet>`;
}

function columnOfCorner(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function sameCells(
  cells: readonly (KeptCell | undefined)[],
  others: readonly (KeptCell | undefined)[],
): boolean {
  if (cells === others) return true;
  const length = Math.max(cells.length, others.length);
  for (let index = 0; index < length; index++) if (cells[index] !== others[index]) return false;
  return true;
}

/** The columns of which every cell is plain text: what is written below them later is to be text as well. */
function textColumnsOf(sheet: Sheet): number[] {
  const rows = sheet.lastTouchedRow();
  if (rows < sheet.maxRows) return [];
  const columns = Array.from({ length: sheet.lastColumn() }, (_, index) => index + 1);
  return columns.filter((column) => {
    for (let row = 1; row <= rows; row++) if (sheet.cell(row, column).numberFormat !== "@") return false;
    return true;
  });
}

function isHidden(sheet: Sheet, row: number): boolean {
  return sheet.properties.hiddenRows.has(row) || sheet.isHiddenByFilter(row);
}

function hiddenRowsOf(sheet: Sheet): Set<number> {
  return new Set([...sheet.properties.hiddenRows, ...(sheet.properties.filter?.hiddenRows ?? [])]);
}

function filterBoxOf(sheet: Sheet): string | null {
  const { filter } = sheet.properties;
  return filter === null ? null : boxName(filter.box);
}
