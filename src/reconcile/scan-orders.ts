import type { ApiAnswer, ApiRequest } from "../bitbybit/http";
import { type ListedStatus, listOrdersRequest, orderStatuses, pageSize } from "../bitbybit/requests";
import {
  assembleScan,
  morePages,
  type PageReading,
  readPage,
  type Scan,
  type StatusReading,
} from "../bitbybit/scan";
import type { Context } from "../execution/context";
import type { LookUpWatch } from "./look-up";

/** A list that changes while it is read is read again, so often. */
const maxReadings = 3;

/** A scan asks for no page later than this after the execution's start, in milliseconds: it ends at 360 s. */
const maxScanMs = 240_000;

/**
 * Reads every order of the shop, of every status, in pages, as fast as the rate limit allows. One scan settles every
 * request.
 */
export function scanOrders(context: Context, watch: LookUpWatch): Scan {
  for (let reading = 1; ; reading += 1) {
    const scan = assembleScan(readAll(context, watch), context.access.referencePlace);
    const changed = scan.inconclusive === "totalsChanged" || scan.inconclusive === "idsMissing";
    if (!changed || reading === maxReadings) return scan;
  }
}

interface Page {
  status: ListedStatus;
  page: number;
}

function readAll(context: Context, watch: LookUpWatch): StatusReading[] {
  const firstPages = orderStatuses.map((status): Page => ({ status, page: 1 }));
  const first = readPages(context, firstPages, (page, waitMs) =>
    watch.tell({ kind: "lookUp", page, pages: null }, waitMs),
  );
  const byStatus = new Map(orderStatuses.map((status, index) => [status, first[index] ?? unasked]));
  const more = morePages(byStatus);
  const isKnown = first.every((reading) => reading.ok);
  const rest = more === "tooLong" ? [] : more;
  // The first pages once more at the end: an order that moved from one status to another meanwhile changes a total.
  const pages = rest.length + 2 * firstPages.length;
  const readings =
    isKnown && more !== "tooLong"
      ? readPages(context, [...rest, ...firstPages], (page, waitMs) =>
          watch.tell({ kind: "lookUp", page: firstPages.length + page, pages }, waitMs),
        )
      : [];
  return orderStatuses.map((status, index) => {
    const pages = rest.flatMap((page, place) => (page.status === status ? [readings[place] ?? unasked] : []));
    return {
      status,
      pages: [first[index] ?? unasked, ...pages],
      again: readings[rest.length + index] ?? unasked,
    };
  });
}

const unasked: PageReading = { ok: false, fault: "unasked" };

/** Reads pages until one is not known: then the scan is inconclusive whatever the others say. */
function readPages(context: Context, pages: readonly Page[], tell: Before): PageReading[] {
  const { access } = context;
  const requests = pages.map(({ status, page }) => listOrdersRequest(access, status, page));
  const readings: PageReading[] = [];
  const take = (answer: ApiAnswer | null) => {
    const reading = readPage(answer, access.apiKey);
    readings.push(reading);
    return reading.ok;
  };
  sendPaced(context, requests, take, tell);
  return readings;
}

/** Called before a request leaves: which one, counted from 1, and how long it waits for the rate limit, in milliseconds. */
type Before = (request: number, waitMs: number) => void;

/** Sends requests as fast as the limit allows, until `take` says that no more is wanted, or the time is up. */
export function sendPaced(
  context: Context,
  requests: readonly ApiRequest[],
  take: (answer: ApiAnswer | null) => boolean,
  before: Before = () => undefined,
): void {
  const { rateLimiter, startedAtMs } = context;
  const { clock, http } = context.ports;
  for (let next = 0; next < requests.length; ) {
    const { count, waitMs, absurd } = rateLimiter.available();
    if (absurd || clock.nowMs() + waitMs > startedAtMs + maxScanMs) return;
    before(next + 1, count === 0 ? waitMs : 0);
    if (count === 0) {
      clock.sleep(waitMs);
      continue;
    }
    const batch = requests.slice(next, next + Math.min(count, pageSize));
    rateLimiter.reserve(batch.length);
    const answer = http.send(batch);
    rateLimiter.learn(answer.ok ? answer.answers : []);
    for (let index = 0; index < batch.length; index += 1) {
      if (!take(answer.ok ? (answer.answers[index] ?? null) : null)) return;
    }
    next += batch.length;
  }
}
