import { sizeOfSent } from "../bitbybit/reference-size";
import { type AbsenceClaim, absenceDoubt, alikeOrder, type Scan } from "../bitbybit/scan";
import { type Context, whileLocked } from "../execution/context";
import { isOpen } from "../journal/entry";
import { isOpenRequest, type Journal, type Request, requestKey, worthOf } from "../journal/journal";
import type { Finding } from "../journal/journal-store";
import type { OrderPayload } from "../orders/order";
import type { SendKey } from "../orders/send-key";
import { type Unresolved, unresolvedBy } from "../ports/words";
import type { OrderRecord } from "../sheet/order-record";
import { refHashOf } from "../sheet/ref-hash";
import type { SheetReading } from "../sheet/sheet-reading";
import { refIn, writeLog } from "../spreadsheet/write-log";
import type { LookUpWatch } from "./look-up";
import { scanOrders } from "./scan-orders";

/** An order that may exist, to be looked for. */
export interface ReconcileTarget {
  key: SendKey;
  record: OrderRecord;
}

/** What a look-up left open. */
export interface ReconcileResult {
  /** By `requestKey`. */
  unresolved: ReadonlyMap<string, Unresolved>;
  scan: Pick<Scan, "orderIds" | "inconclusive">;
}

/**
 * Finds out in the API what became of lost answers, and tells the journal. One scan settles every open request, those of
 * other sheets included. Waits as long as an execution can for the moment at which absence can be told.
 */
export function reconcile(
  context: Context,
  reading: SheetReading,
  targets: readonly ReconcileTarget[],
  watch: LookUpWatch,
): ReconcileResult {
  const { clock } = context.ports;
  adoptUnknown(context, reading, targets);
  for (;;) {
    const startedAtMs = clock.nowMs();
    const scan = scanOrders(context, watch);
    const { journal } = context.journal.read();
    const { findings, unresolved } = judge(context, reading, journal, scan, startedAtMs);
    keep(context, reading, findings);
    const nextMs = nextMoment(targets, unresolved);
    const waitMs = nextMs - clock.nowMs();
    const { maxReconcileSleepMs, reconcileBudgetMs } = context.options;
    const isInTime = clock.nowMs() + waitMs < context.startedAtMs + reconcileBudgetMs;
    if (waitMs > maxReconcileSleepMs || !isInTime) return { unresolved, scan };
    watch.tell({ kind: "arrival" }, Math.max(0, waitMs));
    watch.sleep(waitMs);
  }
}

/**
 * Writes down that a row says it may be under way, so that the long wait for it has a beginning. Of a long sheet whose records
 * are gone, as in a copy of its file, as many as there is room for: the others have their turn once these are settled.
 */
function adoptUnknown(context: Context, reading: SheetReading, targets: readonly ReconcileTarget[]): void {
  whileLocked(context, () => {
    const stored = context.journal.read();
    const unknown = targets.filter(({ key }) => !worthOf(stored.journal.request(key), key.attempt));
    const room = (context.options.adoptUntilBytes - stored.journal.records.bytes) / bytesPerEntry;
    const findings = unknown.slice(0, Math.max(entriesAtLeast, room)).map(
      ({ key, record }): Finding => ({
        key,
        refHash: refHashOf(record.order.ref),
        sheetId: reading.sheetId,
        event: { kind: "seen" },
      }),
    );
    context.journal.resolve(stored, findings);
  });
}

/** What an entry takes in a record of a hundred, its key and the room for its result. */
const bytesPerEntry = 320;

/** One record of entries: so many fit beside all that is kept. */
const entriesAtLeast = 100;

function judge(
  context: Context,
  reading: SheetReading,
  journal: Journal,
  scan: Scan,
  scannedAtMs: number,
): { findings: Finding[]; unresolved: Map<string, Unresolved> } {
  const findings: Finding[] = [];
  const unresolved = new Map<string, Unresolved>();
  const sent = sentPayloads(reading);
  const bearers = bearersOf(scan);
  const sameShop = new Map<string, boolean>();
  const isSameShop = (apiKeyHash: string) => {
    const known = sameShop.get(apiKeyHash) ?? showsOrdersOf(scan, journal, apiKeyHash);
    sameShop.set(apiKeyHash, known);
    return known;
  };
  for (const request of journal.all()) {
    const { key, refHash, sheetId } = request;
    if (key.environment !== context.environment) continue;
    const corrects = isDisproved(request, bearers);
    const found = scan.byRequestId.get(key.requestId);
    if (found && found.length > 0) {
      const orders = found.map(({ id, orderNumber }) => ({ id, orderNumber }));
      if (corrects || isNews(request, orders))
        findings.push({ key, refHash, sheetId, event: { kind: "found", orders, corrects } });
      continue;
    }
    if (corrects) {
      findings.push({ key, refHash, sheetId, event: { kind: "disproved" } });
      unresolved.set(requestKey(key), disproved);
    }
    if (!isOpenRequest(request)) continue;
    const doubt = doubtOf(context, journal, scan, request, scannedAtMs, sent, isSameShop);
    if (doubt) unresolved.set(requestKey(key), doubt);
    else findings.push({ key, refHash, sheetId, event: { kind: "absent" } });
  }
  return { findings, unresolved };
}

/** It was called created. Whoever has changed references in the shop may have changed this one's too: a person decides. */
const disproved = unresolvedBy("disproved");

