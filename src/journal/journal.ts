import type { SendKey } from "../orders/send-key";
import { hashLength } from "../text/text-hash";
import { type Batch, type Entry, type EntryState, isOpen, mayExist } from "./entry";

/** A run as the journal lists it, from before its first key is written. */
export interface ListedRun {
  id: string;
  /** Batches that were ever opened for it. */
  opened: number;
  /** Those of them that were folded: all their results stood in the sheet, and only created orders are kept. */
  folded: number;
  /** The batches that were folded last, whose records may not be removed yet. */
  folding: readonly string[];
}

/** A run of which some order may be forgotten: a key of it without an entry proves nothing any more. */
export function unproven(run: ListedRun): ListedRun {
  return { ...run, opened: run.opened + 1_000_000 };
}

/** All that the records say. */
export interface JournalRecords {
  batches: Batch[];
  /** Created orders of batches that were folded, the oldest first. */
  kept: Entry[];
  /** How many created orders of a content are remembered by their content alone; see `contentKey`. */
  contents: ReadonlyMap<string, number>;
  runs: readonly ListedRun[];
  /** Names of records that cannot be read: damaged, or written by a newer version. Nothing is sent while there are any. */
  unreadable: string[];
  /** Bytes of all records, in UTF-8. */
  bytes: number;
}

/** All attempts of one order, as one. */
export interface Request {
  /** The key of its latest attempt. */
  key: SendKey;
  refHash: string;
  sheetId: number;
  entries: readonly Entry[];
}

/** Stands for a request. The environment is part of it: a live order is never the same request as its test. */
export function requestKey(key: Pick<SendKey, "environment" | "requestId">): string {
  return `${key.environment === "live" ? "L" : "T"}${key.requestId}`;
}

/** Stands for a content in an environment. The API key is not part of it: after a rotation the shop is the same. */
export function contentKey(environment: SendKey["environment"], fingerprint: string): string {
  return `${environment === "live" ? "L" : "T"}${fingerprint}`;
}

/** The part of a content key that says whose order it is: its environment, Order ref and recipient. */
export function recipientKey(content: string): string {
  return content.slice(0, 1 + hashLength);
}

/** What was sent, and what became of it: the only thing that decisions rest on besides the sheet itself. */
export class Journal {
  private readonly requests = new Map<string, Request>();
  private readonly byContent = new Map<string, Request[]>();
  private readonly byRecipient = new Map<string, Set<string>>();
  private readonly owners = new Map<string, string>();
  private readonly numbers = new Map<string, string>();
  private readonly runs: ReadonlyMap<string, ListedRun>;
  private readonly present = new Map<string, number>();

  constructor(readonly records: JournalRecords) {
    this.runs = new Map(records.runs.map((run) => [run.id, run]));
    for (const entry of records.kept) this.add(entry);
    for (const batch of records.batches) {
      const isFolded = this.runs.get(batch.runId)?.folding.includes(batch.id);
      if (!isFolded) this.present.set(batch.runId, (this.present.get(batch.runId) ?? 0) + 1);
      for (const entry of batch.entries) this.add(entry);
    }
  }

  /** All attempts of the order that a key belongs to; undefined for none. */
  request(key: Pick<SendKey, "environment" | "requestId">): Request | undefined {
    return this.requests.get(requestKey(key));
  }

  all(): Iterable<Request> {
    return this.requests.values();
  }

  /** The requests with an attempt of this content, whatever became of them. */
  ofContent(content: string): readonly Request[] {
    return this.byContent.get(content) ?? [];
  }

  /** The requests with an attempt for the same Order ref and recipient as a content has, whatever they hold. */
  ofRecipient(content: string): readonly Request[] {
    const contents = this.byRecipient.get(recipientKey(content)) ?? [];
    return [...new Set([...contents].flatMap((one) => this.ofContent(one)))];
  }

  /** How many orders of a content are remembered by their content alone. */
  bareCount(content: string): number {
    return this.records.contents.get(content) ?? 0;
  }

  /** The request (see `requestKey`) that an order ID belongs to; null for an ID that is not known. */
  ownerOf(orderId: string): string | null {
    return this.owners.get(orderId) ?? null;
  }

