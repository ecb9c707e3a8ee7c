/** One service call as the latency model sees it. */
export interface TimedCall {
  service: string;
  method: string;
  /** Cells that the call writes into the buffer. */
  cells: number;
  /** Cells that wait in the buffer and are sent to the document by this call, because it flushes or reads. */
  flushedCells: number;
  /** True for the first call of this execution that touches the document. */
  firstTouch: boolean;
  /** True for the first call of this very method in this execution. */
  firstOfMethod: boolean;
}

/** Gives the milliseconds that a call takes, besides what an HTTP answer or a sleep takes. */
export type LatencyModel = (call: TimedCall) => number;

const firstTouchMs = 150;
/** One row written and flushed at once takes 30 ms, 4,000 cells 610 ms. */
const flushBaseMs = 28;
const flushMsPerCell = 0.1455;
/** 4,000 cells written into the buffer take 40 ms. */
const bufferedMsPerCell = 0.01;

/** Typical milliseconds by `Service.method`, after published measurements; `assumed` if none were found. */
export const typicalMs: Readonly<Record<string, number>> = {
  "SpreadsheetApp.getActiveSheet": 8,
  "Spreadsheet.getActiveSheet": 8,
  "Sheet.getSheetId": 2,
  "Range.getValues": 150,
  "Range.getDisplayValues": 150,
  "Range.getFormulas": 150,
  "Range.getNotes": 150,
  "Range.getBackgrounds": 150,
  "Range.getNumberFormats": 150,
  "Range.getValue": 150,
  "Range.getDisplayValue": 150,
  "Properties.getProperty": 40,
  "Properties.getProperties": 40,
  "Properties.getKeys": 40,
  "Properties.setProperty": 40,
  "Properties.setProperties": 40,
  "Properties.deleteProperty": 40,
  "Properties.deleteAllProperties": 40,
  "Cache.get": 30,
  "Cache.getAll": 30,
  "Cache.put": 30,
  "Cache.putAll": 30,
  "Cache.remove": 30,
  "Cache.removeAll": 30,
  "UrlFetchApp.fetchAll": 500,
  "UrlFetchApp.fetch": 400,
  "Lock.tryLock": 50, // assumed
  "Lock.waitLock": 50, // assumed
  "Sheet.isRowHiddenByFilter": 5, // assumed; 150 the first time
};

/** A round trip of google.script.run, besides the execution itself. */
export const sidebarRoundTripMs = 1000;

const slowFirst: Readonly<Record<string, number>> = { "Sheet.isRowHiddenByFilter": 150 };

/** The typical latencies, without any spread: for counting what an algorithm costs. */
export function typicalLatency(): LatencyModel {
  return (call) => {
    const name = `${call.service}.${call.method}`;
    const own = (call.firstOfMethod ? slowFirst[name] : undefined) ?? typicalMs[name] ?? 0;
    const flushes = call.flushedCells > 0 || name === "SpreadsheetApp.flush";
    const flush = flushes ? flushBaseMs + flushMsPerCell * call.flushedCells : 0;
    return own + flush + bufferedMsPerCell * call.cells + (call.firstTouch ? firstTouchMs : 0);
  };
}

/**
 * The typical latencies with a heavy tail: half of the calls take up to 1.4 times as long, one in a hundred ten times.
 * `random` gives numbers from 0 up to 1.
 */
export function heavyTailedLatency(random: () => number): LatencyModel {
  const typical = typicalLatency();
  return (call) => {
    const base = typical(call);
    // A Pareto distribution with exponent 2 from 1 on, cut off at 20.
    return base === 0 ? 0 : base * Math.min(20, 1 / Math.sqrt(1 - random()));
  };
}
