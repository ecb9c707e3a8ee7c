import { type Journal, requestKey, worthOf } from "../journal/journal";
import { sameRecipient } from "../orders/fingerprint";
import type { SendKey } from "../orders/send-key";
import { mostCautious } from "../orders/status";
import { firstRowOf, isCreatedStatus, type OrderRecord, shownOrderId } from "./order-record";
import { refHashOf } from "./ref-hash";

/** How the send key beside an order stands to what the order holds. */
export type KeyStanding =
  /** No row has one. */
  | { kind: "none" }
  /** A row has a text that the add-on did not write. */
  | { kind: "damaged" }
  /** Rows have different ones, or some have none. `keys`: those that are there. */
  | { kind: "mixed"; keys: readonly SendKey[] }
  /** Every row has it, the content is the one it was made for, and no other order has a better claim to it. */
  | { kind: "home"; key: SendKey; keyText: string }
  /** The same, but the order in `homeRow`, or on another sheet (null), is the one that was sent. */
  | { kind: "copy"; key: SendKey; keyText: string; homeRow: number | null }
  /** The content changed, and what is left says that it is still the same order. */
  | { kind: "edited"; key: SendKey; keyText: string }
  /** The content that it was made for stands in another row. `isCopy`: with the key. */
  | { kind: "displaced"; key: SendKey; keyText: string; contentRow: number; isCopy: boolean }
  /** The content that it was made for stands nowhere. */
  | { kind: "unexplained"; key: SendKey; keyText: string };

/** The send keys of one sheet. */
export interface KeyStandings {
  of(record: OrderRecord): KeyStanding;
  /** The order at home with a request, see `requestKey`; undefined for none. */
  homeOf(request: string): OrderRecord | undefined;
  /** How many rows carry a key of a request. */
  carriers(request: string): number;
}

/**
 * Looks at all keys of a sheet once. `isOtherSheet` says whether an ID is that of another sheet of the spreadsheet: of
 * two tabs with the same key, the one that the journal names has precedence.
 */
export function standingsOf(
  orders: readonly OrderRecord[],
  journal: Journal,
  sheetId: number,
  isOtherSheet: (sheetId: number) => boolean,
): KeyStandings {
  const index = indexKeys(orders, journal);
  const isOnOtherSheet = (key: SendKey) => {
    const known = journal.request(key);
    return known !== undefined && known.sheetId !== sheetId && isOtherSheet(known.sheetId);
  };
  const standings = new Map<OrderRecord, KeyStanding>();
  return {
    of: (record) => {
      const known = standings.get(record) ?? standingOf(record, index, journal, isOnOtherSheet);
      standings.set(record, known);
      return known;
    },
    homeOf: (request) => index.homes.get(request),
    carriers: (request) => index.carriers.get(request) ?? 0,
  };
}

/** What is looked up in all rows of a sheet. */
interface KeyIndex {
  /** The first row of each content; see `contentOf`. */
  contentRows: ReadonlyMap<string, number>;
  /** The order with the best claim to each request. */
  homes: ReadonlyMap<string, OrderRecord>;
  /** How many rows carry a key of each request. */
  carriers: ReadonlyMap<string, number>;
  /** The first order with a key and a content, see `pairOf`, and how many rows all such orders have. */
  pairs: ReadonlyMap<string, { first: OrderRecord; rows: number }>;
}

function indexKeys(orders: readonly OrderRecord[], journal: Journal): KeyIndex {
  const contentRows = new Map<string, number>();
  const homes = new Map<string, OrderRecord>();
  const carriers = new Map<string, number>();
  const pairs = new Map<string, { first: OrderRecord; rows: number }>();
  for (const record of orders) {
    const pair = pairOf(record);
    const known = pairs.get(pair);
    if (pair !== "")
      pairs.set(pair, { first: known?.first ?? record, rows: (known?.rows ?? 0) + record.rows.length });
    if (record.order.fingerprint !== null) {
      const content = contentOf(record.order.fingerprint, record.rows.length);
      if (!contentRows.has(content)) contentRows.set(content, firstRowOf(record));
    }
    for (const { key } of record.rows)
      if (key) carriers.set(requestKey(key), (carriers.get(requestKey(key)) ?? 0) + 1);
    const key = matchingKey(record);
    if (!key) continue;
    const home = homes.get(requestKey(key));
    if (!home || claimTo(record, journal) > claimTo(home, journal)) homes.set(requestKey(key), record);
  }
  return { contentRows, homes, carriers, pairs };
}

