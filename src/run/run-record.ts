import type { Environment, RunKind } from "./progress";
import { emptyReceipt, type Receipt } from "./receipt";

/**
 * What a run has to remember between its executions. Which orders belong to it stands in their send keys (the run mark),
 * so this stays small however many they are.
 */
export interface RunRecord {
  /** Also the run mark of its send keys. */
  id: string;
  kind: RunKind;
  /** Who runs, for colleagues; may be empty. */
  userName: string;
  environment: Environment;
  keyMark: string;
  sheetId: number;
  sheetName: string;
  startedAtMs: number;
  /** When an execution last worked on it: the lease that colleagues are told about. */
  workedAtMs: number;
  /** Orders that are to be sent. */
  keyed: number;
  /** Those among them whose key is not in the sheet yet; their rows are as the user left them. */
  unkeyed: number;
  /** The outcomes of all other selected orders, known before anything was sent. */
  before: Receipt;
  /** Keyed orders that another run took. */
  taken: number;
  hiddenRows: number;
  /** Lines that the log was short of when the run started. */
  missingLines: number;
  sent: boolean;
  created: boolean;
  ended: boolean;
  /** Counts and last sentence, once it has ended. */
  receipt: Receipt;
  summary: string;
}

const property = "bitbybit.run";

/** The last run of this spreadsheet; null where there is none, or its record cannot be read. */
export function readRun(properties: Readonly<Record<string, string>>): RunRecord | null {
  try {
    const record: unknown = JSON.parse(properties[property] ?? "");
    if (typeof record !== "object" || record === null) return null;
    const { v, ...run } = record as { v?: unknown } & Partial<RunRecord>;
    if (v !== 1 || typeof run.id !== "string" || typeof run.sheetId !== "number") return null;
    return {
      ...blank,
      ...run,
      before: { ...emptyReceipt(), ...run.before },
      receipt: { ...emptyReceipt(), ...run.receipt },
    };
  } catch {
    return null;
  }
}

/** True for a run of this user, as far as can be told: by the name in the settings, which may be empty, and by the API key. */
export function isOwnRun(run: RunRecord, user: Pick<RunRecord, "userName" | "keyMark">): boolean {
  return run.userName === user.userName && run.keyMark === user.keyMark;
}

/** The run's record as a document property. */
export function runProperty(run: RunRecord): Record<string, string> {
  return { [property]: JSON.stringify({ v: 1, ...run }) };
}

const blank: RunRecord = {
  id: "",
  kind: "create",
  userName: "",
  environment: "test",
  keyMark: "",
  sheetId: 0,
  sheetName: "",
  startedAtMs: 0,
  workedAtMs: 0,
  keyed: 0,
  unkeyed: 0,
  before: emptyReceipt(),
  taken: 0,
  hiddenRows: 0,
  missingLines: 0,
  sent: false,
  created: false,
  ended: true,
  receipt: emptyReceipt(),
  summary: "",
};
