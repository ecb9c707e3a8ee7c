import type { Said } from "../state/state";
import type { Words } from "../words/words";

/** A sentence in the page's language. */
export function sayIn(words: Words, said: Said): string {
  if (said.from === "server") return said.text;
  if (said.from === "page") return words.sayings[said.saying];
  const { cause, detail } = said.failure;
  return `${words.failures[cause]} ${detail}`.trim();
}
