import { parseSendKey, type SendKey } from "./send-key";

/**
 * True if a text holds a send key, with or without the label of a reference. A data cell that holds one is a problem: its
 * order would name another order's request. Letter case, wide letters, other dashes and invisible characters do not hide a
 * key, since a shop may tidy them.
 */
export function holdsSendKey(text: string): boolean {
  return !tooShort.test(text) && sendKeysIn(plainText(text)).length > 0;
}

/** Plain letters, and fewer than a key has, as nearly every cell: nothing in them has to be put right to see that. */
const tooShort = /^[ -~]{0,35}$/;

/** The request IDs of all that looks like the beginning of a send key, whole or cut, in whatever letters. */
export function requestIdsIn(text: string): string[] {
  const ids: string[] = [];
  const plain = plainText(text);
  requestStart.lastIndex = 0;
  for (let match = requestStart.exec(plain); match; match = requestStart.exec(plain)) {
    ids.push(match[1] ?? "");
    requestStart.lastIndex = match.index + 1;
  }
  return ids;
}

const requestStart = /[TL][0-9A-Z]{4}-([0-9A-Z]{8})/g;

function plainText(text: string): string {
  const visible = text.normalize("NFKC").replace(/[\p{Cf}\p{DI}]/gu, "");
  return visible.replace(/[\p{Pd}\u2212]/gu, "-").toUpperCase();
}

/** The part of a send key that always has the same length. */
const keyStart = /[TL][0-9A-Z]{4}-[0-9A-Z]{13}-[0-9A-Z]{12}-/g;

/** What may follow it: up to six digits of the number of rows, the check character, and an R. */
const endLengths = [3, 4, 5, 6, 7, 8];

/** Every send key that stands anywhere in a text, with or without the label of a reference. */
export function sendKeysIn(text: string): SendKey[] {
  const keys: SendKey[] = [];
  keyStart.lastIndex = 0;
  for (let match = keyStart.exec(text); match; match = keyStart.exec(text)) {
    const { 0: start, index } = match;
    for (const length of endLengths) {
      const candidate = text.slice(index, index + start.length + length);
      const key = parseSendKey(candidate);
      if (key && candidate.length === start.length + length && !/\s$/.test(candidate)) keys.push(key);
    }
    // Keys may overlap with what only looks like one.
    keyStart.lastIndex = index + 1;
  }
  return keys;
}
