import { warnOfCancelled } from "../check/cancelled";
import type { CheckOptions } from "../check/check-options";
import { resolveCustomer } from "../check/customer-contact";
import type { CellFault, Problem } from "../check/problem";
import { warnOfShared } from "../check/shared-warnings";
import { parseTags } from "../check/tags";
import { warnOfUnits } from "../check/unit-column";
import type { Columns } from "../columns";
import type { Article } from "../lines/article";
import { readArticles } from "../lines/read-articles";
import type { OrderDraft } from "../order";
import { wholeDigits } from "../values/lost-number";
import { fullPhone } from "../values/phone";
import { paddedZip } from "../values/zip";
import { readPlainText, readText } from "./cell";
import { CellNotes } from "./cell-notes";
import { refOf } from "./row-shape";
import { type SharedField, sharedFields, sharedFieldUse } from "./shared-fields";
import type { SheetRow } from "./sheet-row";

/** What an order's cells hold, and what keeps some of them from being used. */
export interface OrderCells {
  /** The first filled value of each shared field; a field of blank cells is left out. */
  shared: Partial<Record<SharedField, string>>;
  /** The e-mail address or phone number that stands in place of a Customer ID. */
  contact?: string;
  /** At least one for each row, in the order of the rows; what is blank or at fault is left out. */
  lines: Article[];
  notes: CellNotes;
}

/** No postal code has more digits. */
const maxZipDigits = 9;

/** Fields whose text may have several lines. In others a line break is a space. */
const manyLines: ReadonlySet<SharedField> = new Set<SharedField>([
  "address1",
  "address2",
  "address3",
  "notes",
  "tags",
]);

/** Reads every known cell of an order. Contradicting cells of a shared field are each a problem. */
export function readOrderCells(draft: OrderDraft, columns: Columns, options: CheckOptions = {}): OrderCells {
  const cells: OrderCells = { shared: {}, lines: [], notes: new CellNotes() };
  for (const field of sharedFields) {
    const columnIndex = columns.data[field];
    if (columnIndex !== undefined) readShared(draft.rows, field, columnIndex, cells, columns);
    else applyDefault(field, cells, columns);
  }
  warnOfShared(cells, draft.rows, columns);
  if (cells.shared.customerId !== undefined) resolveCustomer(cells, draft.rows, columns, options);
  draft.rows.forEach((row, index) => {
    if (isApart(row, draft.rows[index - 1], columns)) askForRef(row, columns, cells.notes);
    readRef(row, columns.data.orderRef, cells.notes);
    warnOfCancelled(row, columns, cells.notes);
    warnOfUnits(row, columns, cells.notes);
    readArticles(row, columns, options.lookup, cells.notes, cells.lines);
  });
  return cells;
}

/** What serves for a column that the sheet lacks. */
function applyDefault(field: SharedField, { shared }: OrderCells, { defaults }: Columns): void {
  const text = defaults === undefined ? undefined : defaults[field as keyof typeof defaults];
  if (typeof text === "string" && text !== "") shared[field] = text;
}

function readShared(
  rows: readonly SheetRow[],
  field: SharedField,
  columnIndex: number,
  { shared, notes }: OrderCells,
  columns: Columns,
): void {
  const use = sharedFieldUse[field];
  let first: string | undefined;
  let contradicted = false;
  for (const row of rows) {
    const text =
      readPlainText(row, columnIndex, use) ?? readWithNotes(row, field, columnIndex, notes, columns);
    if (text === "") continue;
    if (first === undefined) {
      first = text;
      shared[field] = text;
    } else contradicted ||= !agree(field, first, text);
  }
  if (contradicted) notes.problems.push(...contradictions(rows, field, columnIndex));
}

/** The first row whose cell gives a shared field its value; undefined if a default does. */
export function sourceRow(
  rows: readonly SheetRow[],
  field: SharedField,
  columns: Columns,
): SheetRow | undefined {
  const columnIndex = columns.data[field];
  if (columnIndex === undefined) return undefined;
  return rows.find((row) => {
    const reading = readText(row, columnIndex, sharedFieldUse[field]);
    return reading.ok && reading.text !== "";
  });
}

