import { readText } from "./cell";
import type { Columns } from "./columns";
import type { DataField } from "./field";
import type { OrderDraft } from "./order";
import type { CellFault, Problem } from "./problem";
import { readQuantity } from "./quantity";
import type { SheetRow } from "./sheet-row";
import { parseTags } from "./tags";

/** The fields that all rows of an order share; the others belong to each row. */
const sharedFields = [
  "customerId",
  "firstName",
  "lastName",
  "phone",
  "email",
  "shipFirstName",
  "shipLastName",
  "shipPhone",
  "address1",
  "address2",
  "city",
  "province",
  "country",
  "zip",
  "notes",
  "tags",
] as const satisfies readonly DataField[];

/** A field that all rows of an order share. */
export type SharedField = (typeof sharedFields)[number];

/** What an order's cells hold, and what keeps some of them from being used. */
export interface OrderCells {
  /** The first filled value of each shared field; a field of blank cells is left out. */
  shared: Partial<Record<SharedField, string>>;
  /** One for each row, in their order; what is blank or at fault is left out. */
  lines: { productVariantId?: string; quantity?: number }[];
  problems: Problem[];
}

/** Reads every known cell of an order. Contradicting cells of a shared field are each a problem. */
export function readOrderCells(draft: OrderDraft, columns: Columns): OrderCells {
  const problems: Problem[] = [];
  const shared: OrderCells["shared"] = {};
  for (const field of sharedFields) {
    const columnIndex = columns.data[field];
    if (columnIndex === undefined) continue;
    const text = readShared(draft.rows, field, columnIndex, problems);
    if (text !== undefined) shared[field] = text;
  }
  const lines = draft.rows.map((row) => readLine(row, columns, problems));
  return { shared, lines, problems };
}

/** A filled cell of a shared field. */
interface Filled {
  rowNumber: number;
  text: string;
}

function readShared(
  rows: readonly SheetRow[],
  field: SharedField,
  columnIndex: number,
  problems: Problem[],
): string | undefined {
  const filled: Filled[] = [];
  for (const row of rows) {
    const reading = readText(row, columnIndex);
    if (!reading.ok) problems.push(problemOf(row, columnIndex, field, reading));
    else if (reading.text !== "") filled.push({ rowNumber: row.rowNumber, text: reading.text });
  }
  const first = filled[0];
  if (first === undefined) return undefined;
  const meant = meaningOf(field, first.text);
  const differing = filled.find((cell) => meaningOf(field, cell.text) !== meant);
  if (differing !== undefined) {
    for (const cell of filled) {
      const other = meaningOf(field, cell.text) === meant ? differing : first;
      problems.push({
        kind: "contradiction",
        rowNumber: cell.rowNumber,
        columnIndex,
        field,
        found: cell.text,
        otherRowNumber: other.rowNumber,
        otherFound: other.text,
      });
    }
  }
  return first.text;
}

/** Two cells of a shared field agree when this is the same for both; the order of tags does not count. */
function meaningOf(field: SharedField, text: string): string {
  return field === "tags" ? parseTags(text).sort().join() : text;
}

function readLine(row: SheetRow, columns: Columns, problems: Problem[]): OrderCells["lines"][number] {
  const { orderRef, variantId, quantity } = columns.data;
  const refReading = readText(row, orderRef);
  if (!refReading.ok) problems.push(problemOf(row, orderRef, "orderRef", refReading));
  const variant = readText(row, variantId);
  if (!variant.ok) problems.push(problemOf(row, variantId, "variantId", variant));
  const amount = readQuantity(row, quantity);
  if (!amount.ok) problems.push(problemOf(row, quantity, "quantity", amount));
  return {
    ...(variant.ok && variant.text !== "" ? { productVariantId: variant.text } : {}),
    ...(amount.ok && amount.quantity !== null ? { quantity: amount.quantity } : {}),
  };
}

function problemOf(
  row: SheetRow,
  columnIndex: number | undefined,
  field: DataField,
  { fault, found }: { fault: CellFault; found: string },
): Problem {
  return { ...fault, rowNumber: row.rowNumber, columnIndex: columnIndex ?? null, field, found };
}
