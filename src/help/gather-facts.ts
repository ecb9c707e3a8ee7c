import { defaultApiAddress } from "../bitbybit/api-address";
import { checkApiKey } from "../bitbybit/api-key";
import { type JournalStore, StorageFault } from "../journal/journal-store";
import { isStatusHeader } from "../orders/columns";
import { type ColumnsReading, countMissing } from "../plan/columns-tab";
import type { RunOptions } from "../ports/options";
import { type RunRecord, readRun } from "../receipt/run-record";
import type { Settings } from "../settings/settings";
import type { HelpFacts, RunFacts, SheetFacts } from "./report";

/** What the report is gathered from. */
export interface HelpSources {
  version: string;
  nowMs: number;
  settings: Settings;
  /** The active sheet: everything from A1 on, as displayed, and how its columns are read; null if it cannot be read. */
  sheet: { display: readonly (readonly string[])[]; columns: ColumnsReading; isMapped: boolean } | null;
  journal: JournalStore;
  options: RunOptions;
  locale: string;
  timeZone: string;
}

/** The facts of a report: numbers and code words, and nothing that stands in a cell. */
export function gatherFacts(sources: HelpSources): HelpFacts {
  const { version, nowMs, settings, sheet, options, locale, timeZone } = sources;
  const key = checkApiKey(settings.apiKey);
  const stored = readStored(sources);
  const { maxKeptBytes, maxContentsBytes } = options.journal;
  return {
    version,
    nowMs,
    key: key.ok ? key.environment : "none",
    apiAddress: settings.apiAddress === defaultApiAddress ? "default" : "changed",
    referencePlace: settings.referencePlace,
    sheet: sheet ? sheetFacts(sheet) : { kind: "unreadable" },
    run: stored?.run ? runFacts(stored.run) : null,
    record: stored && { bytes: stored.bytes, maxBytes: maxKeptBytes + maxContentsBytes },
    locale,
    timeZone,
  };
}

function readStored({ journal }: HelpSources): { run: RunRecord | null; bytes: number } | null {
  try {
    const stored = journal.read();
    return { run: readRun(stored.properties), bytes: stored.journal.records.bytes };
  } catch (fault) {
    if (fault instanceof StorageFault) return null;
    throw fault;
  }
}

function sheetFacts({ display, columns: reading, isMapped }: NonNullable<HelpSources["sheet"]>): SheetFacts {
  const { columns } = reading;
  if (!columns)
    return {
      kind: "notUnderstood",
      missing: countMissing(reading),
      twice: reading.proposal?.conflicts.length ?? 0,
    };
  const headers = columns.headerRow.filter((text) => text.trim() !== "");
  const knownColumns = Object.keys(columns.data).length;
  const statusColumns = headers.filter((text) => isStatusHeader(text)).length;
  const rows = display.slice(columns.headerRowNumber).filter((row) => row.some((text) => text.trim() !== ""));
  return {
    kind: "understood",
    knownColumns,
    otherColumns: Math.max(0, headers.length - knownColumns - statusColumns),
    rows: rows.length,
    mapped: isMapped,
  };
}

function runFacts(run: RunRecord): RunFacts {
  const { kind, environment, end, startedAtMs, workedAtMs, receipt } = run;
  return {
    kind,
    environment,
    state: end ? "ended" : "running",
    stopCode: !end || end.why === "done" ? null : end.why === "stop" ? end.reason : end.why,
    startedAtMs,
    workedAtMs,
    counts: receipt,
  };
}
