import { type Columns, mapColumns } from "../orders/columns";
import { contentOfRow, dataColumnsOf } from "../orders/content";
import type { StatusField } from "../orders/field";
import type { StatusCells } from "../orders/order-record";
import { readStatusCells } from "../orders/row-record";
import type { CellBlock } from "./ports";

/** The five cells that a wave writes beside a row; the send key is never among them. */
export type ResultCells = Omit<StatusCells, "sendKey">;

/** One row as it stands at the moment. */
export interface RowView {
  rowNumber: number;
  keyText: string;
  cells: StatusCells;
  content: string;
}

/** A sheet as it stands at the moment, with its rows by key. */
export interface SheetView {
  columns: Columns;
  rows: RowView[];
  byKey: Map<string, RowView[]>;
  /** All displayed texts from A1 on, as they were read. */
  display: readonly (readonly string[])[];
}

/** Looks at a sheet's displayed texts; null where a column that the run needs is not there any more. */
export function viewSheet(display: readonly (readonly string[])[]): SheetView | null {
  const map = mapColumns(display[0] ?? []);
  if (!map.ok || map.columns.status.status === undefined || map.columns.status.sendKey === undefined)
    return null;
  const dataColumns = dataColumnsOf(map.columns);
  const view: SheetView = { columns: map.columns, rows: [], byKey: new Map(), display };
  for (let index = 1; index < display.length; index += 1) {
    const texts = display[index] ?? [];
    const cells = readStatusCells(texts, map.columns);
    const row = {
      rowNumber: index + 1,
      keyText: cells.sendKey,
      cells,
      content: contentOfRow(texts, dataColumns),
    };
    view.rows.push(row);
    if (row.keyText === "") continue;
    const sameKey = view.byKey.get(row.keyText);
    if (sameKey) sameKey.push(row);
    else view.byKey.set(row.keyText, [row]);
  }
  return view;
}

/** What to write into some rows. Fields that are left out stay as they are. */
export type RowTexts = Map<number, Partial<StatusCells>>;

/** True when a row shows what is wanted. */
export function shows(cells: StatusCells, wanted: Partial<StatusCells>): boolean {
  return (Object.keys(wanted) as StatusField[]).every(
    (field) => cells[field] === (wanted[field] ?? "").trim(),
  );
}

/**
 * The fewest rectangles that cover exactly the given rows and columns: contiguous rows, contiguous columns. Nothing in
 * between is ever written again with what was read, since a user may have changed it meanwhile.
 */
export function blocksOf(rows: RowTexts, columns: Columns): CellBlock[] {
  const blocks: CellBlock[] = [];
  for (const group of columnGroups(rows, columns)) {
    let open: { rowNumber: number; texts: string[][] } | null = null;
    for (const [rowNumber, texts] of [...rows].sort(([one], [other]) => one - other)) {
      const line = group.fields.map((field) => texts[field] ?? "");
      if (open && open.rowNumber + open.texts.length === rowNumber) {
        open.texts.push(line);
        continue;
      }
      open = { rowNumber, texts: [line] };
      blocks.push({ rowNumber, columnIndex: group.columnIndex, texts: open.texts });
    }
  }
  return blocks;
}

/** Counts the runs of neighbouring rows. */
export function countRuns(rowNumbers: readonly number[]): number {
  const sorted = [...rowNumbers].sort((one, other) => one - other);
  return sorted.filter((rowNumber, index) => rowNumber !== (sorted[index - 1] ?? Number.NaN) + 1).length;
}

function columnGroups(rows: RowTexts, columns: Columns): { columnIndex: number; fields: StatusField[] }[] {
  const [sample] = rows.values();
  const places = (Object.keys(sample ?? {}) as StatusField[])
    .map((field) => ({ field, columnIndex: columns.status[field] ?? -1 }))
    .filter((place) => place.columnIndex >= 0)
    .sort((one, other) => one.columnIndex - other.columnIndex);
  const groups: { columnIndex: number; fields: StatusField[] }[] = [];
  for (const { field, columnIndex } of places) {
    const last = groups[groups.length - 1];
    if (last && last.columnIndex + last.fields.length === columnIndex) last.fields.push(field);
    else groups.push({ columnIndex, fields: [field] });
  }
  return groups;
}
