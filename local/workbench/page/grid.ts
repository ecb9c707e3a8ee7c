import { type Box, boxName } from "../../runtime/model/a1";
import type { PageEvent } from "../page-event";
import type { UserAct } from "../user-act";
import { element } from "./element";
import { GridEditor, type Step } from "./grid-editor";
import { boxBetween, GridSelection, type Place } from "./grid-selection";
import { GridView } from "./grid-view";
import type { SheetStore } from "./sheet-store";

/** The sheet: shows it, selects by mouse and keyboard, edits. Every act goes to the server, which alone changes cells. */
export class Grid {
  readonly element = element("div", "grid-layer");
  readonly selection = new GridSelection();
  private readonly view: GridView;
  private readonly editor: GridEditor;
  private drag: "cells" | "rows" | "columns" | null = null;
  /** Selections sent whose echo has not come yet, the oldest first; and the last one that the server told. */
  private sent: string[] = [];
  private told = "";

  constructor(
    private readonly store: SheetStore,
    private readonly act: (act: UserAct) => Promise<boolean>,
    private readonly selectionChanged: () => void,
    private readonly openMenu: (x: number, y: number) => void,
  ) {
    this.view = new GridView(store, this.selection);
    this.element.append(this.view.grid);
    this.editor = new GridEditor(
      this.element,
      (place, text, step) => this.edited(place, text, step),
      () => this.view.grid.focus(),
    );
    const { grid } = this.view;
    grid.addEventListener("pointerdown", (event) => this.press(event));
    grid.addEventListener("pointermove", (event) => this.draw(event));
    document.addEventListener("pointerup", () => this.release());
    grid.addEventListener("dblclick", () => this.edit());
    grid.addEventListener("keydown", (event) => this.key(event));
    grid.addEventListener("scroll", () => this.editor.close(true));
    grid.addEventListener("contextmenu", (event) => {
      event.preventDefault();
      this.openMenu(event.clientX, event.clientY);
    });
  }

  /** Shows what the server tells. */
  take(event: PageEvent): void {
    const rows = this.store.take(event);
    if (event.kind === "document") {
      const { selection, maxRows, maxColumns } = event.document;
      const moved = this.isNews(JSON.stringify(selection));
      if (moved) this.selection.take(selection, maxRows, maxColumns);
      this.view.draw(rows);
      if (moved) this.view.reveal(this.selection.active);
      this.selectionChanged();
      return;
    }
    if (rows === "all" || rows.length > 0) {
      this.view.draw(rows);
      this.selectionChanged();
    }
  }

  focus(): void {
    this.view.grid.focus();
  }

  /** Opens the active cell's editor; with `text` in place of what it holds. */
  edit(text?: string): void {
    const { active } = this.selection;
    this.view.reveal(active);
    const cell = this.view.cellElement(active);
    if (cell !== null) this.editor.open(active, cell, this.store.entry(active.row, active.column), text);
  }

  /**
   * Whether a selection that the server tells is to be taken over: not the one already shown, and not one that the person
   * has left behind meanwhile (its echo comes late).
   */
  private isNews(selection: string): boolean {
    const index = this.sent.indexOf(selection);
    this.sent = this.sent.slice(index + 1);
    if (this.sent.length > 0 || this.drag !== null) return false;
    const moved = selection !== this.told && index < 0;
    this.told = selection;
    return moved;
  }

  private edited(place: Place, text: string, step: Step | null): void {
    if (text !== this.store.entry(place.row, place.column)) void this.act({ act: "edit", ...place, text });
    if (step !== null) this.go(this.placeFrom(place, step), false);
  }

  private press(event: PointerEvent): void {
    const hit = this.hit(event);
    if (hit === null || (event.button !== 0 && this.selection.holds(hit.active.row, hit.active.column)))
      return;
    this.editor.close(true);
    this.drag = hit.kind;
    if (event.shiftKey && event.button === 0) this.selection.extendTo(hit.far);
    else this.selection.begin(hit.box, hit.active, event.ctrlKey || event.metaKey);
    this.view.showSelection();
    this.selectionChanged();
  }

  private draw(event: PointerEvent): void {
    if (this.drag === null || event.buttons === 0) return;
    const hit = this.hit(event);
    if (hit === null) return;
    const { maxRows, maxColumns } = this.store.document;
    this.selection.extendTo({
      row: this.drag === "columns" ? maxRows : hit.far.row,
      column: this.drag === "rows" ? maxColumns : hit.far.column,
    });
    this.view.showSelection();
  }

  private release(): void {
    if (this.drag === null) return;
    this.drag = null;
    this.tell();
  }

