import { base32Alphabet, randomBase32 } from "../text/base32";

/**
 * The record that one order of the sheet is being sent as one order of bitbybit. It stands in the column Send key and
 * travels in the order itself, so that an order whose answer was lost can be found again.
 *
 * As text: `T7K2M-5Q8ZR1WX1A9C3-F6D9B2C1E4MA-2QR`: environment and API key hash, request ID with attempt and run ID,
 * fingerprint, number of rows, a check character, and an R, since Sheets' drag-fill counts up the digits that end a text.
 */
export interface SendKey {
  environment: "test" | "live";
  /** Four characters that stand for the API key it was sent with: a hash, never a part of the key. */
  apiKeyHash: string;
  /** Eight characters that stay the same over all attempts to send one order. */
  requestId: string;
  /** 1 for the first attempt; one more each time the order is sent again though an earlier request may have arrived. */
  attempt: number;
  /** Four characters that stand for the run that keyed the order last. */
  runId: string;
  /** The fingerprint of the order's content as it is sent. */
  fingerprint: string;
  /** How many rows the order has. */
  rowCount: number;
}

const shape =
  /^([TL])([0-9A-HJKMNP-TV-Z]{4})-([0-9A-HJKMNP-TV-Z]{8})([1-9A-HJKMNP-TV-Z])([0-9A-HJKMNP-TV-Z]{4})-([0-9A-HJKMNP-TV-Z]{12})-([1-9][0-9]{0,5})([0-9A-HJKMNP-TV-Z])R$/;

/** Attempts are counted in one character; nobody gets there, and the last one stays the last. */
const lastAttempt = 31;

/** The key as it stands in a cell. */
export function formatSendKey(key: SendKey): string {
  const environment = key.environment === "live" ? "L" : "T";
  const attempt = base32Alphabet[Math.min(key.attempt, lastAttempt)];
  const body = `${environment}${key.apiKeyHash}-${key.requestId}${attempt}${key.runId}-${key.fingerprint}-${key.rowCount}`;
  return `${body}${checkCharacter(body)}R`;
}

/** Reads a key; null for anything that formatSendKey did not write, such as a key that was typed or filled down. */
export function parseSendKey(text: string): SendKey | null {
  const parts = shape.exec(text.trim());
  if (!parts) return null;
  const [
    whole,
    environment,
    apiKeyHash = "",
    requestId = "",
    attempt = "",
    runId = "",
    fingerprint = "",
    rows = "",
    check,
  ] = parts;
  if (checkCharacter(whole.slice(0, -2)) !== check) return null;
  return {
    environment: environment === "L" ? "live" : "test",
    apiKeyHash,
    requestId,
    attempt: base32Alphabet.indexOf(attempt),
    runId,
    fingerprint,
    rowCount: Number(rows),
  };
}

/** A request ID for an order that was never sent. */
export function newRequestId(random: () => number): string {
  return randomBase32(8, random);
}

/** An ID for a run that none of `taken` has: a run that adopted another one's rows would send them under its own plan. */
export function newRunId(random: () => number, taken: ReadonlySet<string>): string {
  for (;;) {
    const id = randomBase32(4, random);
    if (!taken.has(id)) return id;
  }
}

/** Catches any one wrong character and, but for 0 beside Z, any two swapped neighbours: Luhn's way, to the base 32. */
function checkCharacter(body: string): string {
  let sum = 0;
  let factor = 2;
  for (let index = body.length - 1; index >= 0; index -= 1) {
    const value = base32Alphabet.indexOf(body[index] ?? "");
    // A hyphen, and the L of "live", stand outside the alphabet; they count by their character code.
    const addend = factor * (value >= 0 ? value : body.charCodeAt(index) & 31);
    sum += Math.floor(addend / 32) + (addend % 32);
    factor = factor === 2 ? 1 : 2;
  }
  return base32Alphabet[(32 - (sum % 32)) % 32] ?? "0";
}
