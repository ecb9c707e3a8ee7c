import type { Fixed, Warning, WarningDetail } from "../check/finding";
import type { CellFault, Problem } from "../check/problem";
import type { DataField } from "../field";
import { displayedText } from "./cell";
import type { SheetRow } from "./sheet-row";

/** Collects what is to be said about the cells of one order while they are read. */
export class CellNotes {
  readonly problems: Problem[] = [];
  readonly warnings: Warning[] = [];
  readonly fixes: Fixed[] = [];

  /** A cell that cannot be used. */
  fault(row: SheetRow, columnIndex: number | null, field: DataField, fault: CellFault, found: string): void {
    this.problems.push({ ...fault, rowNumber: row.rowNumber, columnIndex, field, found });
  }

  /** A cell to look at; `field` is null for one in a column that is not read. */
  warn(row: SheetRow, columnIndex: number | null, field: DataField | null, detail: WarningDetail): void {
    const found = columnIndex === null ? "" : displayedText(row, columnIndex);
    this.warnings.push({ ...detail, rowNumber: row.rowNumber, columnIndex, field, found });
  }

  /** A cell that was put right in reading. `text`: what is sent. */
  fixed(
    row: SheetRow,
    columnIndex: number,
    field: DataField,
    kinds: readonly Fixed["kind"][] | undefined,
    text: string,
  ): void {
    if (kinds === undefined) return;
    const found = row.display[columnIndex] ?? "";
    for (const kind of kinds)
      this.fixes.push({ kind, rowNumber: row.rowNumber, columnIndex, field, found, text });
  }
}
