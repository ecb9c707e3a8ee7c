import { hashText } from "../text/text-hash";
import { redactKey } from "./redact";

/** Why an ID is not kept to the letter. */
export type OrderIdFault =
  /** It is longer than {@link maxIdBytes}. */
  | "long"
  /** It holds the API key, a control character or half a surrogate pair, or begins or ends with a space. */
  | "unfit";

/** An order's ID as it is kept; `fault` is null if it is the API's own text to the letter. */
export interface OrderId {
  id: string;
  fault: OrderIdFault | null;
}

/**
 * IDs of more bytes are cut: of UTF-8, a quotation mark or backslash as two, as JSON writes them. The journal reserves room
 * for so many.
 */
export const maxIdBytes = 200;

const keptBytes = 150;

/** Texts of more UTF-16 units are cut. */
const maxTextLength = 200;

/** Control characters, line separators and halves of surrogate pairs: no cell gives them back as they were. */
const unfit = /[\p{Cc}\p{Cs}\u2028\u2029]/gu;

/**
 * The ID as it is kept: at most {@link maxIdBytes}, on one line, without the API key. A longer or unfit ID
 * keeps its beginning and gets `…` and a hash of the whole, so that two IDs stay two. The same ID always becomes the same
 * text. Null for an ID of nothing but spaces.
 */
export function readOrderId(text: string, apiKey: string): OrderId | null {
  if (text.trim() === "") return null;
  const clean = cleanText(text, apiKey);
  if (clean === text && bytesOf(text) <= maxIdBytes) return { id: text, fault: null };
  const id = `${startOf(clean)}…${hashText(text)}${hashText(text, 1)}`;
  return { id, fault: clean === text ? "long" : "unfit" };
}

/** A short text of the API as it may stand in a cell: one line without the API key, at most 200 UTF-16 units. */
export function readShortText(text: string, apiKey: string): string {
  return wholeCharacters(cleanText(text, apiKey).slice(0, maxTextLength));
}

function cleanText(text: string, apiKey: string): string {
  return redactKey(text, apiKey).replace(unfit, "\ufffd").trim();
}

/** The text without the half of a pair that a cut has left at its end. */
function wholeCharacters(text: string): string {
  return text.replace(/\p{Cs}/gu, "");
}

/** The first characters, as many as {@link keptBytes} hold. */
function startOf(text: string): string {
  let start = "";
  let bytes = 0;
  for (const character of wholeCharacters(text.slice(0, keptBytes))) {
    bytes += bytesOf(character);
    if (bytes > keptBytes) break;
    start += character;
  }
  return start;
}

/** See {@link maxIdBytes}. */
function bytesOf(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes += character === '"' || character === "\\" ? 2 : 1;
    else bytes += code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
