import type { CellBlock } from "./ports";

/** A sheet's displayed texts from A1 on, the header first. */
export type Texts = readonly (readonly string[])[];

/**
 * What to put back where a user moved, inserted or deleted a column between a read and the flush that relied on it: the
 * texts went by position into whatever column stood there by then. `before` is what was read, `after` what is there now.
 * Columns are told apart by their headers. A row that moved as well is known by its other cells, of which one may have
 * been edited; one that differs from every earlier row by more than that is new, and is left alone.
 */
export function overwrittenCells(before: Texts, after: Texts, written: readonly CellBlock[]): CellBlock[] {
  const [headersBefore = [], headersAfter = []] = [before[0], after[0]];
  if (headersBefore.join("\u0000") === headersAfter.join("\u0000")) return [];
  const places = headersAfter.map((header) => headersBefore.indexOf(header));
  const rowsBefore = new RowsByText(before);
  const restored: CellBlock[] = [];
  for (const [rowNumber, line] of linesOf(written)) {
    const rowAfter = after[rowNumber - 1] ?? [];
    const changed = changedCells(headersAfter, places, before[rowNumber - 1] ?? [], rowAfter, line);
    const found = changed ?? changedSinceMove(headersAfter, places, rowsBefore, rowNumber, rowAfter, line);
    for (const { columnIndex, earlier } of found ?? [])
      restored.push({ rowNumber, columnIndex, texts: [[earlier]] });
  }
  return restored;
}

/**
 * Of cells that were to get back what they had, those that have not: the write of them failed, or went elsewhere. `owed` names
 * them as they stood in `before`, and so does the answer as they stand in `after`. A cell that somebody filled meanwhile is theirs.
 */
export function stillOverwritten(
  owed: readonly CellBlock[],
  before: Texts,
  after: Texts,
  written: readonly CellBlock[],
): CellBlock[] {
  const [headersBefore = [], headersAfter = []] = [before[0], after[0]];
  const places = headersAfter.map((header) => headersBefore.indexOf(header));
  const lines = linesOf(written);
  const still: CellBlock[] = [];
  for (const { rowNumber, columnIndex, texts } of owed) {
    const header = headersBefore[columnIndex] ?? "";
    const column = header === "" ? columnIndex : headersAfter.indexOf(header);
    const rowBefore = before[rowNumber - 1] ?? [];
    const line = lines.get(rowNumber) ?? [];
    const isOverwritten = (row: readonly string[] | undefined) => {
      const now = row?.[column];
      return (
        row !== undefined &&
        now !== undefined &&
        now !== texts[0]?.[0] &&
        (now === rowBefore[columnIndex] || isOf(line, now)) &&
        changedCells(headersAfter, places, rowBefore, row, line) !== null
      );
    };
    const rowIndex = isOverwritten(after[rowNumber - 1]) ? rowNumber - 1 : after.findIndex(isOverwritten);
    if (rowIndex > 0) still.push({ rowNumber: rowIndex + 1, columnIndex: column, texts });
  }
  return still;
}

/** A cell that shows something else than before. */
interface ChangedCell {
  columnIndex: number;
  earlier: string;
}

/** So many other cells make up for one that was edited. */
const sameForEdited = 5;

/** What was overwritten in a row, if it is the earlier row with nothing but texts of `line` in other cells; else null. */
function changedCells(
  headers: readonly string[],
  places: readonly number[],
  rowBefore: readonly string[],
  rowAfter: readonly string[],
  line: readonly string[],
): ChangedCell[] | null {
  const changed: ChangedCell[] = [];
  let named = 0;
  let same = 0;
  let edited = 0;
  for (const [columnIndex, header] of headers.entries()) {
    const place = places[columnIndex] ?? -1;
    if (header !== "" && place < 0) continue;
    const earlier = header === "" ? "" : (rowBefore[place] ?? "");
    const now = rowAfter[columnIndex] ?? "";
    if (now === earlier) {
      if (header !== "" && now !== "") same += 1;
      continue;
    }
    // A cell without a header may show a time in a format of its own; it tells nothing about the row.
    if (header !== "" && !isOf(line, now)) {
      edited += 1;
      if (edited > 1) return null;
      continue;
    }
    if (header !== "") named += 1;
    changed.push({ columnIndex, earlier });
  }
  const isSameRow = edited === 0 ? same > 0 : same >= sameForEdited;
  return isSameRow && named <= line.length ? changed : null;
}

/** The same for a row that stood elsewhere: of several earlier rows that it may have been, the nearest. */
function changedSinceMove(
  headers: readonly string[],
  places: readonly number[],
  rowsBefore: RowsByText,
  rowNumber: number,
  rowAfter: readonly string[],
  line: readonly string[],
): ChangedCell[] | null {
  const candidates: (readonly number[])[] = [];
  for (const [columnIndex, now] of rowAfter.entries()) {
    const place = headers[columnIndex] ? (places[columnIndex] ?? -1) : -1;
    if (place >= 0 && now !== "" && !isOf(line, now)) candidates.push(rowsBefore.withText(place, now));
  }
  // The two cells that fewest rows have: one of the two may have been edited.
  const [one = [], other = []] = candidates.sort((first, second) => first.length - second.length);
  const nearest = [...new Set([...one, ...other])].sort(
    (first, second) => Math.abs(first - rowNumber) - Math.abs(second - rowNumber),
  );
  for (const earlier of nearest) {
    const changed = changedCells(headers, places, rowsBefore.row(earlier), rowAfter, line);
    if (changed) return changed;
  }
  return null;
}

function isOf(line: readonly string[], text: string): boolean {
  return line.some((one) => one.trim() === text.trim());
}

/** A sheet's rows below the header by what stands in one of their columns. */
class RowsByText {
  private readonly columns = new Map<number, Map<string, number[]>>();

  constructor(private readonly texts: Texts) {}

  row(rowNumber: number): readonly string[] {
    return this.texts[rowNumber - 1] ?? [];
  }

  /** The numbers of the rows with this text in this column. */
  withText(columnIndex: number, text: string): readonly number[] {
    let rows = this.columns.get(columnIndex);
    if (!rows) {
      rows = new Map();
      for (let rowNumber = 2; rowNumber <= this.texts.length; rowNumber += 1) {
        const shown = this.row(rowNumber)[columnIndex] ?? "";
        const equals = rows.get(shown);
        if (equals) equals.push(rowNumber);
        else rows.set(shown, [rowNumber]);
      }
      this.columns.set(columnIndex, rows);
    }
    return rows.get(text) ?? [];
  }
}

/** All that was written into each row, whichever of its columns stand apart from each other. */
function linesOf(written: readonly CellBlock[]): Map<number, string[]> {
  const lines = new Map<number, string[]>();
  for (const { rowNumber: firstRow, texts } of written) {
    texts.forEach((line, lineIndex) => {
      const rowNumber = firstRow + lineIndex;
      lines.set(rowNumber, [...(lines.get(rowNumber) ?? []), ...line]);
    });
  }
  return lines;
}
