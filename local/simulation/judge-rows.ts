import { parseStatus } from "../../src/orders/status";
import { isTypedId } from "./mend";
import { groupedRows, type OrderRow } from "./order-sheet";
import { failer, type Verdict } from "./verdict";
import type { World } from "./world";

/** Each row says that its order is made, under an ID that is its own, or it says what to do. */
export function judgeRows(world: World, rows: readonly OrderRow[], verdict: Verdict): void {
  const made = new Map(world.made().map((order) => [order.id, world.tokenOf(order)]));
  const silentHomes = new Map<string, OrderRow>();
  for (const group of groupedRows(rows)) {
    verdict.orders += 1;
    if (group.every((row) => isCreated(row) && row.orderId !== "" && !isHeld(row))) verdict.created += 1;
    else {
      const reason = reasonOf(group.find((row) => row.message !== "")?.message ?? "");
      verdict.held.set(reason, (verdict.held.get(reason) ?? 0) + 1);
    }
    for (const row of group) {
      judgeStatus(row, group, verdict);
      if (speaksForItsId(world, row, made)) judgeId(row, group, made, silentHomes, verdict);
    }
  }
}

/** No row is left under way, or without an ID or a word. */
function judgeStatus(row: OrderRow, group: readonly OrderRow[], verdict: Verdict): void {
  const fail = failer(verdict);
  if (row.status === "Sending") fail("stuck", `${placeOf(row)} is still Sending`);
  if (isCreated(row) && row.orderId === "" && row.message === "")
    fail("lost", `${placeOf(row)} is ${row.status} without an ID`);
  if (!isCreated(row) && group.every((one) => one.message === ""))
    fail("lost", `${placeOf(row)} is "${row.status}" and says nothing`);
}

/** True for an ID that the add-on has written, and that the row's Message does not doubt. */
function speaksForItsId(world: World, row: OrderRow, made: ReadonlyMap<string, string>): boolean {
  const isFilled = world.filledIds.has(row.orderId) && !made.has(row.orderId);
  const isMadeUp = isTypedId(row.orderId) || isFilled || isOwnWord(row);
  return row.orderId !== "" && !isHeld(row) && !isMadeUp;
}

/** An ID is that of the row's own order, and of no other order's row in the same sheet. */
function judgeId(
  row: OrderRow,
  group: readonly OrderRow[],
  made: ReadonlyMap<string, string>,
  silentHomes: Map<string, OrderRow>,
  verdict: Verdict,
): void {
  const fail = failer(verdict);
  const token = made.get(row.orderId);
  if (token !== row.token)
    fail("misplaced", `${placeOf(row)} shows ${row.orderId}, which is ${token ?? "no order"}`);
  const home = `${row.sheet.sheetId} ${row.orderId}`;
  const other = silentHomes.get(home);
  if (other !== undefined && !group.includes(other))
    fail("misplaced", `${placeOf(row)} and row ${other.row} both show ${row.orderId}`);
  silentHomes.set(home, row);
}

function placeOf({ sheet, row, token }: OrderRow): string {
  return `${sheet.name} row ${row} (${token})`;
}

function isCreated(row: OrderRow): boolean {
  return row.status.startsWith("Created");
}

/**
 * A status or a time in the Order ID cell is no ID: a column was moved in the instant of a write. The run stopped and named
 * the cell, and its row says that something is wrong.
 */
function isOwnWord({ orderId, message }: OrderRow): boolean {
  return (
    message !== "" && (parseStatus(orderId) !== null || /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(orderId))
  );
}

/** True for a row whose Message tells why its cells are not to be taken at their word. */
export function isHeld(row: OrderRow): boolean {
  return row.message.startsWith("Needs your decision") || row.message.startsWith("Not known yet");
}

/** The beginning of a Message, without what is particular to one row. */
function reasonOf(message: string): string {
  return message
    .replace(/\b(ord_\w+|R-\d+|row \d+|rows [\d, –]+|[A-Z]+\d+)\b/g, "…")
    .replace(/\d+/g, "…")
    .slice(0, 90);
}
