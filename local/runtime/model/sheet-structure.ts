import type { Box } from "./a1";
import { onlyFormat } from "./cell";
import type { Sheet } from "./sheet";

/** Where a 1-based position lands after lines (rows or columns) came, went or moved; null when it is gone. */
type Move = (position: number) => number | null;

/** Inserts `count` empty rows before `row`; they take the formats of the row `formatOf`, if there is one. */
export function insertRows(sheet: Sheet, row: number, count: number, formatOf: number): void {
  const model = formatOf < 1 ? [] : sheet.rowCells(formatOf).map((cell) => cell && onlyFormat(cell));
  sheet.rearrangeRows((rows) => {
    if (rows.length >= row) rows.splice(row - 1, 0, ...Array<undefined>(count));
  });
  if (model.length > 0) for (let added = 0; added < count; added++) sheet.setRow(row + added, model);
  sheet.properties.maxRows += count;
  moveRows(sheet, insertion(row, count));
}

/** Deletes `count` rows from `row` on. */
export function deleteRows(sheet: Sheet, row: number, count: number): void {
  sheet.rearrangeRows((rows) => rows.splice(row - 1, count));
  sheet.properties.maxRows -= count;
  moveRows(sheet, deletion(row, count));
}

/** Inserts `count` empty columns before `column`, with the formats of the column `formatOf`, if there is one. */
export function insertColumns(sheet: Sheet, column: number, count: number, formatOf: number): void {
  sheet.rearrangeColumns((cells) => {
    const model = cells[formatOf - 1];
    if (cells.length < column && model === undefined) return;
    while (cells.length < column - 1) cells.push(undefined);
    cells.splice(column - 1, 0, ...Array(count).fill(model && onlyFormat(sheet.whole(model))));
  });
  sheet.properties.maxColumns += count;
  moveColumnsOf(sheet, insertion(column, count));
}

/** Deletes `count` columns from `column` on. */
export function deleteColumns(sheet: Sheet, column: number, count: number): void {
  sheet.rearrangeColumns((cells) => cells.splice(column - 1, count));
  sheet.properties.maxColumns -= count;
  moveColumnsOf(sheet, deletion(column, count));
}

/** Moves `count` columns from `column` on so that they stand before what is now column `before`. */
export function moveColumns(sheet: Sheet, column: number, count: number, before: number): void {
  if (before >= column && before <= column + count) return;
  sheet.rearrangeColumns((cells) => {
    while (cells.length < Math.max(column + count, before) - 1) cells.push(undefined);
    const moved = cells.splice(column - 1, count);
    cells.splice((before > column ? before - count : before) - 1, 0, ...moved);
  });
  const target = before > column ? before - count : before;
  moveColumnsOf(sheet, (position) => {
    if (position >= column && position < column + count) return position - column + target;
    if (before > column) return position >= column + count && position < before ? position - count : position;
    return position >= before && position < column ? position + count : position;
  });
}

function insertion(first: number, count: number): Move {
  return (position) => (position >= first ? position + count : position);
}

function deletion(first: number, count: number): Move {
  return (position) => {
    if (position < first) return position;
    return position < first + count ? null : position - count;
  };
}

function moveRows(sheet: Sheet, move: Move): void {
  const { properties } = sheet;
  properties.hiddenRows = moveSet(properties.hiddenRows, move);
  if (properties.filter !== null) properties.filter.hiddenRows = moveSet(properties.filter.hiddenRows, move);
  moveBoxes(sheet, (box) => {
    const span = moveSpan(box.row, box.rows, move);
    return span && { ...box, row: span.first, rows: span.count };
  });
}

function moveColumnsOf(sheet: Sheet, move: Move): void {
  const widths = [...sheet.properties.columnWidths].map(([column, width]) => [move(column), width] as const);
  sheet.properties.columnWidths = new Map(
    widths.flatMap(([column, width]) => (column === null ? [] : [[column, width] as const])),
  );
  moveBoxes(sheet, (box) => {
    const span = moveSpan(box.column, box.columns, move);
    return span && { ...box, column: span.first, columns: span.count };
  });
}

function moveSet(positions: Set<number>, move: Move): Set<number> {
  return new Set([...positions].map(move).filter((position) => position !== null));
}

/** A stretch of lines after the move: from the first to the last of those of its lines that are still there. */
function moveSpan(first: number, count: number, move: Move): { first: number; count: number } | null {
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  for (let position = first; position < first + count; position++) {
    const moved = move(position);
    if (moved === null) continue;
    least = Math.min(least, moved);
    most = Math.max(most, moved);
  }
  return most === 0 ? null : { first: least, count: most - least + 1 };
}

function moveBoxes(sheet: Sheet, move: (box: Box) => Box | null): void {
  const { properties } = sheet;
  const withBox = <T extends { box: Box }>(items: readonly T[]): T[] =>
    items.flatMap((item) => {
      const box = move(item.box);
      return box === null ? [] : [{ ...item, box }];
    });
  const boxes = (list: readonly Box[]) => list.map(move).filter((box) => box !== null);
  properties.protections = withBox(properties.protections);
  properties.validations = withBox(properties.validations);
  properties.mergedRanges = boxes(properties.mergedRanges);
  properties.tables = withBox(properties.tables).map((table) => ({
    ...table,
    typedColumns: withBox(table.typedColumns),
  }));
  properties.conditionalFormats = properties.conditionalFormats
    .map((format) => ({ ...format, boxes: boxes(format.boxes) }))
    .filter((format) => format.boxes.length > 0);
  const { filter } = properties;
  if (filter === null) return;
  const box = move(filter.box);
  properties.filter = box === null ? null : { ...filter, box };
}
