import { type ListedOrder, type OrderPage, readOrderPage } from "../bitbybit/answers";
import type { ApiAnswer, ApiRequest } from "../bitbybit/http";
import { type ReferencePlace, readReference } from "../bitbybit/reference";
import { listOrdersRequest, orderStatuses, pageSize, searchOrdersRequest } from "../bitbybit/requests";
import type { Execution } from "./execution";
import type { Pacer } from "./pacer";

/** Why a look-up cannot tell whether an order exists. */
export type LookUpDoubt =
  | "scope"
  | "refused"
  | "rateLimit"
  | "unreadable"
  | "changing"
  | "tooMany"
  | "time"
  | "control";

/** The orders in bitbybit that carry references of this add-on. */
export interface Sighting {
  byStem: Map<string, ListedOrder[]>;
  byFingerprint: Map<string, ListedOrder[]>;
  /** Null when every order was seen: what is not among them is not there. Otherwise why absence cannot be told. */
  doubt: LookUpDoubt | null;
  /** Where the references were read. */
  place: ReferencePlace;
}

/** More pages than this cannot be read within one execution at the API's limit. */
const mostPages = 450;

/** A list that changes while it is read is read again, so often. */
const mostReadings = 3;

/** An execution keeps a margin to its end; see the run's budget. */
const longestLookUpMs = 240_000;

/**
 * Reads every order of the shop, of every status, in pages. It proves absence only where each page was answered, no total
 * changed in between, and as many different orders were seen as there are. One such scan settles all keys.
 */
export function scanOrders(execution: Execution, pacer: Pacer): Sighting {
  for (let reading = 1; ; reading += 1) {
    const sighting = readAllOrders(execution, pacer);
    if (sighting.doubt !== "changing" || reading === mostReadings) return sighting;
  }
}

/** Looks for orders by customers' names. It may find orders where a scan cannot be had; it proves no absence. */
export function searchByNames(execution: Execution, pacer: Pacer, names: readonly string[]): Sighting {
  const sighting = emptySighting("tooMany", execution.access.referencePlace);
  const requests = names.map((name) => searchOrdersRequest(execution.access, name));
  sendPaced(execution, pacer, requests, (answer) => {
    for (const order of readOrderPage(answer, execution.access.apiKey)?.orders ?? []) addTo(sighting, order);
    return null;
  });
  return sighting;
}

function readAllOrders(execution: Execution, pacer: Pacer): Sighting {
  const sighting = emptySighting(null, execution.access.referencePlace);
  const seen = new Map<string, Set<string>>(orderStatuses.map((status) => [status, new Set()]));
  const totals = new Map<string, number>();
  const take = (status: string, page: OrderPage): LookUpDoubt | null => {
    const total = totals.get(status) ?? page.total;
    totals.set(status, total);
    for (const order of page.orders) {
      addTo(sighting, order);
      seen.get(status)?.add(order.id);
    }
    return total === page.total ? null : "changing";
  };
  const readPages = (pages: readonly { status: (typeof orderStatuses)[number]; page: number }[]) => {
    const requests = pages.map(({ status, page }) => listOrdersRequest(execution.access, status, page));
    return sendPaced(execution, pacer, requests, (answer, index) => {
      const page = readOrderPage(answer, execution.access.apiKey);
      return page ? take(pages[index]?.status ?? "", page) : doubtOf(answer);
    });
  };
  const firstPages = orderStatuses.map((status) => ({ status, page: 1 }));
  sighting.doubt = readPages(firstPages);
  if (sighting.doubt) return sighting;
  const morePages = orderStatuses.flatMap((status) =>
    range(2, Math.ceil((totals.get(status) ?? 0) / pageSize)).map((page) => ({ status, page })),
  );
  if (morePages.length > mostPages) return { ...sighting, doubt: "tooMany" };
  // The first pages once more at the end: an order that moved from one status to another meanwhile changes a total.
  sighting.doubt = readPages([...morePages, ...firstPages]);
  const allSeen = orderStatuses.every((status) => seen.get(status)?.size === totals.get(status));
  if (!sighting.doubt && !allSeen) sighting.doubt = "changing";
  return sighting;
}

/** Sends requests as fast as the limit allows; stops at the first doubt, which an unanswered request is too. */
function sendPaced(
  execution: Execution,
  pacer: Pacer,
  requests: readonly ApiRequest[],
  take: (answer: ApiAnswer, index: number) => LookUpDoubt | null,
): LookUpDoubt | null {
  const { clock, http } = execution.ports;
  for (let next = 0; next < requests.length; ) {
    const { count, waitMs } = pacer.available();
    if (clock.nowMs() + waitMs > execution.startedAtMs + longestLookUpMs) return "time";
    if (count === 0) {
      clock.sleep(waitMs);
      continue;
    }
    const wave = requests.slice(next, next + Math.min(count, pageSize));
    pacer.reserve(wave.length);
    const answer = http.send(wave);
    pacer.learn(answer.ok ? answer.answers : []);
    if (!answer.ok) return "unreadable";
    for (let index = 0; index < wave.length; index += 1) {
      const one = answer.answers[index];
      const doubt = one ? take(one, next + index) : "unreadable";
      if (doubt) return doubt;
    }
    next += wave.length;
  }
  return null;
}

function doubtOf(answer: ApiAnswer): LookUpDoubt {
  if (answer.status === 403) return "scope";
  if (answer.status === 429) return "rateLimit";
  return answer.status === 401 || answer.status === 404 ? "refused" : "unreadable";
}

function emptySighting(doubt: LookUpDoubt | null, place: ReferencePlace): Sighting {
  return { byStem: new Map(), byFingerprint: new Map(), doubt, place };
}

function addTo(sighting: Sighting, order: ListedOrder): void {
  const key = readReference(order, sighting.place);
  if (!key) return;
  push(sighting.byStem, key.stem, order);
  push(sighting.byFingerprint, key.fingerprint, order);
}

function push(map: Map<string, ListedOrder[]>, name: string, order: ListedOrder): void {
  const known = map.get(name);
  if (!known) map.set(name, [order]);
  else if (!known.some((one) => one.id === order.id)) known.push(order);
}

function range(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}