  /** What lies under the pointer: a cell, a header, or the corner. */
  private hit(
    event: PointerEvent,
  ): { kind: "cells" | "rows" | "columns"; box: Box; active: Place; far: Place } | null {
    const under = document.elementFromPoint(event.clientX, event.clientY);
    const target = under?.closest<HTMLElement>(".grid-cell, .grid-header");
    if (target === null || target === undefined || !this.view.grid.contains(target)) return null;
    const { row, column, rowHeader, columnHeader } = target.dataset;
    const last: Place = { row: this.store.document.maxRows, column: this.store.document.maxColumns };
    const found = (kind: "cells" | "rows" | "columns", active: Place, far: Place) => ({
      kind,
      box: boxBetween(active, far),
      active,
      far,
    });
    if (rowHeader !== undefined) {
      return found("rows", { row: Number(rowHeader), column: 1 }, { ...last, row: Number(rowHeader) });
    }
    if (columnHeader !== undefined) {
      return found(
        "columns",
        { row: 1, column: Number(columnHeader) },
        { ...last, column: Number(columnHeader) },
      );
    }
    if (row === undefined) return found("cells", { row: 1, column: 1 }, last);
    const place = { row: Number(row), column: Number(column) };
    return found("cells", place, place);
  }

  private key(event: KeyboardEvent): void {
    const command = event.ctrlKey || event.metaKey;
    const action = command ? this.commandKey(event) : this.plainKey(event);
    if (action === null) return;
    event.preventDefault();
    action();
  }

  private commandKey({ key, shiftKey }: KeyboardEvent): (() => void) | null {
    const range = boxName(this.selection.lastRange());
    const last = this.store.lastCell();
    switch (key.toLowerCase()) {
      case "z":
        return () => void this.act({ act: "undo" });
      case "c":
        return () => void this.act({ act: "copy", range });
      case "x":
        return () => void this.act({ act: "cut", range });
      case "v":
        return () => void this.act({ act: "paste", ...this.selection.active });
      case "a":
        return () => {
          this.selection.begin(boxBetween({ row: 1, column: 1 }, last), { row: 1, column: 1 }, false);
          this.tell();
        };
      case "home":
        return () => this.go({ row: 1, column: 1 }, shiftKey);
      case "end":
        return () => this.go(last, shiftKey);
      default:
        return null;
    }
  }

  private plainKey({ key, shiftKey, altKey }: KeyboardEvent): (() => void) | null {
    const step = steps[key];
    if (step !== undefined) {
      const from = shiftKey && key !== "Tab" ? this.selection.farCorner() : this.selection.active;
      const back = key === "Tab" && shiftKey ? { rows: 0, columns: -1 } : step;
      // Tab leaves the sheet at its edges, so that the keyboard is never caught here.
      const target = this.placeFrom(from, back);
      if (key === "Tab" && target.column === from.column) return null;
      return () => this.go(target, shiftKey && key !== "Tab");
    }
    if (key === "Home") return () => this.go({ ...this.selection.active, column: 1 }, shiftKey);
    if (key === "Enter" || key === "F2") return () => this.edit();
    if (key === "Delete" || key === "Backspace") {
      return () => void this.act({ act: "clear", ranges: this.selection.names() });
    }
    if (key === "ContextMenu" || (key === "F10" && shiftKey)) return () => this.openMenuAtCell();
    return key.length === 1 && !altKey ? () => this.edit(key) : null;
  }

  private openMenuAtCell(): void {
    const box = this.view.cellElement(this.selection.active)?.getBoundingClientRect();
    if (box !== undefined) this.openMenu(box.left, box.bottom);
  }

  private placeFrom({ row, column }: Place, { rows, columns }: Step): Place {
    const { visibleRows, document } = this.store;
    const index = visibleRows.indexOf(row) + rows;
    const target = visibleRows[Math.min(Math.max(0, index), visibleRows.length - 1)] ?? row;
    return { row: target, column: Math.min(Math.max(1, column + columns), document.maxColumns) };
  }

  private go(place: Place, extend: boolean): void {
    if (extend) this.selection.extendTo(place);
    else this.selection.begin(boxBetween(place, place), place, false);
    this.view.reveal(place);
    this.tell();
  }

  private tell(): void {
    this.view.showSelection();
    this.selectionChanged();
    const ranges = this.selection.names();
    const selection = JSON.stringify(ranges);
    if (selection === (this.sent.at(-1) ?? this.told)) return;
    this.sent.push(selection);
    void this.act({ act: "select", ranges }).then((done) => {
      if (!done) this.sent = [];
    });
  }
}

const steps: Record<string, Step> = {
  ArrowDown: { rows: 1, columns: 0 },
  ArrowUp: { rows: -1, columns: 0 },
  ArrowRight: { rows: 0, columns: 1 },
  ArrowLeft: { rows: 0, columns: -1 },
  Tab: { rows: 0, columns: 1 },
  PageDown: { rows: 20, columns: 0 },
  PageUp: { rows: -20, columns: 0 },
};
