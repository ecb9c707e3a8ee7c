import type { OrderPayload } from "../orders/order";
import type { SendKey } from "../orders/send-key";
import { isAlike } from "./answered-content";
import { type ListedOrder, type OrderPage, readOrderPage } from "./answers";
import type { ApiAnswer } from "./http";
import { isAmbiguous, mentionedRequests, type ReferencePlace, readReference } from "./reference";
import { covers, largestOf, type ReferenceSize, sizeOf } from "./reference-size";
import { type ListedStatus, orderStatuses, pageSize } from "./requests";

/** Why a page of a list is not known. `unasked`: nobody asked for it, since the time was up. */
export type PageFault = "scope" | "refused" | "rateLimit" | "unreadable" | "unasked";

/** One page of a list as it came. */
export type PageReading = { ok: true; page: OrderPage } | { ok: false; fault: PageFault };

/** The pages of one status, read in their order. */
export interface StatusReading {
  status: ListedStatus;
  /** Pages 1, 2, …; the first was read before the second page of any status. */
  pages: readonly PageReading[];
  /** The first page, read once more after the last page of every status. */
  again: PageReading;
}

/** Why a scan cannot tell that an order is absent. */
export type Inconclusive =
  | PageFault
  /** A total changed, or the first page shows an order that no page had: the list changed while it was read. */
  | "totalsChanged"
  /** Fewer pages were read than the totals say. */
  | "pagesMissing"
  /** An order was listed twice, or another number of orders than the total says. */
  | "idsMissing"
  /** More pages than one scan may read. */
  | "tooLong";

/** All that the shop's lists say about the orders of this add-on. What was found holds even if the scan is inconclusive. */
export interface Scan {
  /** The orders that bear a request's reference, whole and in its place; the earliest first, each once. */
  byRequestId: ReadonlyMap<string, readonly ListedOrder[]>;
  /** Requests whose send key, or its beginning, stands anywhere in an order. None of them is absent, whoever wrote it there. */
  mentioned: ReadonlySet<string>;
  /** The orders that name no request at all. */
  unnamed: readonly ListedOrder[];
  /** The ID of every order that was listed. */
  orderIds: ReadonlySet<string>;
  /** Null if every order of the shop was seen. */
  inconclusive: Inconclusive | null;
  /** When the newest of the listed orders was made, in epoch milliseconds; null if none says. */
  newestSeenMs: number | null;
  /** The most that came back with a whole reference that no other order bears; null if none did. */
  longestWholeReference: ReferenceSize | null;
}

/** What an order has to show before it is called absent. */
export interface AbsenceClaim {
  requestId: string;
  /** The size of what was sent; null if it is no longer known. */
  size: ReferenceSize | null;
  /** The newest order known to have been made after the request left; null if none is known. */
  laterOrderId: string | null;
  /** What was sent; null if it is no longer known. */
  sent: OrderPayload | null;
  /** When the request can have left at the earliest, by the clock of this add-on. Epoch milliseconds. */
  sinceMs: number;
  /** True for an Order ID that is some request's. */
  isKnown(orderId: string): boolean;
}

/** The clocks of Google and of bitbybit may differ by so much. */
const clockSlackMs = 10 * 60_000;

/** Why a request's order cannot be called absent. */
export type AbsenceDoubt = "found" | "mentioned" | "alike" | "laterOrderMissing" | "noWitness" | Inconclusive;

/** More pages than this cannot be read within one execution at the API's limit. */
export const maxScanPages = 450;

/** One answer to a request for a page. `answer` is null if the batch threw. */
export function readPage(answer: ApiAnswer | null, apiKey: string): PageReading {
  const page = answer && readOrderPage(answer, apiKey);
  if (page) return { ok: true, page };
  return { ok: false, fault: answer ? faultOf(answer.status) : "unreadable" };
}

/**
 * The pages to read after the first page of every status; "tooLong" if there are more than {@link maxScanPages}. Empty if a
 * first page is not known: then no number of pages makes the scan conclusive.
 */
export function morePages(
  firstPages: ReadonlyMap<ListedStatus, PageReading>,
): { status: ListedStatus; page: number }[] | "tooLong" {
  const counts = orderStatuses.map((status) => pageCount(firstPages.get(status)));
  if (counts.includes(null)) return [];
  if (surplusPages(counts) > maxScanPages) return "tooLong";
  return orderStatuses.flatMap((status, index) =>
    Array.from({ length: Math.max(0, (counts[index] ?? 0) - 1) }, (_, offset) => ({
      status,
      page: offset + 2,
    })),
  );
}

/** What the pages say together. `place` is where the add-on wrote its references. */
export function assembleScan(readings: readonly StatusReading[], place: ReferencePlace): Scan {
  const listed = readings
    .flatMap(({ pages, again }) => [...pages, again])
    .flatMap((reading) => (reading.ok ? reading.page.orders : []));
  const { orders, shared } = distinctOrders(listed, place);
  const byRequestId = new Map<string, ListedOrder[]>();
  const mentioned = new Set<string>();
  const unnamed = orders.filter((order) => mentionedRequests(order).length === 0);
  const sizes = new Map<string, ReferenceSize | null>();
  for (const order of listed) for (const id of mentionedRequests(order)) mentioned.add(id);
  for (const order of orders) {
    const key = readReference(order, place);
    if (!key || shared.has(order.id) || isAmbiguous(order, place)) continue;
    add(byRequestId, key, order);
    sizes.set(key.requestId, sizes.has(key.requestId) ? null : sizeOf(order, key, place));
  }
  const moments = orders.map(({ createdAtMs }) => createdAtMs ?? 0);
  const newest = moments.reduce((latest, moment) => Math.max(latest, moment), 0);
  return {
    byRequestId,
    mentioned,
    unnamed,
    orderIds: new Set(orders.map(({ id }) => id)),
    inconclusive: inconclusiveBecause(readings),
    newestSeenMs: newest > 0 ? newest : null,
    longestWholeReference: largestOf([...sizes.values()].filter((size) => size !== null)),
  };
}

