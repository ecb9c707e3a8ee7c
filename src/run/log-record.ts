/** All orders in bitbybit were looked through with one API key, and what the log lacked was written into it anew. */
export interface LogCheck {
  /** Lines that were missing then. */
  missing: number;
  /**
   * Stands in the line that tells of it. Where that line is gone, a version from before was restored: then other lines may
   * be back, so that the count alone would look right while what the check had found is missing again.
   */
  id: string;
}

const property = "bitbybit.log";

/** What document properties say about the log. */
export interface LogRecord {
  sheetId: number;
  /** Ever written, those that were dropped for their age counted in; never falls. */
  lines: number;
  dropped: number;
  checked: Record<string, LogCheck>;
}

/** Reads the record; null where there is none, or it cannot be read. */
export function readLogRecord(properties: Readonly<Record<string, string>>): LogRecord | null {
  try {
    const record: unknown = JSON.parse(properties[property] ?? "");
    if (typeof record !== "object" || record === null) return null;
    const { sheetId, lines, dropped = 0, checked } = record as Record<string, unknown>;
    if (typeof sheetId !== "number" || typeof lines !== "number" || typeof dropped !== "number") return null;
    const checks = Object.entries(checked ?? {}).filter((entry): entry is [string, LogCheck] => {
      const { missing, id } = Object(entry[1]) as Partial<Record<keyof LogCheck, unknown>>;
      return typeof missing === "number" && typeof id === "string";
    });
    return { sheetId, lines, dropped, checked: Object.fromEntries(checks) };
  } catch {
    return null;
  }
}

/** The record as a document property. */
export function logRecordProperty(record: LogRecord): Record<string, string> {
  return { [property]: JSON.stringify({ v: 1, ...record }) };
}
