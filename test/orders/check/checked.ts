import type { CheckOptions } from "../../../src/orders/check/check-options";
import { checkOrder } from "../../../src/orders/check/check-order";
import type { DataField } from "../../../src/orders/field";
import type { CheckedOrder } from "../../../src/orders/order";
import type { Cell } from "../sheet";
import { columnsOf, dataFields, goodCells, rowOf } from "../sheet";

/** Cells of a row by field. */
export type Cells = Partial<Record<DataField, Cell>>;

/** Checks rows 2, 3, … as one order; each is a good row with these cells changed. */
export function check(
  changes: readonly Cells[],
  fields: readonly DataField[] = dataFields,
  options: CheckOptions = {},
): CheckedOrder {
  const columns = columnsOf(fields);
  const rows = changes.map((change, index) =>
    rowOf(index + 2, { orderRef: "R-1", ...goodCells, ...change }, fields),
  );
  return checkOrder({ ref: "R-1", rowNumbers: rows.map((row) => row.rowNumber), rows }, columns, options);
}

/** Problems as [row, field, kind]. */
export function problemsOf(changes: readonly Cells[], fields?: readonly DataField[]) {
  return check(changes, fields).problems.map((problem) => [problem.rowNumber, problem.field, problem.kind]);
}

/** A row without the customer's names. */
export const noNames: Cells = { firstName: "", lastName: "" };
/** Names for the address alone. */
export const shipNames: Cells = { shipFirstName: "Budi", shipLastName: "Santoso" };