/** Null when the order is surely absent. */
function doubtOf(
  context: Context,
  journal: Journal,
  scan: Scan,
  request: Request,
  scannedAtMs: number,
  sent: SentPayloads,
  isSameShop: (apiKeyHash: string) => boolean,
): Unresolved | null {
  const worth = worthOf(request);
  if (!worth) return null;
  const { key } = request;
  const { answeredWaitMs, pendingWaitMs } = context.options;
  // A time that lies in the future was taken by a clock that was wrong: the wait begins now.
  const atMs = Math.min(worth.atMs, scannedAtMs);
  const fromMs = atMs + (worth.state.kind === "pending" ? pendingWaitMs : answeredWaitMs);
  if (scan.inconclusive) return unresolvedBy(scan.inconclusive);
  if (key.apiKeyHash !== context.apiKeyHash && !isSameShop(key.apiKeyHash))
    return unresolvedBy("otherApiKey");
  if (worth.state.kind === "unconfirmed" && worth.state.reason === "disproved") return disproved;
  if (scannedAtMs < fromMs) return { ...unresolvedBy("wait"), untilMs: fromMs };
  const payload = sent.get(key.fingerprint) ?? null;
  const claim: AbsenceClaim = {
    requestId: key.requestId,
    size: payload && sizeOfSent(payload, key, context.access.referencePlace),
    laterOrderId: laterOrder(journal, request, atMs),
    sent: payload,
    // An entry of a run that is not listed was made anew after properties were lost: nobody knows when its request left.
    sinceMs: journal.isWhole(key.runId) ? Math.min(atMs, ...request.entries.map((entry) => entry.atMs)) : 0,
    isKnown: (orderId) => journal.ownerOf(orderId) !== null,
  };
  const doubt = absenceDoubt(scan, claim);
  if (doubt === null) return null;
  if (doubt === "noWitness" && !sent.has(key.fingerprint)) return unresolvedBy("changed");
  return unresolvedBy(doubt === "found" ? "mentioned" : doubt, alikeOrder(scan, claim)?.id);
}

/** True when the scan shows an order that the journal knows from another API key: both keys are of one shop. */
function showsOrdersOf(scan: Scan, journal: Journal, apiKeyHash: string): boolean {
  for (const { key } of journal.all())
    if (key.apiKeyHash === apiKeyHash && scan.byRequestId.has(key.requestId)) return true;
  return false;
}

/** The newest order known to have been made later under the same API key: a list that lags behind lacks both. */
function laterOrder(journal: Journal, request: Request, atMs: number): string | null {
  let latest: { id: string; atMs: number } | null = null;
  for (const other of journal.all()) {
    if (other.key.apiKeyHash !== request.key.apiKeyHash) continue;
    const worth = worthOf(other);
    if (worth?.state.kind !== "created" || isTyped(worth.state.by) || worth.atMs <= atMs) continue;
    if (!latest || worth.atMs > latest.atMs) latest = { id: worth.state.orderId, atMs: worth.atMs };
  }
  return latest?.id ?? null;
}

function isTyped(by: string): boolean {
  return by === "typed" || by === "unverified";
}

/** The request ID that each order of the shop bears in its reference, by the order's ID. */
function bearersOf({ byRequestId }: Scan): ReadonlyMap<string, string> {
  const bearers = new Map<string, string>();
  for (const [requestId, orders] of byRequestId) for (const { id } of orders) bearers.set(id, requestId);
  return bearers;
}

/** True when the ID that answered a request is, by the reference in the shop, another request's order. */
function isDisproved(request: Request, bearers: ReadonlyMap<string, string>): boolean {
  const worth = worthOf(request);
  if (worth?.state.kind !== "created") return false;
  const bearer = bearers.get(worth.state.orderId);
  return bearer !== undefined && bearer !== request.key.requestId;
}

/** True when the journal does not know all of these orders yet. */
function isNews(request: Request, orders: readonly { id: string }[]): boolean {
  const worth = worthOf(request);
  if (worth?.state.kind !== "created" || isTyped(worth.state.by)) return true;
  const known = [worth.state.orderId, ...worth.state.alsoMade];
  return orders.some(({ id }) => !known.includes(id));
}

/** What was sent, by its fingerprint: of the rows that still hold it. Null if their articles are not known now. */
type SentPayloads = ReadonlyMap<string, OrderPayload | null>;

function sentPayloads({ orders }: SheetReading): SentPayloads {
  const sent = new Map<string, OrderPayload | null>();
  for (const { order } of orders) if (order.fingerprint !== null) sent.set(order.fingerprint, order.payload);
  return sent;
}

function keep(context: Context, reading: SheetReading, findings: readonly Finding[]): void {
  if (findings.length === 0) return;
  whileLocked(context, () => context.journal.resolve(context.journal.read(), findings));
  const { journal } = context.journal.read();
  const lines = findings.flatMap(({ key }) => {
    const worth = worthOf(journal.request(key));
    if (!worth || isOpen(worth.state)) return [];
    return [{ atMs: worth.atMs, key: worth.key, ref: refIn(reading, key), state: worth.state }];
  });
  writeLog(context, lines);
}

/** The earliest moment at which one of the targets can be told. */
function nextMoment(
  targets: readonly ReconcileTarget[],
  unresolved: ReadonlyMap<string, Unresolved>,
): number {
  let nextMs = Number.POSITIVE_INFINITY;
  for (const { key } of targets) {
    const untilMs = unresolved.get(requestKey(key))?.untilMs;
    if (untilMs) nextMs = Math.min(nextMs, untilMs);
  }
  return nextMs;
}
