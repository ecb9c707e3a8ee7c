import type { Outcome } from "../bitbybit/outcome";
import { english } from "../messages/english";
import { parseSendKey } from "../orders/send-key";
import { type Execution, whileLocked } from "./execution";
import {
  counted,
  evidenceOf,
  type LogState,
  linesToAppend,
  logRecord,
  readLog,
  refreshed,
  sameMomentMs,
} from "./log";
import type { LogLine } from "./log-line";
import { cellsOf, logLineOf } from "./result-cells";
import type { ResultCells } from "./sheet-view";
import { freeSlot, keepInSlot, loggedMark, openSlot, readSlots, type Slot, strayResults } from "./slots";
import { claimedWaitMs } from "./waits";
import { writeByKey } from "./write-by-key";

/** What an execution knows once it has settled what earlier ones left behind. */
export interface Settled {
  log: LogState;
  /** Slots that are still open: answers may come, or cells could not be written. */
  slots: Slot[];
  /** Sentences for the user about records that could not be read. */
  notices: string[];
  /** The document's properties as they were before anything was settled. */
  properties: Readonly<Record<string, string>>;
}

/**
 * The first thing that every execution does: what slots know is written where it belongs, beside the order's rows and
 * into the log. Kill, Stop, closed tab, undo and resume all end here. Without open slots it costs no sheet call but the
 * log's.
 */
export function settle(execution: Execution): Settled {
  const { ports } = execution;
  const properties = ports.properties.readAll();
  const { slots, unreadable } = readSlots(properties);
  const notices = unreadable.length > 0 ? [english.runs.unreadableSlots(unreadable.length)] : [];
  for (const name of strayResults(properties)) ports.properties.remove(name);
  const known = readLog(ports.log, properties);
  if (slots.length === 0) return { log: known, slots: [], notices, properties };
  return whileLocked(execution, english.runs.busy, () => {
    // While this waited for the lock, whoever held it may have freed slots or added to the log.
    const now = ports.properties.readAll();
    let state = refreshed(ports.log, known, now);
    const open: Slot[] = [];
    for (const slot of readSlots(now).slots) {
      const { log: next, slot: rest } = settleSlot(execution, slot, state);
      state = next;
      if (rest) open.push(rest);
    }
    return { log: state, slots: open, notices, properties };
  });
}

/** Writes one slot's outcomes; what is left of the slot, or null when it is freed. */
function settleSlot(execution: Execution, slot: Slot, log: LogState): { log: LogState; slot: Slot | null } {
  const { ports } = execution;
  const logged = evidenceOf(log.attempts);
  const cells = new Map<string, ResultCells>();
  const lines: LogLine[] = [];
  const unsettled = new Set<string>();
  slot.keyTexts.forEach((keyText, index) => {
    const key = parseSendKey(keyText);
    if (!key) return;
    const earlier = logged.byStem.get(key.stem);
    if (earlier && earlier.keyText === keyText && earlier.outcome === "created") return;
    const result = slot.results[index] ?? waitedFor(slot, ports.clock.nowMs());
    if (!result) {
      unsettled.add(keyText);
      return;
    }
    cells.set(keyText, cellsOf(result.outcome, key.environment, ports.clock.format(result.atMs)));
    const alreadyLogged = log.attempts.some(
      (one) =>
        one.keyText === keyText &&
        one.outcome === result.outcome.kind &&
        Math.abs(one.atMs - result.atMs) < sameMomentMs,
    );
    if (!alreadyLogged)
      lines.push(logLineOf(result.outcome, key.environment, { keyText, ref: "", atMs: result.atMs }));
  });
  // Nothing to settle yet: its execution may be saving results at this very moment, so it stays untouched.
  if (cells.size === 0 && unsettled.size === slot.keyTexts.length) return { log, slot };
  let state = log;
  const sheet = ports.spreadsheet.sheetById(slot.sheetId);
  const append = linesToAppend(ports.log, log, lines);
  const alongside = () => {
    state = append();
  };
  if (sheet && cells.size > 0) {
    const result = writeByKey(ports.spreadsheet, sheet, { cells, alongside });
    if (!result.alongsideDone) for (const keyText of cells.keys()) unsettled.add(keyText);
    // A cell that refuses keeps its order in the log; only what a sort displaced at every try is worth another.
    if (result.refusedCell === null) for (const keyText of result.unsettled) unsettled.add(keyText);
  } else if (lines.length > 0) {
    alongside();
    ports.spreadsheet.flush();
  }
  if (unsettled.size === 0) {
    // Also where no line was added: an execution killed right after its flush left lines that nobody has counted.
    const record = { ...logRecord(state, ports.properties.readAll()), ...loggedMark(slot) };
    // Without room for the count, the slot alone tells these lines from others that go missing.
    if (!ports.properties.write(record)) return { log: state, slot };
    freeSlot(ports.properties, slot.id);
    return { log: counted(state), slot: null };
  }
  const rest: Slot = { ...keepInSlot(slot, unsettled), logged: true };
  const isCounted = openSlot(ports.properties, rest, logRecord(state, ports.properties.readAll()));
  return isCounted ? { log: counted(state), slot: rest } : { log: state, slot };
}

/** A key without a result is left alone as long as its execution may still be sending; then its answer is lost. */
function waitedFor(slot: Slot, nowMs: number): { outcome: Outcome; atMs: number } | null {
  if (nowMs < slot.claimedAtMs + claimedWaitMs) return null;
  return { outcome: { kind: "unconfirmed", reason: "killed" }, atMs: slot.claimedAtMs };
}
