import type { ListedRows } from "../plan/plan";
import type { RunKind } from "../receipt/progress";

/** So many rows are taken from the page at once. */
const maxRows = 10_000;

/** The page may send anything; what names no rows stands for the selection. */
export function listedRows(rows: unknown): ListedRows | null {
  if (typeof rows !== "object" || rows === null) return null;
  const { sheetId, rowNumbers } = rows as { sheetId?: unknown; rowNumbers?: unknown };
  if (typeof sheetId !== "number" || !Array.isArray(rowNumbers)) return null;
  return { sheetId, rowNumbers: rowNumbers.filter((row) => Number.isInteger(row)).slice(0, maxRows) };
}

/** The page may send anything; what is no kind of run is a check, which sends nothing. */
export function knownKind(kind: unknown): RunKind {
  return kind === "create" || kind === "resolve" || kind === "sendAgain" ? kind : "check";
}
