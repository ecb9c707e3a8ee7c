import type { Dialog, MenuModel, PageDialog } from "../runtime/user-interface";

/** A cell as the page shows it; a field is left out if it is as in an untouched cell. */
export interface CellView {
  /** What the user sees. */
  text?: string;
  /** What stands in the editor, if it differs from what is shown: a formula, a plain number. */
  entry?: string;
  note?: string;
  /** `#rrggbb`, conditional formats included. */
  background?: string;
  color?: string;
  bold?: boolean;
  /** Numbers and dates stand at the right, truth values in the middle. */
  align?: "right" | "center";
}

/** Everything of the spreadsheet but the cells. Row and column numbers are 1-based. */
export interface DocumentView {
  fileName: string;
  sheets: { sheetId: number; name: string }[];
  activeSheetId: number;
  maxRows: number;
  maxColumns: number;
  frozenRows: number;
  /** Rows that nobody sees: hidden by hand or by the filter. */
  hiddenRows: number[];
  /** The filter's block in A1 notation, or null. */
  filter: string | null;
  columnWidths: [column: number, widthPx: number][];
  /** Selected ranges in A1 notation, the last one active; null when nothing is selected. */
  selection: readonly string[] | null;
}

/** A row's cells by column index; null is an untouched cell. */
export type RowView = [rowNumber: number, cells: (CellView | null)[]];

/** A dialog that a script waits in; `asksText` if it is a prompt. */
export interface OpenDialog extends Dialog {
  dialogId: number;
  asksText: boolean;
}

/** What happens on the server, as it is told to every open page. */
export type PageEvent =
  | { kind: "document"; document: DocumentView }
  /** Rows that changed; `all`: rows not named are empty now. */
  | { kind: "rows"; all: boolean; rows: RowView[] }
  | { kind: "menus"; menus: MenuModel[] }
  /** The script that runs, or null when none does. */
  | { kind: "running"; functionName: string | null }
  | { kind: "dialog"; dialog: OpenDialog | null }
  | { kind: "toast"; title: string; message: string; seconds: number }
  | { kind: "sidebar"; title: string; html: string }
  | { kind: "pageDialog"; dialog: PageDialog }
  /** A script ended with an exception, as Sheets shows it. */
  | { kind: "failure"; message: string }
  /** How many pages are open on this session. */
  | { kind: "pages"; count: number };
