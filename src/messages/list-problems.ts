import type { ProblemItem, ProblemKind, ProblemList } from "../endpoints";
import { english } from "../messages/english";
import { mapColumns } from "../orders/columns";
import { parseStatus, type Status } from "../orders/status";
import type { SheetPort } from "../run/ports";
import { readStatusCells } from "../sheet/row-record";
import { cellName } from "../text/a1";

/** Rows that a sidebar lists at once. */
const mostItems = 500;

/** The rows of a sheet that need a person, as their Status and Message say, in the order of the sheet. */
export function listProblems(sheet: SheetPort): ProblemList {
  const display = sheet.readDisplay();
  const map = mapColumns(display[0] ?? []);
  if (!map.ok) return { sheetName: sheet.name(), items: [], more: 0 };
  const { columns } = map;
  const refColumn = columns.data.orderRef;
  const messageColumn = columns.status.message ?? columns.status.status ?? 0;
  const items: ProblemItem[] = [];
  display.slice(1).forEach((texts, index) => {
    const rowNumber = index + 2;
    const { status, message } = readStatusCells(texts, columns);
    const kind = kindOf(parseStatus(status), message);
    if (!kind) return;
    const ref = refColumn === undefined ? "" : (texts[refColumn] ?? "").trim();
    items.push({
      sheetId: sheet.sheetId,
      cell: /^([A-Z]{1,3}[0-9]+)\b/.exec(message)?.[1] ?? cellName(rowNumber, messageColumn),
      rowNumber,
      order: english.runs.orderName(ref, [rowNumber]),
      status,
      message,
      kind,
    });
  });
  return {
    sheetName: sheet.name(),
    items: items.slice(0, mostItems),
    more: Math.max(0, items.length - mostItems),
  };
}

function kindOf(status: Status | "" | null, message: string): ProblemKind | null {
  if (english.reviews.isReview(message)) return "held";
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
