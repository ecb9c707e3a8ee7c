import * as z from "zod/mini";
import { type Box, parseA1 } from "../runtime/model/a1";
import { displayValue } from "../runtime/model/display";
import type { Sheet } from "../runtime/model/sheet";
import type { Spreadsheet } from "../runtime/model/spreadsheet";
import type { Clipboard, SpreadsheetUser } from "../runtime/model/user-acts";

const position = z.int().check(z.gte(1), z.lte(10_000_000));
const count = z.int().check(z.gte(1), z.lte(100_000));
const range = z.string().check(z.maxLength(40));

/** What a person does to the sheet in the page; `range` in A1 notation on the active sheet, numbers 1-based. */
export const userActSchema = z.discriminatedUnion("act", [
  z.strictObject({
    act: z.literal("select"),
    ranges: z.array(range).check(z.minLength(1), z.maxLength(500)),
  }),
  z.strictObject({ act: z.literal("edit"), row: position, column: position, text: z.string() }),
  z.strictObject({ act: z.literal("clear"), ranges: z.array(range) }),
  z.strictObject({ act: z.literal("copy"), range }),
  z.strictObject({ act: z.literal("cut"), range }),
  z.strictObject({ act: z.literal("paste"), row: position, column: position }),
  z.strictObject({ act: z.literal("sort"), range, column: position, ascending: z.boolean() }),
  /** Shows only the rows of the block (its first row is the header) whose cell in `column` shows `value`. */
  z.strictObject({ act: z.literal("filter"), range, column: position, value: z.string() }),
  z.strictObject({ act: z.literal("clearFilter") }),
  z.strictObject({ act: z.literal("hideRows"), row: position, count }),
  z.strictObject({ act: z.literal("showRows") }),
  z.strictObject({ act: z.literal("insertRows"), row: position, count }),
  z.strictObject({ act: z.literal("deleteRows"), row: position, count }),
  z.strictObject({ act: z.literal("openSheet"), sheetId: z.int() }),
  z.strictObject({ act: z.literal("undo") }),
]);

/** One act of the person at the page. */
export type UserAct = z.infer<typeof userActSchema>;

/** The person at the page: carries acts out on the model and keeps what was copied. */
export class PageUser {
  private clipboard: Clipboard | null = null;

  constructor(
    private readonly spreadsheet: Spreadsheet,
    private readonly user: SpreadsheetUser,
  ) {}

  /** Carries the act out; a sentence when it cannot be done, else an empty text. */
  carryOut(act: UserAct): string {
    const { user } = this;
    const sheet = this.spreadsheet.activeSheet;
    switch (act.act) {
      case "select":
        if (boxesOf(act.ranges, sheet) === null) return notThere;
        user.select(act.ranges);
        return "";
      case "edit":
        if (act.row > sheet.maxRows || act.column > sheet.maxColumns) return notThere;
        if (act.text.length > 50_000) return "A cell holds 50,000 characters at most; shorten the text.";
        user.editCell(sheet, act.row, act.column, act.text);
        return "";
      case "undo":
        return user.undo() ? "" : "There is nothing to undo.";
      case "openSheet": {
        const target = this.spreadsheet.sheetById(act.sheetId);
        if (target === null) return "This sheet was deleted.";
        user.openSheet(target);
        return "";
      }
      case "insertRows":
        user.insertRows(sheet, act.row, act.count);
        return "";
      case "deleteRows":
        if (act.row + act.count - 1 > sheet.maxRows) return notThere;
        if (act.count >= sheet.maxRows) return "A sheet keeps one row at least.";
        user.deleteRows(sheet, act.row, act.count);
        return "";
      case "hideRows":
        user.hideRows(sheet, numbersFrom(act.row, act.count));
        return "";
      case "showRows":
        user.unhideRows(sheet, [...sheet.properties.hiddenRows]);
        return "";
      case "clearFilter":
        user.clearFilter(sheet);
        return "";
      case "clear": {
        const boxes = boxesOf(act.ranges, sheet);
        for (const box of boxes ?? []) user.clear(sheet, clipped(box, sheet));
        return boxes === null ? notThere : "";
      }
      case "paste":
        if (this.clipboard === null) return "Nothing was copied.";
        user.paste(this.clipboard, sheet, act.row, act.column);
        return "";
      default: {
        const box = boxesOf([act.range], sheet)?.[0];
        return box === undefined ? notThere : this.onBox(act, sheet, clipped(box, sheet));
      }
    }
  }

  private onBox(act: Extract<UserAct, { range: string }>, sheet: Sheet, box: Box): string {
    const holdsColumn = "column" in act && act.column >= box.column && act.column < box.column + box.columns;
    if ("column" in act && !holdsColumn) return "The column is not one of those selected.";
    switch (act.act) {
      case "copy":
        this.clipboard = this.user.copy(sheet, box);
        return "";
      case "cut":
        this.clipboard = this.user.cut(sheet, box);
        return "";
      case "sort":
        this.user.sort(sheet, box, act.column, act.ascending);
        return "";
      case "filter": {
        const rows = numbersFrom(box.row + 1, box.rows - 1);
        const { locale } = this.spreadsheet;
        const shows = (row: number) => displayValue(sheet.cell(row, act.column), locale) === act.value;
        this.user.setFilter(
          sheet,
          box,
          rows.filter((row) => !shows(row)),
        );
        return "";
      }
    }
  }
}

const notThere = "The sheet has no such cells any more; look at it and try again.";

/** The ranges as boxes, or null when one of them is not on the sheet. */
function boxesOf(ranges: readonly string[], sheet: Sheet): Box[] | null {
  const boxes: Box[] = [];
  for (const range of ranges) {
    const box = parseA1(range, sheet.maxRows, sheet.maxColumns);
    if (box === null || box.row > sheet.maxRows || box.column > sheet.maxColumns) return null;
    boxes.push(box);
  }
  return boxes;
}

/** Whole columns reach to the last row with content: what is below is empty. */
function clipped(box: Box, sheet: Sheet): Box {
  const lastRow = Math.max(box.row, Math.min(box.row + box.rows - 1, Math.max(1, sheet.lastRow())));
  return { ...box, rows: lastRow - box.row + 1 };
}

function numbersFrom(first: number, count: number): number[] {
  return Array.from({ length: Math.max(0, count) }, (_, index) => first + index);
}
