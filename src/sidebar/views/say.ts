import type { Said } from "../state/state";
import type { Words } from "../words/words";

/** A sentence in the page's language. */
export function sayIn(words: Words, said: Said): string {
  if (typeof said === "string") return said;
  if ("saying" in said) return words.sayings[said.saying];
  const { cause, detail } = said;
  return `${words.failures[cause]} ${detail}`.trim();
}