function standingOf(
  record: OrderRecord,
  { contentRows, homes, carriers, pairs }: KeyIndex,
  journal: Journal,
  isOnOtherSheet: (key: SendKey) => boolean,
): KeyStanding {
  const keys = record.rows.flatMap((row) => (row.key ? [row.key] : []));
  if (record.rows.some((row) => row.cells.sendKey !== "" && !row.key)) return { kind: "damaged" };
  const [key] = keys;
  const keyText = record.rows[0]?.cells.sendKey ?? "";
  if (!key) return { kind: "none" };
  if (record.rows.some((row) => row.cells.sendKey !== keyText)) return { kind: "mixed", keys };
  const home = homes.get(requestKey(key));
  if (matchingKey(record)) {
    if (isOnOtherSheet(key)) return { kind: "copy", key, keyText, homeRow: null };
    if (home === record || !home) return { kind: "home", key, keyText };
    return { kind: "copy", key, keyText, homeRow: firstRowOf(home) };
  }
  // Neither is at home: rows moved under the write of their keys, and one of them was copied with its key.
  const pair = pairs.get(pairOf(record));
  if (pair && pair.first !== record) return { kind: "copy", key, keyText, homeRow: firstRowOf(pair.first) };
  const contentRow = home ? firstRowOf(home) : contentRows.get(contentOf(key.fingerprint, key.rowCount));
  if (contentRow !== undefined)
    return { kind: "displaced", key, keyText, contentRow, isCopy: home !== undefined };
  const isAlone = carriers.get(requestKey(key)) === (pair?.rows ?? record.rows.length);
  // Of a key that never left nothing can be lost: the order keeps its request, so that copies of it are known as such.
  const isOwn = isSameOrder(record, key, journal) || isUnused(key, journal);
  return { kind: isAlone && isOwn ? "edited" : "unexplained", key, keyText };
}

/** The key that all rows of an order carry and match; null for none. */
function matchingKey(record: OrderRecord): SendKey | null {
  const [first] = record.rows;
  const key = first?.key;
  const { fingerprint } = record.order;
  if (!key || key.fingerprint !== fingerprint || key.rowCount !== record.rows.length) return null;
  return record.rows.every((row) => row.cells.sendKey === first.cells.sendKey) ? key : null;
}

/** Of an order and its copies, the one that shows what was made has the best claim; then the one that was sent. */
function claimTo(record: OrderRecord, journal: Journal): number {
  const key = record.rows[0]?.key;
  const worth = key ? worthOf(journal.request(key)) : null;
  const orderId = worth?.state.kind === "created" ? worth.state.orderId : "";
  if (orderId !== "" && shownOrderId(record) === orderId) return 3;
  const status = mostCautious(record.rows.map((row) => row.status));
  if (isCreatedStatus(status)) return 2;
  return status === "Unconfirmed" || status === "Sending" ? 1 : 0;
}

/** An edit leaves the recipient or the Order ref as it was. */
function isSameOrder(record: OrderRecord, key: SendKey, journal: Journal): boolean {
  const refHash = journal.request(key)?.refHash ?? "";
  if (refHash !== "" && refHash === refHashOf(record.order.ref)) return true;
  return record.order.fingerprint !== null && sameRecipient(record.order.fingerprint, key.fingerprint);
}

/** True for a key of a run that is whole and that was never sent. */
function isUnused(key: SendKey, journal: Journal): boolean {
  return !journal.request(key) && journal.isWhole(key.runId);
}

/** Stands for a key and the content beside it; "" for an order without either. */
function pairOf({ rows: [row], order: { fingerprint } }: OrderRecord): string {
  return row?.key && fingerprint !== null ? `${row.cells.sendKey} ${fingerprint}` : "";
}

function contentOf(fingerprint: string, rowCount: number): string {
  return `${fingerprint}/${rowCount}`;
}
