import { sameRecipient } from "./fingerprint";
import type { Evidence, KnownAttempt, OrderRecord } from "./order-record";
import { parseSendKey, type SendKey } from "./send-key";
import { mostCautious } from "./status";

/**
 * Where the send keys of one sheet stand, compared with where their orders stand. A key is *at home* beside rows whose
 * content and number are as they were when it was written. One that is not was copied there, its order was edited, or the
 * status columns were sorted apart from their rows.
 */
export interface KeyPlaces {
  /** The first row of the order that a key belongs to by content; null where no order of the sheet has that content. */
  homeRow(keyText: string, key: SendKey): number | null;
  /** How many rows carry this key, or one of another attempt to send the same order. */
  rowsWithKey(keyText: string): number;
  /** How many orders carry this key and match it. */
  ordersAtHome(keyText: string): number;
  /** The row of a key that may have been sent for this content, but stands beside another; null where there is none. */
  strayKeyRow(fingerprint: string): number | null;
  /**
   * An attempt of the content of the order in this first row that may have made an order, and whose key stands in no row any
   * more, since somebody cleared it; null where there is none. Of several equal orders each gets another one.
   */
  openAttempt(firstRow: number): KnownAttempt | null;
  /** The first row of the order that an Order ID belongs to, as far as several orders show it; null where none does. */
  idRow(orderId: string): number | null;
  /**
   * The row of a key that may have been sent and whose content is nowhere in the sheet, where an edit of that very order
   * does not explain it: the sheet may be sorted apart and edited, so that no order without a sure record is safe to send.
   */
  suspectRow: number | null;
}

/** Looks at all keys of a sheet once. */
export function placesOfKeys(records: readonly OrderRecord[], evidence: Evidence): KeyPlaces {
  const contentRows = new Map<string, number>();
  const homes = new Map<string, OrderRecord>();
  const carriers = new Map<string, number>();
  const atHome = new Map<string, number>();
  for (const record of records) {
    const firstRow = record.rows[0]?.rowNumber ?? 0;
    if (record.fingerprint !== null)
      setFirst(contentRows, contentOf(record.fingerprint, record.rows.length), firstRow);
    for (const row of record.rows) if (row.key) count(carriers, stemOf(row.cells.sendKey));
    const own = keyAtHome(record);
    if (own === null) continue;
    const home = homes.get(own);
    if (!home || sentRank(record) > sentRank(home)) homes.set(own, record);
    count(atHome, own);
  }
  const strays = new Map<string, number>();
  let suspectRow: number | null = null;
  for (const record of records) {
    if (keyAtHome(record) !== null) continue;
    for (const row of record.rows) {
      if (!row.key || !mayHaveBeenSent(row.status, evidence.byStem.get(row.key.stem)?.outcome)) continue;
      if (atHome.has(row.key.stem)) continue;
      setFirst(strays, row.key.fingerprint, row.rowNumber);
      const elsewhere = contentRows.has(contentOf(row.key.fingerprint, row.key.rowCount));
      if (suspectRow === null && !elsewhere && !isEdit(record, row.key, evidence)) suspectRow = row.rowNumber;
    }
  }
  const open = openAttempts(records, evidence, carriers);
  return {
    homeRow: (keyText, key) =>
      homes.get(stemOf(keyText))?.rows[0]?.rowNumber ??
      contentRows.get(contentOf(key.fingerprint, key.rowCount)) ??
      null,
    rowsWithKey: (keyText) => carriers.get(stemOf(keyText)) ?? 0,
    ordersAtHome: (keyText) => atHome.get(stemOf(keyText)) ?? 0,
    openAttempt: (firstRow) => open.get(firstRow) ?? null,
    idRow: idRows(records, evidence),
    strayKeyRow: (fingerprint) => strays.get(fingerprint) ?? null,
    suspectRow,
  };
}

/** The stem of the key that all rows of an order carry and match; null where there is none. */
function keyAtHome(record: OrderRecord): string | null {
  const [first] = record.rows;
  if (
    !first?.key ||
    first.key.fingerprint !== record.fingerprint ||
    first.key.rowCount !== record.rows.length
  )
    return null;
  const text = first.cells.sendKey;
  return record.rows.every((row) => row.cells.sendKey === text) ? first.key.stem : null;
}

