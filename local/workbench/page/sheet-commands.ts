import { boxName } from "../../runtime/model/a1";
import type { UserAct } from "../user-act";
import { element } from "./element";
import type { Grid } from "./grid";
import type { MenuEntry } from "./menu";
import { openModal } from "./modal";
import type { SheetStore } from "./sheet-store";

/** What a person can do to the sheet besides typing, as menu entries. */
export class SheetCommands {
  constructor(
    private readonly store: SheetStore,
    private readonly grid: Grid,
    private readonly act: (act: UserAct) => Promise<boolean>,
  ) {}

  edit(): MenuEntry[] {
    const { row, rows } = this.grid.selection.lastRange();
    const count = Math.min(rows, 1000);
    return [
      { caption: "Undo", action: () => void this.act({ act: "undo" }) },
      "separator",
      { caption: "Insert row above", action: () => void this.act({ act: "insertRows", row, count: 1 }) },
      {
        caption: "Insert row below",
        action: () => void this.act({ act: "insertRows", row: row + rows, count: 1 }),
      },
      { caption: "Delete selected rows", action: () => void this.act({ act: "deleteRows", row, count }) },
      { caption: "Hide selected rows", action: () => void this.act({ act: "hideRows", row, count }) },
      { caption: "Show hidden rows", action: () => void this.act({ act: "showRows" }) },
    ];
  }

  data(): MenuEntry[] {
    const sorting = (caption: string, ascending: boolean, range: () => string): MenuEntry => ({
      caption,
      action: () =>
        void this.act({ act: "sort", range: range(), column: this.grid.selection.active.column, ascending }),
    });
    const sheet = () => this.rowsBelowHeader();
    const selected = () => boxName(this.grid.selection.lastRange());
    return [
      sorting("Sort sheet A to Z", true, sheet),
      sorting("Sort sheet Z to A", false, sheet),
      sorting("Sort selected range A to Z", true, selected),
      sorting("Sort selected range Z to A", false, selected),
      "separator",
      { caption: "Filter by this column…", action: () => void this.filter() },
      { caption: "Remove filter", action: () => void this.act({ act: "clearFilter" }) },
    ];
  }

  private async filter(): Promise<void> {
    const { column } = this.grid.selection.active;
    const list = element("select");
    list.setAttribute("aria-label", "Value");
    for (const text of this.store.distinctTexts(column)) {
      const option = element("option", "", text === "" ? "(empty)" : text);
      option.value = text;
      list.append(option);
    }
    const body = element("div");
    body.append(list);
    const pressed = await openModal({
      title: "Filter",
      text: `Show only the rows whose cell in column ${this.store.cell(1, column)?.text ?? ""} is:`,
      buttons: [
        { value: "filter", caption: "Filter" },
        { value: "cancel", caption: "Cancel" },
      ],
      closeValue: "cancel",
      body,
    }).answer;
    const last = this.store.lastCell();
    const range = boxName({ row: 1, column: 1, rows: last.row, columns: Math.max(last.column, column) });
    if (pressed === "filter") await this.act({ act: "filter", range, column, value: list.value });
  }

  private rowsBelowHeader(): string {
    const last = this.store.lastCell();
    const columns = Math.max(last.column, this.grid.selection.active.column);
    return boxName({ row: 2, column: 1, rows: Math.max(1, last.row - 1), columns });
  }
}
