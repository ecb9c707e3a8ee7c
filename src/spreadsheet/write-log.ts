import type { Context } from "../execution/context";
import type { Batch } from "../journal/entry";
import { requestKey } from "../journal/journal";
import type { SendKey } from "../orders/send-key";
import { SheetFault } from "../ports/ports";
import type { SheetReading } from "../sheet/sheet-reading";
import { type LogLine, linesOfBatch, textsOfLine } from "./log-line";

/**
 * Adds lines to the log, for people. False when the sheet does not take them: nothing depends on the log, so that only the
 * batches that they tell of keep their records.
 */
export function writeLog({ ports }: Pick<Context, "ports">, lines: readonly LogLine[]): boolean {
  if (lines.length === 0) return true;
  try {
    ports.log.append(lines.map(textsOfLine));
    ports.spreadsheet.flush();
    return true;
  } catch (fault) {
    if (!(fault instanceof SheetFault)) throw fault;
    return false;
  }
}

/** The lines about batches, with the refs that a sheet shows beside their keys. */
export function linesAbout(batches: readonly Batch[], sheet: SheetReading | null): LogLine[] {
  const refs = refsByRequest(sheet);
  return batches.flatMap((batch) => linesOfBatch(batch, (key) => refs.get(requestKey(key)) ?? ""));
}

/** The Order ref of a request, if the sheet shows its key; "" otherwise. */
export function refIn(sheet: SheetReading, key: SendKey): string {
  return refsByRequest(sheet).get(requestKey(key)) ?? "";
}

function refsByRequest(sheet: SheetReading | null): Map<string, string> {
  const refs = new Map<string, string>();
  for (const { order, rows } of sheet?.orders ?? []) {
    const key = rows[0]?.key;
    if (key && !refs.has(requestKey(key))) refs.set(requestKey(key), order.ref);
  }
  return refs;
}
