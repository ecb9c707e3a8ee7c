import { type Execution, lockWaitMs } from "./execution";
import { appendLines, counted, type LogState, logRecord, refreshed } from "./log";
import type { LogLine } from "./log-line";
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
    const next = appendLines(ports.log, refreshed(ports.log, log, before), lines);
    ports.spreadsheet.flush();
    const now = locked ? before : ports.properties.readAll();
    ports.properties.write({ ...others, ...logRecord(next, now) });
    return counted(next);
  } catch (fault) {
    if (fault instanceof SheetFault) return withoutLog();
    throw fault;
  } finally {
    if (locked) ports.lock.release();
  }
}
