import type { KnownAttempt } from "../orders/order-record";
import { addEvidence, type Evidence } from "../orders/order-record";
import { checkIdsOf, type LogLine, readLine, textsOf, textsOfLines } from "./log-line";
import { type LogCheck, type LogRecord, logRecordProperty, readLogRecord } from "./log-record";
import type { LogSheetPort } from "./ports";
import { attemptsOf, readSlots } from "./slots";

/** The log as it was found, and what document properties say about it. */
export interface LogState {
  /** Null while there is no log sheet. */
  sheetId: number | null;
  /** Lines of the sheet down to the last one that holds something: the next is written below. */
  lineCount: number;
  /** Empty ones among them: a version was restored while a run was adding lines, or somebody cleared some. */
  blankLines: number;
  /** Lines that ought to stand there and do not: the log was cut, or a version from before was restored. */
  missingLines: number;
  /** By API key, see `checkedMark`: when all of its orders in bitbybit were last looked through for what the log lacked. */
  checked: Readonly<Record<string, LogCheck>>;
  /** The IDs of such checks whose line stands in the log. */
  checkIds: ReadonlySet<string>;
  /** Lines that were taken out for their age. */
  droppedLines: number;
  /** Lines that the record does not know of yet: this execution added them, or one that was killed right after. */
  uncounted: number;
  attempts: KnownAttempt[];
}

/** How many lines are missing whose orders nobody has looked for in bitbybit with this API key; see `checkedMark`. */
export function unverifiedLines(state: LogState, mark: string): number {
  const check = state.checked[mark];
  const verified = check && state.missingLines <= check.missing && state.checkIds.has(check.id);
  return verified ? 0 : state.missingLines;
}

/** What stands for an API key in `LogState.checked`. */
export function checkedMark(key: { environment: "test" | "live"; keyMark: string }): string {
  return `${key.environment} ${key.keyMark}`;
}

/** The log knows whole seconds: a line and a result so close together are of the same outcome. */
export const sameMomentMs = 2_000;

/** Most lines that the log keeps; beyond it the oldest quarter goes. One read of so many takes no longer than of few. */
const mostLines = 20_000;

/** Reads the log, wherever it was moved or renamed to, and compares it with the count in document properties. */
export function readLog(log: LogSheetPort, properties: Readonly<Record<string, string>>): LogState {
  const recorded = readLogRecord(properties);
  const found = log.read(recorded?.sheetId ?? null);
  const lineCount = found?.lines.length ?? 0;
  const blankLines = (found?.lines ?? []).filter((texts) => texts.every((text) => text === "")).length;
  const attempts = (found?.lines ?? []).map(readLine).filter((attempt) => attempt !== null);
  const uncounted = uncountedLines(attempts, properties);
  const counted = lineCount - blankLines - uncounted;
  return {
    sheetId: found?.sheetId ?? null,
    lineCount,
    blankLines,
    missingLines: Math.max(0, (recorded?.lines ?? 0) - (recorded?.dropped ?? 0) - counted),
    checked: recorded?.checked ?? {},
    checkIds: new Set(checkIdsOf(found?.lines ?? [])),
    droppedLines: recorded?.dropped ?? 0,
    uncounted,
    attempts,
  };
}

/**
 * Lines about waves whose execution was killed after it wrote them and before it counted them. Without them a log that
 * lost as many others would look whole.
 */
function uncountedLines(
  attempts: readonly KnownAttempt[],
  properties: Readonly<Record<string, string>>,
): number {
  const open = readSlots(properties).slots.filter((slot) => !slot.logged);
  if (open.length === 0) return 0;
  const results = new Map(open.flatMap(attemptsOf).map((attempt) => [attempt.keyText, attempt]));
  return attempts.filter(({ keyText, outcome, atMs }) => {
    const result = results.get(keyText);
    if (!result) return false;
    const same = result.outcome === outcome || (result.outcome === "pending" && outcome === "unconfirmed");
    return same && Math.abs(result.atMs - atMs) < sameMomentMs;
  }).length;
}