  /** True for an order ID that is known to be of another request than `own`; null stands for no request. */
  isAnothers(orderId: string, own: Pick<SendKey, "environment" | "requestId"> | null): boolean {
    const owner = this.owners.get(orderId);
    return owner !== undefined && (own === null || owner !== requestKey(own));
  }

  /** The request (see `requestKey`) that an order number belongs to; null for a number that is not known. */
  ownerOfNumber(orderNumber: string): string | null {
    return this.numbers.get(orderNumber) ?? null;
  }

  /**
   * True when every batch that this run ever opened is accounted for, so that a key of it without an entry proves that
   * its request never left. False for a run that is not listed: another file's, or one whose records were lost.
   */
  isWhole(runId: string): boolean {
    const run = this.runs.get(runId);
    if (!run || this.records.unreadable.length > 0) return false;
    return run.folded + (this.present.get(runId) ?? 0) === run.opened;
  }

  hasRun(runId: string): boolean {
    return this.runs.has(runId);
  }

  private add(entry: Entry): void {
    const id = requestKey(entry.key);
    const known = this.requests.get(id);
    const request: Request = known
      ? { ...latestOf(known, entry), entries: [...known.entries, entry] }
      : { key: entry.key, refHash: entry.refHash, sheetId: entry.sheetId, entries: [entry] };
    this.requests.set(id, request);
    for (const one of request.entries) {
      const content = contentKey(one.key.environment, one.key.fingerprint);
      const list = (this.byContent.get(content) ?? []).filter((other) => requestKey(other.key) !== id);
      this.byContent.set(content, [...list, request]);
      const whose = recipientKey(content);
      this.byRecipient.set(whose, (this.byRecipient.get(whose) ?? new Set()).add(content));
    }
    if (entry.state.kind !== "created") return;
    if (entry.state.orderNumber !== "") this.numbers.set(entry.state.orderNumber, id);
    for (const orderId of [entry.state.orderId, ...entry.state.alsoMade]) this.owners.set(orderId, id);
  }
}

function latestOf(known: Request, entry: Entry): Omit<Request, "entries"> {
  const { key, refHash, sheetId } = entry.key.attempt >= known.key.attempt ? entry : known;
  return { key, refHash, sheetId };
}

const caution: readonly EntryState["kind"][] = ["pending", "unconfirmed", "rejected", "notSent", "absent"];

/**
 * What a request is worth: created if any attempt is; else the most cautious entry of the latest attempt. Attempts
 * before `sinceAttempt` were settled, or given up by a person, when a later key was written, so of them only a created
 * order counts. Null when nothing is known.
 */
export function worthOf(request: Request | undefined, sinceAttempt = 1): Entry | null {
  if (!request) return null;
  const created = request.entries.filter((entry) => entry.state.kind === "created");
  const [first, ...others] = created;
  if (first) return others.reduce(withOrdersOf, first);
  const latest = Math.max(sinceAttempt, request.key.attempt);
  const entries = request.entries.filter((entry) => entry.key.attempt >= latest);
  return entries.reduce<Entry | null>(
    (most, entry) => (most && !isMoreCautious(entry, most) ? most : entry),
    null,
  );
}

/** True when the request may have made an order that is not known to be made. */
export function isOpenRequest(request: Request): boolean {
  const worth = worthOf(request);
  return worth !== null && isOpen(worth.state);
}

/** True when an order may exist for the request. */
export function requestMayExist(request: Request): boolean {
  const worth = worthOf(request);
  return worth !== null && mayExist(worth.state);
}

function isMoreCautious(one: Entry, other: Entry): boolean {
  const [rank, otherRank] = [caution.indexOf(one.state.kind), caution.indexOf(other.state.kind)];
  return rank < otherRank || (rank === otherRank && one.atMs >= other.atMs);
}

/** Two attempts that both made an order: both are kept and told. */
function withOrdersOf(first: Entry, other: Entry): Entry {
  if (first.state.kind !== "created" || other.state.kind !== "created") return first;
  const ids = new Set([...first.state.alsoMade, other.state.orderId, ...other.state.alsoMade]);
  ids.delete(first.state.orderId);
  return { ...first, state: { ...first.state, alsoMade: [...ids] } };
}