/** Hands the attempts that no row carries to orders of their content: first to those without a key, then to the others. */
function openAttempts(
  records: readonly OrderRecord[],
  evidence: Evidence,
  carriers: ReadonlyMap<string, number>,
): Map<number, KnownAttempt> {
  const open = new Map<string, KnownAttempt[]>();
  for (const [stem, attempt] of evidence.byStem) {
    if ((attempt.outcome !== "unconfirmed" && attempt.outcome !== "pending") || carriers.has(stem)) continue;
    const { fingerprint } = attempt.key;
    const equals = open.get(fingerprint);
    if (equals) equals.push(attempt);
    else open.set(fingerprint, [attempt]);
  }
  const given = new Map<number, KnownAttempt>();
  if (open.size === 0) return given;
  const hasKey = (record: OrderRecord) => record.rows.some((row) => row.cells.sendKey !== "");
  for (const record of [...records.filter((one) => !hasKey(one)), ...records.filter(hasKey)]) {
    const attempt = open.get(record.fingerprint ?? "")?.shift();
    if (attempt) given.set(record.rows[0]?.rowNumber ?? 0, attempt);
  }
  return given;
}

/** Of an order and its copy, the one that was sent is at home. */
function sentRank(record: OrderRecord): number {
  const status = mostCautious(record.rows.map((row) => row.status));
  if (status === "Created" || status === "Created (test)") return 2;
  return status === "Unconfirmed" || status === "Sending" ? 1 : 0;
}

/**
 * Of all orders the one whose content was sent under an ID as the log knows it; else, of those that show it, the one with a
 * key at home; else the first.
 */
function idRows(records: readonly OrderRecord[], evidence: Evidence): KeyPlaces["idRow"] {
  const fingerprints = new Map<string, string>();
  for (const { orderId, key } of evidence.createdByContent.values())
    fingerprints.set(orderId, key.fingerprint);
  const best = new Map<string, { rank: number; rowNumber: number }>();
  for (const record of records) {
    for (const orderId of new Set(record.rows.map((row) => row.cells.orderId))) {
      const rank = fingerprints.get(orderId) === record.fingerprint ? 2 : keyAtHome(record) === null ? 0 : 1;
      const known = best.get(orderId);
      if (!known || rank > known.rank) best.set(orderId, { rank, rowNumber: record.rows[0]?.rowNumber ?? 0 });
    }
  }
  const rowOfContent = new Map<string, number>();
  for (const { fingerprint, rows } of records)
    if (fingerprint !== null) setFirst(rowOfContent, fingerprint, rows[0]?.rowNumber ?? 0);
  return (orderId) => {
    const shown = best.get(orderId);
    if (shown?.rank === 2) return shown.rowNumber;
    return rowOfContent.get(fingerprints.get(orderId) ?? "") ?? shown?.rowNumber ?? null;
  };
}

/** An edit leaves the recipient, the Order ref that the log remembers, or both as they were. */
function isEdit(record: OrderRecord, key: SendKey, evidence: Evidence): boolean {
  const ref = evidence.byStem.get(key.stem)?.ref ?? "";
  if (ref !== "" && ref === record.order.ref) return true;
  return record.fingerprint !== null && sameRecipient(record.fingerprint, key.fingerprint);
}

function mayHaveBeenSent(status: string, outcome: string | undefined): boolean {
  if (status === "Valid" || status === "Invalid" || status === "Rejected" || status === "Not sent") {
    return outcome === "created" || outcome === "unconfirmed" || outcome === "pending";
  }
  return true;
}

function contentOf(fingerprint: string, rowCount: number): string {
  return `${fingerprint}/${rowCount}`;
}

/** What all keys of one order have in common. */
function stemOf(keyText: string): string {
  return parseSendKey(keyText)?.stem ?? keyText;
}

function setFirst(map: Map<string, number>, key: string, value: number): void {
  if (!map.has(key)) map.set(key, value);
}

function count(map: Map<string, number>, key: string): void {
  map.set(key, (map.get(key) ?? 0) + 1);
}
