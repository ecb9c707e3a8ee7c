import type { ProblemItem, ProblemKind, ProblemList } from "../endpoints";
import { english } from "../messages/english";
import { cellName } from "../text/a1";
import { parseStatus, type Status } from "../orders/status";
import type { SheetPort } from "./ports";
import { viewSheet } from "./sheet-view";

/** Rows that a sidebar lists at once. */
const mostItems = 500;

/** The rows of a sheet that need a person, as their Status and Message say, in the order of the sheet. */
export function listProblems(sheet: SheetPort): ProblemList {
  const display = sheet.readDisplay();
  const view = viewSheet(display);
  if (!view) return { sheetName: sheet.name(), items: [], more: 0 };
  const refColumn = view.columns.data.orderRef;
  const messageColumn = view.columns.status.message ?? view.columns.status.status ?? 0;
  const items: ProblemItem[] = [];
  for (const row of view.rows) {
    const kind = kindOf(parseStatus(row.cells.status), row.cells.message);
    if (!kind) continue;
    const ref = refColumn === undefined ? "" : (display[row.rowNumber - 1]?.[refColumn] ?? "").trim();
    items.push({
      sheetId: sheet.sheetId,
      cell: /^([A-Z]{1,3}[0-9]+)\b/.exec(row.cells.message)?.[1] ?? cellName(row.rowNumber, messageColumn),
      rowNumber: row.rowNumber,
      order: english.runs.orderName(ref, [row.rowNumber]),
      status: row.cells.status,
      message: row.cells.message,
      kind,
    });
  }
  return {
    sheetName: sheet.name(),
    items: items.slice(0, mostItems),
    more: Math.max(0, items.length - mostItems),
  };
}

function kindOf(status: Status | "" | null, message: string): ProblemKind | null {
  if (english.holds.isHold(message)) return "held";
  switch (status) {
    case "Invalid":
      return "invalid";
    case "Rejected":
      return "rejected";
    case "Not sent":
      return "notSent";
    case "Unconfirmed":
    case "Sending":
      return "unconfirmed";
    default:
      return null;
  }
}
