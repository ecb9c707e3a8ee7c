import type { CellBlock } from "./ports";

/** A sheet's displayed texts from A1 on, the header first. */
type Texts = readonly (readonly string[])[];

/**
 * What to put back where a user moved, inserted or deleted a column between a read and the flush that relied on it: the
 * texts went by position into whatever column stood there by then. `before` is what was read, `after` what is there now.
 * Columns are told apart by their headers; a row that differs by more than what was written is another one by now, or was
 * edited, and is left alone.
 */
export function overwrittenCells(before: Texts, after: Texts, written: readonly CellBlock[]): CellBlock[] {
  const [headersBefore = [], headersAfter = []] = [before[0], after[0]];
  if (headersBefore.join("\u0000") === headersAfter.join("\u0000")) return [];
  const restored: CellBlock[] = [];
  for (const [rowNumber, line] of linesOf(written)) {
    const [rowBefore = [], rowAfter = []] = [before[rowNumber - 1], after[rowNumber - 1]];
    const ours = new Set(line.map((text) => text.trim()));
    const changed = headersAfter.flatMap((header, columnIndex) => {
      const place = headersBefore.indexOf(header);
      if (header !== "" && place < 0) return [];
      const earlier = header === "" ? "" : (rowBefore[place] ?? "");
      const now = rowAfter[columnIndex] ?? "";
      return now === earlier ? [] : [{ columnIndex, header, earlier, now }];
    });
    // A cell without a header may show a time in a format of its own; it tells nothing about the row.
    if (!changed.every(({ header, now }) => header === "" || ours.has(now.trim()))) continue;
    const named = changed.filter(({ header }) => header !== "");
    const same = headersAfter.some((header, columnIndex) => {
      const now = rowAfter[columnIndex] ?? "";
      return header !== "" && now !== "" && now === rowBefore[headersBefore.indexOf(header)];
    });
    if (!same || named.length > line.length) continue;
    for (const { columnIndex, earlier } of changed)
      restored.push({ rowNumber, columnIndex, texts: [[earlier]] });
  }
  return restored;
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
