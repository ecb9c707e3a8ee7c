import { displayedText, isLostNumber, readText, textFault } from "./cell";
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

/** Fields that hold digits. */
const digitFields: ReadonlySet<SharedField> = new Set<SharedField>(["phone", "shipPhone", "zip"]);

const lostNumber: CellFault = { kind: "scientific" };

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

function readShared(
  rows: readonly SheetRow[],
  field: SharedField,
  columnIndex: number,
  problems: Problem[],
): string | undefined {
  let first: string | undefined;
  let contradicted = false;
  for (const row of rows) {
    const text = displayedText(row, columnIndex);
    const lost = digitFields.has(field) && isLostNumber(text);
    const fault = textFault(row.values[columnIndex], text) ?? (lost ? lostNumber : null);
    if (fault !== null) problems.push(problemOf(row, columnIndex, field, { fault, found: text }));
    else if (text === "") continue;
    else if (first === undefined) first = text;
    else contradicted ||= !agree(field, first, text);
  }
  if (contradicted) for (const problem of contradictions(rows, field, columnIndex)) problems.push(problem);
  return first;
}

/** A problem for each filled cell of a field that contradicts itself, naming the first row that says otherwise. */
function contradictions(rows: readonly SheetRow[], field: SharedField, columnIndex: number): Problem[] {
  const filled = rows.flatMap((row) => {
    const reading = readText(row, columnIndex);
    return reading.ok && reading.text !== "" ? [{ rowNumber: row.rowNumber, found: reading.text }] : [];
  });
  const agrees = (cell: { found: string }) => agree(field, filled[0]?.found ?? "", cell.found);
  const differing = filled.find((cell) => !agrees(cell));
  return filled.flatMap((cell): Problem[] => {
    const other = agrees(cell) ? differing : filled[0];
    if (!other) return [];
    const { rowNumber: otherRowNumber, found: otherFound } = other;
    return [{ ...cell, kind: "contradiction", columnIndex, field, otherRowNumber, otherFound }];
  });
}

/** True when two filled cells of a shared field say the same; the order of tags does not count. */
function agree(field: SharedField, one: string, other: string): boolean {
  if (one === other) return true;
  return field === "tags" && parseTags(one).sort().join() === parseTags(other).sort().join();
}

function readLine(row: SheetRow, columns: Columns, problems: Problem[]): OrderCells["lines"][number] {
  const { orderRef, variantId, quantity } = columns.data;
  const line: OrderCells["lines"][number] = {};
  const refReading = readText(row, orderRef);
  if (!refReading.ok) problems.push(problemOf(row, orderRef, "orderRef", refReading));
  const variant = readText(row, variantId);
  if (!variant.ok) problems.push(problemOf(row, variantId, "variantId", variant));
  else if (variant.text !== "") line.productVariantId = variant.text;
  const amount = readQuantity(row, quantity);
  if (!amount.ok) problems.push(problemOf(row, quantity, "quantity", amount));
  else if (amount.quantity !== null) line.quantity = amount.quantity;
  return line;
}

function problemOf(
  row: SheetRow,
  columnIndex: number | undefined,
  field: DataField,
  { fault, found }: { fault: CellFault; found: string },
): Problem {
  return { ...fault, rowNumber: row.rowNumber, columnIndex: columnIndex ?? null, field, found };
}
