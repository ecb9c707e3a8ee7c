import type { Article } from "../orders/lines/article";

/** The most characters of a cell that a message repeats. */
const mostCharacters = 40;

/** A cell's text as a message shows it: on one line, and cut with "…" if it is long. */
export function shortened(found: string): string {
  // Far fewer characters than a cell's 50,000 are split; whole ones, so that no emoji is cut in two.
  const start = Array.from(found.slice(0, 8 * mostCharacters).replace(/\s+/g, " "));
  const isCut = start.length > mostCharacters || found.length > 8 * mostCharacters;
  return isCut ? `${start.slice(0, mostCharacters - 1).join("")}…` : start.join("");
}

/** The same in quotation marks. */
export function quoted(found: string): string {
  return `"${shortened(found)}"`;
}

/** A cell holds 50,000 characters; what an API says beyond this is cut, and the cut is told. */
const longestAnswer = 1_000;

/** The API's own words on one line, and how many characters of them are left out. */
export function answered(text: string): { words: string; more: number } {
  const plain = text.replace(/\s+/g, " ").trim();
  const more = Math.max(0, plain.length - longestAnswer);
  return { words: more === 0 ? plain : `${plain.slice(0, longestAnswer)}…`, more };
}

/** One article as it was understood, such as `"SKU-1" × 2 (Batik shirt, small)`. */
export function articleText({ code, quantity, title }: Article): string {
  const count = quantity === undefined ? "" : ` × ${quantity}`;
  return `${quoted(code)}${count}${title === "" ? "" : ` (${shortened(title)})`}`;
}
