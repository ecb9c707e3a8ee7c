import { type Execution, lockWaitMs } from "./execution";
import { appendLines, counted, type LogLine, type LogState, logRecord, refreshed } from "./log";
import { SheetFault } from "./ports";

/** Writes lines to the log at once; a log that cannot be written stops nothing, since slots and sheet hold what counts. */
export function writeLog(execution: Execution, log: LogState, lines: readonly LogLine[]): LogState {
  if (lines.length === 0) return log;
  const { ports } = execution;
  // Whoever holds the lock for so long is not adding lines to the log; without it the refreshing is still worth having.
  const locked = ports.lock.tryLock(lockWaitMs);
  try {
    const next = appendLines(ports.log, refreshed(ports.log, log, ports.properties.readAll()), lines);
    ports.spreadsheet.flush();
    ports.properties.write(logRecord(next, ports.properties.readAll()));
    return counted(next);
  } catch (fault) {
    if (fault instanceof SheetFault) return log;
    throw fault;
  } finally {
    if (locked) ports.lock.release();
  }
}
