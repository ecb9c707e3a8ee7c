import type { Context } from "../execution/context";
import { marksOf, notesWithMarks, rangesOf } from "../orders/marks";
import { SheetFault, type SheetPort } from "../ports/ports";
import { hasLeft } from "../sheet/order-record";
import type { SheetReading } from "../sheet/sheet-reading";

/** The most cells that are marked, from the top on: a rule and a write of notes have to stay of a bearable size. */
const maxMarks = 2_000;

/**
 * Marks the cells of checked orders that have problems or warnings, and takes back the marks of all other cells. Orders that
 * no check has seen yet are left alone, and so are those that have left. A sheet that does not take marks has none: they only
 * repeat what the Messages say.
 */
export function markCells(
  { words }: Pick<Context, "words">,
  sheet: SheetPort,
  { orders }: Pick<SheetReading, "orders">,
): void {
  const checked = orders.filter(
    (record) => !hasLeft(record) && record.rows.some(({ status }) => status !== ""),
  );
  const marks = marksOf(checked.map(({ order }) => order)).slice(0, maxMarks);
  try {
    sheet.mark({
      problems: rangesOf(marks.filter(({ problems }) => problems.length > 0)),
      warnings: rangesOf(marks.filter(({ problems }) => problems.length === 0)),
      notes: notesWithMarks(sheet.notes(), marks, (mark) => words.note(mark)),
    });
  } catch (fault) {
    if (!(fault instanceof SheetFault)) throw fault;
  }
}
