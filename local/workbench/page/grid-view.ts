import { columnLetters } from "../../runtime/model/a1";
import type { CellView } from "../page-event";
import { element } from "./element";
import type { GridSelection, Place } from "./grid-selection";
import type { SheetStore } from "./sheet-store";

const rowHeight = 24;
const rowHeaderWidth = 46;
const defaultColumnWidth = 100;
/** Rows drawn beyond each edge of what is seen, so that scrolling shows no gaps. */
const spareRows = 12;

/**
 * The sheet as an ARIA grid of real elements. Only the rows in sight exist; the count of all rows and each row's number
 * are told by `aria-rowcount` and `aria-rowindex`. The focus stays on the grid, which names its active cell.
 */
export class GridView {
  readonly grid = element("div", "grid");
  private readonly head = element("div", "grid-head");
  private readonly body = element("div", "grid-body");
  private readonly drawn = new Map<number, HTMLElement>();
  private frozen: number[] = [];
  private scrolling: number[] = [];

  constructor(
    private readonly store: SheetStore,
    private readonly selection: GridSelection,
  ) {
    this.grid.setAttribute("role", "grid");
    this.grid.setAttribute("aria-label", "Sheet");
    this.grid.setAttribute("aria-multiselectable", "true");
    this.grid.tabIndex = 0;
    for (const group of [this.head, this.body]) group.setAttribute("role", "rowgroup");
    this.grid.append(this.head, this.body);
    this.grid.addEventListener("scroll", () => this.drawRows());
    new ResizeObserver(() => this.drawRows()).observe(this.grid);
  }

  /** Draws what changed: everything, or the rows named. */
  draw(rows: readonly number[] | "all"): void {
    if (rows === "all") this.drawAll();
    else for (const row of rows) this.drawn.get(row)?.replaceChildren(...this.cellsOf(row));
    this.showSelection();
  }

  /** The element of a cell that is drawn. */
  cellElement({ row, column }: Place): HTMLElement | null {
    return this.grid.querySelector(`#${cellId(row, column)}`);
  }

  /** Scrolls until the cell is in sight. */
  reveal({ row, column }: Place): void {
    const index = this.scrolling.findIndex((number) => number >= row);
    if (index >= 0 && !this.frozen.includes(row)) {
      const top = index * rowHeight;
      const height = this.grid.clientHeight - this.head.offsetHeight;
      if (top < this.grid.scrollTop) this.grid.scrollTop = top;
      else if (top + rowHeight > this.grid.scrollTop + height) this.grid.scrollTop = top + rowHeight - height;
    }
    const left = sum(this.widths().slice(0, column - 1));
    const right = left + (this.widths()[column - 1] ?? 0);
    const width = this.grid.clientWidth - rowHeaderWidth;
    if (left < this.grid.scrollLeft) this.grid.scrollLeft = left;
    else if (right > this.grid.scrollLeft + width) this.grid.scrollLeft = right - width;
    this.drawRows();
    this.showSelection();
  }

  /** Marks the selected cells, their headers, and the active cell. */
  showSelection(): void {
    const { active } = this.selection;
    for (const cell of this.grid.querySelectorAll<HTMLElement>("[role=gridcell]")) {
      const [row, column] = [Number(cell.dataset.row), Number(cell.dataset.column)];
      cell.setAttribute("aria-selected", String(this.selection.holds(row, column)));
      cell.classList.toggle("active", row === active.row && column === active.column);
    }
    for (const header of this.grid.querySelectorAll<HTMLElement>("[role=columnheader], [role=rowheader]")) {
      const { rowHeader, columnHeader } = header.dataset;
      const meets = this.selection.ranges.some((box) => {
        const [first, count, number] =
          rowHeader === undefined
            ? [box.column, box.columns, Number(columnHeader)]
            : [box.row, box.rows, Number(rowHeader)];
        return number >= first && number < first + count;
      });
      header.classList.toggle("meets", meets);
    }
    if (this.cellElement(active) === null) this.grid.removeAttribute("aria-activedescendant");
    else this.grid.setAttribute("aria-activedescendant", cellId(active.row, active.column));
  }