/**
 * Null if the scan proves that the request's order is not in the shop, else why not. How long to wait before a scan may
 * prove anything is the caller's to know.
 *
 * @example if (absenceDoubt(scan, { requestId, size, laterOrderId }) === null) entry = absent(entry);
 */
export function absenceDoubt(scan: Scan, claim: AbsenceClaim): AbsenceDoubt | null {
  if (scan.byRequestId.has(claim.requestId)) return "found";
  if (scan.mentioned.has(claim.requestId)) return "mentioned";
  if (scan.inconclusive) return scan.inconclusive;
  if (claim.laterOrderId !== null && !scan.orderIds.has(claim.laterOrderId)) return "laterOrderMissing";
  if (alikeOrder(scan, claim)) return "alike";
  const witness = scan.longestWholeReference;
  return witness && claim.size && covers(witness, claim.size) ? null : "noWitness";
}

/**
 * An order of the shop that may well be the request's, though somebody has emptied its notes, or has made it there by hand: it
 * holds the same, for the same person, was made since the request left, and is nobody else's. Null if there is none.
 */
export function alikeOrder({ unnamed }: Scan, { sent, sinceMs, isKnown }: AbsenceClaim): ListedOrder | null {
  if (!sent) return null;
  const isSince = (atMs: number | null) => atMs === null || atMs >= sinceMs - clockSlackMs;
  return (
    unnamed.find(
      ({ id, createdAtMs, content }) => isSince(createdAtMs) && !isKnown(id) && isAlike(content, sent),
    ) ?? null
  );
}

function inconclusiveBecause(readings: readonly StatusReading[]): Inconclusive | null {
  const byStatus = orderStatuses.map((status) => readings.find((one) => one.status === status));
  const firstPages = byStatus.map((reading) => pageCount(reading?.pages[0]));
  if (surplusPages(firstPages) > maxScanPages) return "tooLong";
  for (const reading of byStatus) {
    const reason = reading ? inconclusiveStatus(reading) : "pagesMissing";
    if (reason) return reason;
  }
  return null;
}

function inconclusiveStatus({ pages, again }: StatusReading): Inconclusive | null {
  const listed: OrderPage[] = [];
  for (const reading of pages) {
    if (!reading.ok) return reading.fault;
    listed.push(reading.page);
  }
  if (!again.ok) return again.fault;
  const known = [...listed, again.page];
  if (known.some((page) => page.unreadable > 0)) return "unreadable";
  const { total } = again.page;
  if (known.some((page) => page.total !== total)) return "totalsChanged";
  if (listed.length < Math.max(1, Math.ceil(total / pageSize)) || listed[listed.length - 1]?.hasMore)
    return "pagesMissing";
  const orders = listed.flatMap((page) => page.orders);
  const ids = new Set(orders.map(({ id }) => id));
  if (ids.size !== total || orders.length !== total) return "idsMissing";
  return again.page.orders.every(({ id }) => ids.has(id)) ? null : "totalsChanged";
}

/**
 * The orders, the earliest first; of two with one ID the one that was read first. `shared`: IDs that stand beside the
 * references of several requests, and so are evidence for none.
 */
function distinctOrders(
  listed: readonly ListedOrder[],
  place: ReferencePlace,
): { orders: ListedOrder[]; shared: ReadonlySet<string> } {
  const byId = new Map<string, ListedOrder>();
  const shared = new Set<string>();
  for (const order of listed) {
    const known = byId.get(order.id);
    if (!known) byId.set(order.id, order);
    else if (bearerOf(known, place) !== bearerOf(order, place)) shared.add(order.id);
  }
  const orders = [...byId.values()].sort((one, other) => (one.createdAtMs ?? 0) - (other.createdAtMs ?? 0));
  return { orders, shared };
}

function bearerOf(order: ListedOrder, place: ReferencePlace): string | undefined {
  return readReference(order, place)?.requestId;
}

function add(byRequestId: Map<string, ListedOrder[]>, { requestId }: SendKey, order: ListedOrder): void {
  const known = byRequestId.get(requestId);
  if (known) known.push(order);
  else byRequestId.set(requestId, [order]);
}

/** How many pages a list has by its first one; null if that is not known. */
function pageCount(first: PageReading | undefined): number | null {
  return first?.ok ? Math.ceil(first.page.total / pageSize) : null;
}

/** Pages beyond the first of each list. */
function surplusPages(counts: readonly (number | null)[]): number {
  return counts.reduce<number>((sum, count) => sum + Math.max(0, (count ?? 0) - 1), 0);
}

function faultOf(status: number): PageFault {
  if (status === 403) return "scope";
  if (status === 429) return "rateLimit";
  return status === 401 || status === 404 ? "refused" : "unreadable";
}