/** What log and slots know, for the decisions about orders. */
export function evidenceOf(attempts: readonly KnownAttempt[]): Evidence {
  const byStem = new Map<string, KnownAttempt>();
  const createdByContent = new Map<string, KnownAttempt>();
  for (const attempt of attempts) addEvidence(byStem, createdByContent, attempt);
  return { byStem, createdByContent };
}

/**
 * Lines on their way to the log: each call buffers them, and gives the log as it then is. A second call, where the flush of
 * the first failed, puts them into the same place, so that they never stand there twice or leave a gap.
 */
export function linesToAppend(log: LogSheetPort, state: LogState, lines: readonly LogLine[]): () => LogState {
  let before = state;
  return () => {
    const after = appendLines(log, before, lines);
    const { sheetId, lineCount, blankLines, missingLines, droppedLines } = after;
    before = {
      ...before,
      sheetId,
      lineCount: lineCount - lines.length,
      blankLines,
      missingLines,
      droppedLines,
    };
    return after;
  };
}

/** Buffers lines at the log's end, making the sheet and dropping its oldest lines at need; the log as it then is. */
export function appendLines(log: LogSheetPort, state: LogState, lines: readonly LogLine[]): LogState {
  if (lines.length === 0) return state;
  const texts = textsOfLines(lines);
  let { sheetId, lineCount, blankLines, missingLines, droppedLines } = state;
  if (sheetId !== null && lineCount + lines.length > mostLines) {
    const dropped = Math.min(lineCount, lines.length + mostLines / 4);
    log.dropOldest(sheetId, dropped);
    lineCount -= dropped;
    droppedLines += dropped;
    blankLines = Math.min(blankLines, lineCount);
  }
  if (sheetId === null || !log.write(sheetId, lineCount, texts)) {
    // Deleted meanwhile: what stood there counts as missing, so that no later run takes the new log for the whole.
    missingLines += lineCount - blankLines;
    lineCount = 0;
    blankLines = 0;
    sheetId = log.create();
    log.write(sheetId, 0, texts);
  }
  const attempts = lines.map((line) => readLine(textsOf(line))).filter((attempt) => attempt !== null);
  return {
    sheetId,
    lineCount: lineCount + lines.length,
    blankLines,
    missingLines,
    checked: state.checked,
    checkIds: new Set([...state.checkIds, ...checkIdsOf(texts)]),
    droppedLines,
    uncounted: state.uncounted + lines.length,
    attempts: [...state.attempts, ...attempts],
  };
}

/**
 * The document property that reveals a log that was cut or restored, on top of what it says now: another execution, whose
 * lines nobody here has seen, may have written it since, and a count that falls back would hide that lines are gone.
 */
export function logRecord(
  state: LogState,
  properties: Readonly<Record<string, string>>,
): Record<string, string> {
  if (state.sheetId === null) return {};
  const recorded = readLogRecord(properties);
  const record: LogRecord = {
    sheetId: state.sheetId,
    lines: Math.max(writtenLines(state), (recorded?.lines ?? 0) + state.uncounted),
    dropped: Math.max(state.droppedLines, recorded?.dropped ?? 0),
    checked: { ...recorded?.checked, ...state.checked },
  };
  return logRecordProperty(record);
}

/** The same log once its record is written. */
export function counted(state: LogState): LogState {
  return state.uncounted === 0 ? state : { ...state, uncounted: 0 };
}

/** True when the properties speak of the log as it is known here: nobody else has written to it. */
function isCurrent(state: LogState, properties: Readonly<Record<string, string>>): boolean {
  const recorded = readLogRecord(properties);
  return recorded === null || recorded.lines + state.uncounted === writtenLines(state);
}

/**
 * The log as it stands now: read anew where somebody else has written to it since. Lines go to a place, not to the end, so
 * ask inside the document lock before adding any; else they would stand on top of another execution's.
 */
export function refreshed(
  log: LogSheetPort,
  state: LogState,
  properties: Readonly<Record<string, string>>,
): LogState {
  return isCurrent(state, properties) ? state : readLog(log, properties);
}

/** How many lines were ever written. */
function writtenLines({ lineCount, blankLines, missingLines, droppedLines }: LogState): number {
  return droppedLines + lineCount - blankLines + missingLines;
}
