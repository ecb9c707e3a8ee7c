import type { CellView, DocumentView, PageEvent } from "../page-event";

const nothing: DocumentView = {
  fileName: "",
  sheets: [],
  activeSheetId: 0,
  maxRows: 0,
  maxColumns: 0,
  frozenRows: 0,
  hiddenRows: [],
  filter: null,
  columnWidths: [],
  selection: null,
};

/** The page's copy of the active sheet. Row and column numbers are 1-based. */
export class SheetStore {
  document = nothing;
  /** The rows that are seen, in order: neither hidden nor filtered out. */
  visibleRows: number[] = [];
  private rows = new Map<number, (CellView | null)[]>();

  /** Takes an event in. The rows to draw anew: a list, `all`, or none. */
  take(event: PageEvent): number[] | "all" {
    if (event.kind === "document") {
      this.document = event.document;
      const hidden = new Set(event.document.hiddenRows);
      this.visibleRows = numbersTo(event.document.maxRows).filter((row) => !hidden.has(row));
      return "all";
    }
    if (event.kind !== "rows") return [];
    if (event.all) this.rows = new Map();
    for (const [row, cells] of event.rows) this.rows.set(row, cells);
    return event.all ? "all" : event.rows.map(([row]) => row);
  }

  cell(row: number, column: number): CellView | null {
    return this.rows.get(row)?.[column - 1] ?? null;
  }

  /** What stands in the editor when the cell is opened. */
  entry(row: number, column: number): string {
    const cell = this.cell(row, column);
    return cell?.entry ?? cell?.text ?? "";
  }

  /** The last row and the last column that hold text, at least 1. */
  lastCell(): { row: number; column: number } {
    let [row, column] = [1, 1];
    for (const [number, cells] of this.rows) {
      for (let index = cells.length - 1; index >= 0; index--) {
        if (cells[index]?.text === undefined) continue;
        row = Math.max(row, number);
        column = Math.max(column, index + 1);
        break;
      }
    }
    return { row, column };
  }

  /** The different texts of a column below the header row, sorted. */
  distinctTexts(column: number): string[] {
    const { row: last } = this.lastCell();
    const texts = new Set(
      numbersTo(last)
        .slice(1)
        .map((row) => this.cell(row, column)?.text ?? ""),
    );
    return [...texts].sort();
  }
}

function numbersTo(last: number): number[] {
  return Array.from({ length: last }, (_, index) => index + 1);
}
