import type { Columns } from "../columns";
import { displayedText, readText } from "../rows/cell";
import { type OrderCells, sourceRow } from "../rows/order-cells";
import { sharedFieldUse } from "../rows/shared-fields";
import type { SheetRow } from "../rows/sheet-row";
import { parseStatus } from "../status";
import { emailPattern } from "../values/email";
import type { CheckOptions } from "./check-options";

/** A phone number: nothing but digits and the signs between them, and more digits than an ID begins with. */
const phoneShape = /^\+?[\d\s().-]{8,24}$/;

/** True for a Customer ID cell that holds an e-mail address or a phone number with its plus sign or zero. */
export function isContact(text: string): boolean {
  return emailPattern.test(text) || (phoneShape.test(text) && /^(?:\+|0)/.test(text));
}

/** The e-mail addresses and phone numbers that stand as Customer ID in rows that were not sent. */
export function contactsIn(rows: readonly SheetRow[], { data, status }: Columns): string[] {
  const { customerId } = data;
  if (customerId === undefined) return [];
  return rows.flatMap((row) => {
    const shown = status.status === undefined ? "" : (row.display[status.status] ?? "");
    const wasSent = !mayBeSent.has(parseStatus(shown));
    const reading = readText(row, customerId, sharedFieldUse.customerId);
    return wasSent || !reading.ok || !isContact(reading.text) ? [] : [reading.text];
  });
}

const mayBeSent: ReadonlySet<ReturnType<typeof parseStatus>> = new Set([
  "",
  "Valid",
  "Invalid",
  "Rejected",
  "Not sent",
] as const);

/** Puts the ID of the customer whom an e-mail address or phone number stands for in its place. */
export function resolveCustomer(
  cells: OrderCells,
  rows: readonly SheetRow[],
  columns: Columns,
  { customers }: CheckOptions,
): void {
  const { shared, notes } = cells;
  const contact = shared.customerId;
  const columnIndex = columns.data.customerId;
  if (contact === undefined || columnIndex === undefined || !isContact(contact)) return;
  const row = sourceRow(rows, "customerId", columns);
  if (row === undefined) return;
  cells.contact = contact;
  const answer = customers?.resolve(contact) ?? null;
  if (answer === null) notes.warn(row, columnIndex, "customerId", { kind: "idContact" });
  else if (answer.kind === "found") {
    shared.customerId = answer.customerId;
  } else {
    notes.problems.push({
      kind: answer.kind === "unknown" ? "unknownCustomer" : "ambiguousCustomer",
      rowNumber: row.rowNumber,
      columnIndex,
      field: "customerId",
      found: displayedText(row, columnIndex),
    });
  }
}
