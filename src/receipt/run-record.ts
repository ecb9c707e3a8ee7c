import type { StopReason } from "../bitbybit/outcome";
import type { OpenRefusal } from "../journal/open-batch";
import { parseObject } from "../text/json";
import type { Environment, RunKind } from "./progress";
import { emptyReceipt, type Receipt } from "./receipt";

/** Why a run ended. */
export type EndReason =
  | { why: "done" }
  | { why: "stoppedByUser" }
  /** The API, or the circuit breaker, says that it needs a person. */
  | { why: "stop"; reason: StopReason | "lostBatches" | "emptyWindows" | "limitTooLong"; untilMs?: number }
  | { why: "notRecorded"; refusal: Exclude<OpenRefusal, "superseded" | "changed"> }
  /** A column moved while results were written. `cells`: what got others' texts, and what stood there. */
  | { why: "columnsMoved"; cells: readonly { cell: string; had: string }[] }
  | { why: "columnsGone" }
  | { why: "sheetGone" }
  | { why: "otherKey" };

/** What a run has to remember between its executions. Which orders belong to it stands in their send keys. */
export interface RunRecord {
  id: string;
  kind: RunKind;
  /** Who runs, for colleagues; may be empty. */
  userName: string;
  environment: Environment;
  apiKeyHash: string;
  sheetId: number;
  sheetName: string;
  startedAtMs: number;
  /** When an execution last worked on it: from then on colleagues wait for it. */
  workedAtMs: number;
  /** Orders that are to be sent. */
  queued: number;
  /** What became of all other selected orders, known before anything was sent. */
  before: Receipt;
  hiddenRows: number;
  sent: boolean;
  created: boolean;
  /** Null while it is under way. */
  end: EndReason | null;
  /** The counts of a run that has ended. */
  receipt: Receipt;
  /** Orders of it that exist more than once. */
  madeTwice: number;
}

const property = "bitbybit.run";
const version = 2;

/** The last run of this spreadsheet; null when there is none, or its record cannot be read. */
export function readRun(properties: Readonly<Record<string, string>>): RunRecord | null {
  const { v, ...run }: { v?: unknown } & Partial<RunRecord> = parseObject(properties[property]) ?? {};
  if (v !== version || typeof run.id !== "string" || typeof run.sheetId !== "number") return null;
  return {
    ...blank,
    ...run,
    end: readEnd(run.end),
    before: { ...emptyReceipt(), ...run.before },
    receipt: { ...emptyReceipt(), ...run.receipt },
  };
}

/** Properties can be written by hand: what is named of hit cells has the shape that sentences need. */
function readEnd(end: EndReason | null | undefined): EndReason | null {
  if (end?.why !== "columnsMoved") return end ?? null;
  const cells: readonly unknown[] = Array.isArray(end.cells) ? end.cells : [];
  return { ...end, cells: cells.filter(isHitCell) };
}

function isHitCell(value: unknown): value is { cell: string; had: string } {
  const { cell, had } = (value ?? {}) as Record<string, unknown>;
  return typeof cell === "string" && typeof had === "string";
}

/** True if a newer version of the add-on wrote the last run's record: it must not be overwritten. */
export function isRunOfNewerVersion(properties: Readonly<Record<string, string>>): boolean {
  const found = /"v":(\d+)/.exec(properties[property] ?? "");
  return found !== null && Number(found[1]) > version;
}

/** True for a run of this user, judged by the name in the settings, which may be empty, and by the API key. */
export function isOwnRun(run: RunRecord, user: Pick<RunRecord, "userName" | "apiKeyHash">): boolean {
  return run.userName === user.userName && run.apiKeyHash === user.apiKeyHash;
}

/** True while an execution may be at work on a run: others leave its rows alone. */
export function isLive(run: RunRecord | null, nowMs: number, leaseMs: number): run is RunRecord {
  return run !== null && run.end === null && nowMs - run.workedAtMs <= leaseMs;
}

/** The run's record as a document property. */
export function runProperty(run: RunRecord): Record<string, string> {
  return { [property]: JSON.stringify({ v: version, ...run }) };
}

const blank: RunRecord = {
  id: "",
  kind: "create",
  userName: "",
  environment: "test",
  apiKeyHash: "",
  sheetId: 0,
  sheetName: "",
  startedAtMs: 0,
  workedAtMs: 0,
  queued: 0,
  before: emptyReceipt(),
  hiddenRows: 0,
  sent: false,
  created: false,
  end: { why: "done" },
  receipt: emptyReceipt(),
  madeTwice: 0,
};
