import { type Execution, lockWaitMs } from "./execution";
import { appendLines, counted, type LogState, logRecord, refreshed } from "./log";
import { type LogLine, logHeader } from "./log-line";
import { SheetFault } from "./ports";

/**
 * Writes lines to the log at once; a log that cannot be written stops nothing, since slots and sheet hold what counts.
 * `others` are properties to be written along with the log's record, or by themselves where there is none to write.
 */
export function writeLog(
  execution: Execution,
  log: LogState,
  lines: readonly LogLine[],
  others: Readonly<Record<string, string>> = {},
): LogState {
  const { ports } = execution;
  const withoutLog = () => {
    if (Object.keys(others).length > 0) ports.properties.write(others);
    return log;
  };
  if (lines.length === 0) return withoutLog();
  // Whoever holds the lock for so long is not adding lines to the log; without it the refreshing is still worth having.
  const locked = ports.lock.tryLock(lockWaitMs);
  try {
    const before = ports.properties.readAll();
    const found = refreshed(ports.log, log, before);
    const next = appendLines(ports.log, found, lines);
    ports.spreadsheet.flush();
    const now = locked ? before : ports.properties.readAll();
    if (ports.properties.write({ ...others, ...logRecord(next, now) })) return counted(next);
    // Lines that are not counted would stand in for others that go missing.
    if (next.sheetId !== null) {
      const blank = lines.map(() => logHeader.map(() => ""));
      ports.log.write(next.sheetId, next.lineCount - lines.length, blank);
      ports.spreadsheet.flush();
    }
    return withoutLog();
  } catch (fault) {
    if (fault instanceof SheetFault) return withoutLog();
    throw fault;
  } finally {
    if (locked) ports.lock.release();
  }
}