  private drawAll(): void {
    const { maxRows, maxColumns, frozenRows } = this.store.document;
    this.frozen = this.store.visibleRows.filter((row) => row <= frozenRows);
    this.scrolling = this.store.visibleRows.filter((row) => row > frozenRows);
    this.grid.setAttribute("aria-rowcount", String(maxRows + 1));
    this.grid.setAttribute("aria-colcount", String(maxColumns + 1));
    this.grid.style.setProperty(
      "--columns",
      `${rowHeaderWidth}px ${this.widths()
        .map((px) => `${px}px`)
        .join(" ")}`,
    );
    this.grid.style.setProperty("--width", `${rowHeaderWidth + sum(this.widths())}px`);
    this.body.style.height = `${this.scrolling.length * rowHeight}px`;
    this.drawn.clear();
    this.body.replaceChildren();
    this.head.replaceChildren(this.headerRow(), ...this.frozen.map((row) => this.row(row)));
    this.drawRows();
  }

  private drawRows(): void {
    const first = Math.max(0, Math.floor(this.grid.scrollTop / rowHeight) - spareRows);
    const shown = Math.ceil(this.grid.clientHeight / rowHeight) + 2 * spareRows;
    const wanted = new Set(this.scrolling.slice(first, first + shown));
    for (const [row, drawn] of this.drawn) {
      if (wanted.has(row) || this.frozen.includes(row)) continue;
      drawn.remove();
      this.drawn.delete(row);
    }
    let added = false;
    [...wanted].forEach((row, index) => {
      if (this.drawn.has(row)) return;
      const drawn = this.row(row);
      drawn.style.top = `${(first + index) * rowHeight}px`;
      this.body.append(drawn);
      added = true;
    });
    if (added) this.showSelection();
  }

  private headerRow(): HTMLElement {
    const row = element("div", "grid-row");
    row.setAttribute("role", "row");
    row.setAttribute("aria-rowindex", "1");
    const corner = element("div", "grid-header");
    corner.setAttribute("role", "columnheader");
    corner.setAttribute("aria-label", "All cells");
    corner.dataset.corner = "true";
    row.append(corner);
    for (let column = 1; column <= this.store.document.maxColumns; column++) {
      const header = element("div", "grid-header", columnLetters(column));
      header.setAttribute("role", "columnheader");
      header.setAttribute("aria-colindex", String(column + 1));
      header.dataset.columnHeader = String(column);
      row.append(header);
    }
    return row;
  }

  private row(rowNumber: number): HTMLElement {
    const row = element("div", "grid-row");
    row.setAttribute("role", "row");
    row.setAttribute("aria-rowindex", String(rowNumber + 1));
    const index = this.store.visibleRows.indexOf(rowNumber);
    const before = index === 0 ? 0 : (this.store.visibleRows[index - 1] ?? 0);
    row.classList.toggle("after-hidden", before < rowNumber - 1);
    row.append(...this.cellsOf(rowNumber));
    this.drawn.set(rowNumber, row);
    return row;
  }

  private cellsOf(rowNumber: number): HTMLElement[] {
    const header = element("div", "grid-header", String(rowNumber));
    header.setAttribute("role", "rowheader");
    header.dataset.rowHeader = String(rowNumber);
    const cells: HTMLElement[] = [header];
    for (let column = 1; column <= this.store.document.maxColumns; column++) {
      cells.push(cellElement(rowNumber, column, this.store.cell(rowNumber, column)));
    }
    return cells;
  }

  private widths(): number[] {
    const set = new Map(this.store.document.columnWidths);
    return Array.from(
      { length: this.store.document.maxColumns },
      (_, index) => set.get(index + 1) ?? defaultColumnWidth,
    );
  }
}

function cellElement(row: number, column: number, view: CellView | null): HTMLElement {
  const cell = element("div", "grid-cell", view?.text ?? "");
  cell.id = cellId(row, column);
  cell.setAttribute("role", "gridcell");
  cell.setAttribute("aria-colindex", String(column + 1));
  cell.dataset.row = String(row);
  cell.dataset.column = String(column);
  if (view === null) return cell;
  if (view.note !== undefined) {
    cell.classList.add("has-note");
    cell.title = view.note;
    cell.setAttribute("aria-description", `Note: ${view.note}`);
  }
  if (view.background !== undefined) {
    cell.style.backgroundColor = view.background;
    // A colour from the sheet wants the sheet's text colour, in dark mode too.
    cell.style.color = view.color ?? "#000000";
  } else if (view.color !== undefined) cell.style.color = view.color;
  if (view.bold === true) cell.style.fontWeight = "bold";
  if (view.align !== undefined) cell.style.textAlign = view.align;
  return cell;
}

function cellId(row: number, column: number): string {
  return `cell-${columnLetters(column)}${row}`;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