/** Reads a cell and tells what is wrong with it, or what was put right; "" if it cannot be used. */
function readWithNotes(
  row: SheetRow,
  field: SharedField,
  columnIndex: number,
  notes: CellNotes,
  columns: Columns,
): string {
  const reading = readText(row, columnIndex, sharedFieldUse[field]);
  if (!reading.ok) {
    const fault = withCure(reading.fault, field, row, columnIndex, columns);
    notes.fault(row, columnIndex, field, fault, reading.found);
    return "";
  }
  const text = asOneLine(field, reading.text);
  if (text !== "") notes.fixed(row, columnIndex, field, reading.fixes, text);
  return text;
}

function asOneLine(field: SharedField, text: string): string {
  return text.includes("\n") && sharedFieldUse[field] === "words" && !manyLines.has(field)
    ? text.replace(/\s*\n\s*/g, " ")
    : text;
}

/** A number in a column of digits keeps its digits, as a value or in the text, whatever the cell shows of it. */
function withCure(
  fault: CellFault,
  field: SharedField,
  row: SheetRow,
  columnIndex: number,
  columns: Columns,
): CellFault {
  if (fault.kind !== "scientific" && fault.kind !== "formattedNumber") return fault;
  if (sharedFieldUse[field] !== "digits") return fault;
  const value = row.values[columnIndex];
  const digits =
    typeof value === "number" ? String(value) : wholeDigits((row.display[columnIndex] ?? "").trim());
  if (digits === null || !/^\d{1,15}$/.test(digits)) return fault;
  const country = columns.defaults?.country;
  if (field !== "zip") return { ...fault, cure: fullPhone(digits, country) ?? digits };
  return digits.length > maxZipDigits ? fault : { ...fault, cure: paddedZip(digits, country) ?? digits };
}

/** A problem for each filled cell of a field that contradicts itself, naming the first row that says otherwise. */
function contradictions(rows: readonly SheetRow[], field: SharedField, columnIndex: number): Problem[] {
  const filled = rows.flatMap((row) => {
    const reading = readText(row, columnIndex, sharedFieldUse[field]);
    if (!reading.ok || reading.text === "") return [];
    const found = (row.display[columnIndex] ?? "").trim();
    return [{ rowNumber: row.rowNumber, found, text: asOneLine(field, reading.text) }];
  });
  const agrees = (cell: { text: string }) => agree(field, filled[0]?.text ?? "", cell.text);
  const differing = filled.find((cell) => !agrees(cell));
  return filled.flatMap((cell): Problem[] => {
    const other = agrees(cell) ? differing : filled[0];
    if (!other) return [];
    const { rowNumber: otherRowNumber, found: otherFound } = other;
    const { rowNumber, found } = cell;
    return [{ rowNumber, found, kind: "contradiction", columnIndex, field, otherRowNumber, otherFound }];
  });
}

/** True when two filled cells of a shared field say the same; the order of tags does not count. */
function agree(field: SharedField, one: string, other: string): boolean {
  if (one === other) return true;
  return field === "tags" && parseTags(one).sort().join() === parseTags(other).sort().join();
}

/** True for a row without an Order ref that stands below the rest of its order with another row between. */
function isApart(row: SheetRow, before: SheetRow | undefined, columns: Columns): boolean {
  return before !== undefined && row.rowNumber > before.rowNumber + 1 && refOf(row, columns) === "";
}

/** Its Order ref, or its customer, has to tell which order the row belongs to. */
function askForRef({ rowNumber }: SheetRow, { data }: Columns, notes: CellNotes): void {
  const asked = (["orderRef", "fullName", "firstName"] as const).find((one) => data[one] !== undefined);
  const field = asked ?? null;
  const columnIndex = asked === undefined ? null : (data[asked] ?? null);
  notes.problems.push({ kind: "missing", rowNumber, columnIndex, field, found: "" });
}

function readRef(row: SheetRow, columnIndex: number | undefined, notes: CellNotes): void {
  if (columnIndex === undefined || readPlainText(row, columnIndex, "code") !== null) return;
  const reading = readText(row, columnIndex, "code");
  if (!reading.ok) notes.fault(row, columnIndex, "orderRef", reading.fault, reading.found);
  else notes.fixed(row, columnIndex, "orderRef", reading.fixes, reading.text);
}
