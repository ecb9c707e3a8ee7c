import type { Receipt, ReceiptCategory } from "../receipt/receipt";

/** What the active sheet looks like to the add-on. */
export type SheetFacts =
  | {
      kind: "understood";
      /** Columns that the add-on reads, and columns of the user's own. */
      knownColumns: number;
      otherColumns: number;
      /** Rows below the header that are not empty. */
      rows: number;
      /** True if the user has confirmed headers in other words. */
      mapped: boolean;
    }
  | {
      kind: "notUnderstood" /** Needed columns that are not there. */;
      missing: number /** Headers there twice. */;
      twice: number;
    }
  | { kind: "unreadable" };

/** The last run: counts of orders and codes, never a cell's text. */
export interface RunFacts {
  kind: "create" | "check" | "resolve" | "sendAgain";
  environment: "test" | "live";
  state: "running" | "ended";
  /** Why it stopped before its end, as a code of the core; null if it did not. */
  stopCode: string | null;
  /** When it started and when it was last worked on, in milliseconds since 1970. */
  startedAtMs: number;
  workedAtMs: number;
  counts: Readonly<Receipt>;
}

const outcomes: readonly ReceiptCategory[] = [
  "created",
  "invalid",
  "rejected",
  "notSent",
  "unconfirmed",
  "skipped",
  "valid",
];

/** Everything that the report is made of. There is no field for a key, a name, a header or any other cell. */
export interface HelpFacts {
  /** The add-on's version. */
  version: string;
  /** When the report was made, in milliseconds since 1970. */
  nowMs: number;
  /** The kind of API key that is saved. */
  key: "none" | "test" | "live";
  /** Whether the API address is the default one. */
  apiAddress: "default" | "changed";
  referencePlace: "notes" | "tags";
  sheet: SheetFacts;
  /** Null if the spreadsheet has had none. */
  run: RunFacts | null;
  /** The record of what was sent: its size in bytes and the most that it may have; null if it cannot be read. */
  record: { bytes: number; maxBytes: number } | null;
  /** The spreadsheet's locale and time zone, such as `in_ID` and `Asia/Jakarta`. */
  locale: string;
  timeZone: string;
}

const maxTextLength = 40;

/**
 * The report that a user copies and sends to whoever helps: one fact a line, `name: value`. It is in English in every
 * language, since a person elsewhere has to read it. It holds no customer data and no API key: only numbers and code words
 * go into it, and what is a text all the same is cut to its first 40 plain characters.
 *
 * @example helpReport(facts) // "bitbybit Orders 0.1.0\nmade: 2026-11-26T08:00:00.000Z\nkey: test\n…"
 */
export function helpReport(facts: HelpFacts): string {
  const { record } = facts;
  return [
    `bitbybit Orders ${codeWord(facts.version)}`,
    `made: ${moment(facts.nowMs)}`,
    `key: ${facts.key}`,
    `API address: ${facts.apiAddress}`,
    `reference in: ${facts.referencePlace}`,
    `locale: ${codeWord(facts.locale)}, time zone: ${codeWord(facts.timeZone)}`,
    `sheet: ${sheetLine(facts.sheet)}`,
    `record: ${record === null ? "unreadable" : `${record.bytes} of ${record.maxBytes} bytes`}`,
    ...(facts.run === null ? ["last run: none"] : runLines(facts.run)),
  ].join("\n");
}

function sheetLine(sheet: SheetFacts): string {
  if (sheet.kind === "unreadable") return "unreadable";
  if (sheet.kind === "notUnderstood") {
    return `not understood, missing columns ${sheet.missing}, double headers ${sheet.twice}`;
  }
  const mapped = sheet.mapped ? ", headers mapped" : "";
  return `understood, known columns ${sheet.knownColumns}, other columns ${sheet.otherColumns}, rows ${sheet.rows}${mapped}`;
}

function runLines(run: RunFacts): string[] {
  const stopped = run.stopCode === null ? "" : `, stopped by ${codeWord(run.stopCode)}`;
  return [
    `last run: ${run.kind}, ${run.environment}, ${run.state}${stopped}`,
    `last run started: ${moment(run.startedAtMs)}, worked on: ${moment(run.workedAtMs)}`,
    `last run counts: ${outcomes.map((outcome) => `${outcome} ${run.counts[outcome]}`).join(", ")}`,
  ];
}

/** A moment in UTC; one that no clock can show is said to be unknown. */
function moment(ms: number): string {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? "unknown" : date.toISOString();
}

/** A version, a code or the name of a place, by its plain characters alone. What looks like an API key is taken out first. */
function codeWord(text: string): string {
  const plain = text.replace(/bbb_(live|test)_\S*/gi, "").replace(/[^\w./+-]/g, "");
  return plain === "" ? "unknown" : plain.slice(0, maxTextLength);
}
