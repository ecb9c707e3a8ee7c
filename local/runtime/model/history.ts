import type { Cell } from "./cell";
import type { Sheet } from "./sheet";
import type { Author, Spreadsheet, SpreadsheetSnapshot } from "./spreadsheet";

interface Entry {
  readonly author: Author;
  readonly before: SpreadsheetSnapshot;
  readonly after: SpreadsheetSnapshot;
}

const histories = new WeakMap<Spreadsheet, History>();

/** What was done to a spreadsheet, to be undone. Users and scripts share one history, as in Sheets. */
export class History {
  private readonly entries: Entry[] = [];
  /** More than anybody undoes; older entries are forgotten. */
  private longest = 50;
  private readonly spreadsheet: Spreadsheet;

  private constructor(spreadsheet: Spreadsheet) {
    this.spreadsheet = spreadsheet;
  }

  /** The one history of a spreadsheet. */
  static of(spreadsheet: Spreadsheet): History {
    const known = histories.get(spreadsheet);
    if (known !== undefined) return known;
    const made = new History(spreadsheet);
    histories.set(spreadsheet, made);
    return made;
  }

  /** Remembers nothing: for a spreadsheet in front of which nobody sits. Each thing remembered holds the rows that it changed. */
  forget(): void {
    this.longest = 0;
    this.entries.length = 0;
  }

  /** Does one thing to the spreadsheet, remembers it, and tells the listeners. */
  record<T>(author: Author, act: () => T): T {
    const before = this.longest === 0 ? null : this.spreadsheet.snapshot();
    try {
      return act();
    } finally {
      if (before) this.entries.push({ author, before, after: this.spreadsheet.snapshot() });
      if (this.entries.length > this.longest) this.entries.shift();
      this.spreadsheet.changed(author);
    }
  }

  /** Takes back the last thing done, by whomever. False when there is nothing to undo. */
  undo(): boolean {
    const last = this.entries.pop();
    if (last === undefined) return false;
    this.spreadsheet.restore(last.before);
    this.spreadsheet.changed("user");
    return true;
  }

  /**
   * Takes back the last write of a script alone: of every cell that it changed, what it changed is as before again, in the
   * row where it was and in the column that it is in now; what others did since stays. False when no script has written.
   */
  undoScriptWrite(): boolean {
    const index = this.entries.map(({ author }) => author).lastIndexOf("script");
    const [entry] = index < 0 ? [] : this.entries.splice(index, 1);
    if (entry === undefined) return false;
    for (const before of entry.before.sheets) {
      const after = entry.after.sheets.find(({ sheetId }) => sheetId === before.sheetId);
      const sheet = this.spreadsheet.sheetById(before.sheetId);
      if (after !== undefined && sheet !== null) putBack(sheet, before.rows, after.rows);
    }
    this.spreadsheet.changed("user");
    return true;
  }
}

type Rows = SpreadsheetSnapshot["sheets"][number]["rows"];

function putBack(sheet: Sheet, before: Rows, after: Rows): void {
  const columnNow = followColumns(sheet, after);
  for (let row = 1; row <= Math.max(before.length, after.length); row++) {
    const [old, changed] = [before[row - 1], after[row - 1]];
    if (old === changed || row > sheet.maxRows) continue;
    const columns = Math.max(old?.cells.length ?? 0, changed?.cells.length ?? 0);
    for (let column = 1; column <= Math.min(columns, sheet.maxColumns); column++) {
      const cell = old?.cells[column - 1];
      const written = changed?.cells[column - 1];
      const now = columnNow(column);
      if (cell !== written)
        sheet.setCell(row, now, without(sheet.cell(row, now), sheet.whole(written), sheet.whole(cell)));
    }
  }
}

/**
 * Where each column of `after` is now, by its header's cell: what one user takes back is carried over the columns that
 * others have moved since, or else it would be put into another column.
 */
function followColumns(sheet: Sheet, after: Rows): (column: number) => number {
  const headers = after[0]?.cells ?? [];
  const now = sheet.keptRow(1);
  return (column) => {
    const header = headers[column - 1];
    if (header === now[column - 1]) return column;
    const place = header === undefined ? -1 : now.indexOf(header);
    return place < 0 ? column : place + 1;
  };
}

/** A cell as it is now, with what a write changed of it as it was: a note alone does not take a sorted value along. */
function without(now: Cell, written: Cell, old: Cell): Cell {
  const hasContentChanged = written.value !== old.value || written.formula !== old.formula;
  const names = Object.keys(old) as (keyof Cell)[];
  const back = names.filter((name) =>
    name === "value" || name === "formula" ? hasContentChanged : written[name] !== old[name],
  );
  return { ...now, ...Object.fromEntries(back.map((name) => [name, old[name]])) };
}
