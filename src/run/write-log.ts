import type { Execution } from "./execution";
import { appendLines, type LogLine, type LogState, logRecord } from "./log";
import { SheetFault } from "./ports";

/** Writes lines to the log at once; a log that cannot be written stops nothing, since slots and sheet hold what counts. */
export function writeLog(execution: Execution, log: LogState, lines: readonly LogLine[]): LogState {
  if (lines.length === 0) return log;
  const { ports } = execution;
  try {
    const next = appendLines(ports.log, log, lines);
    ports.spreadsheet.flush();
    ports.properties.write(logRecord(next));
    return next;
  } catch (fault) {
    if (fault instanceof SheetFault) return log;
    throw fault;
  }
}
