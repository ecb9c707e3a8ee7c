import type { OrderPayload } from "../orders/order";
import type { SendKey } from "../orders/send-key";
import { type ReferencePlace, type ReferenceTexts, referenceOf, withReference } from "./reference";

/**
 * What in the user's own text can make a shop lose the reference after it. Shops keep one line of notes, stop at a
 * character that their database does not know (`astral`: outside the first 65,536, such as an emoji), or take out what
 * looks like HTML (`markup`: it has a `<`).
 */
export type TextTrait = "ownText" | "lines" | "nonAscii" | "astral" | "markup";

/** How much a text asks of a shop that is to give its reference back whole. */
export interface ReferenceSize {
  /** UTF-16 units of the notes, or of all tags together. */
  length: number;
  /** The same in bytes of UTF-8. */
  bytes: number;
  /** How many tags there are; 1 for notes. */
  parts: number;
  traits: readonly TextTrait[];
}

/** The size of an order's texts as they are sent. */
export function sizeOfSent(payload: OrderPayload, key: SendKey, place: ReferencePlace): ReferenceSize {
  return sizeOf(withReference(payload, key, place), key, place);
}

/** The size of the texts that stand where a reference came back whole. */
export function sizeOf(texts: ReferenceTexts, key: SendKey, place: ReferencePlace): ReferenceSize {
  const parts = place === "notes" ? [texts.notes ?? ""] : [...(texts.tags ?? [])];
  const whole = parts.join("");
  const own = whole.replace(referenceOf(key), "").replace(/\n$/, "");
  return {
    length: whole.length,
    bytes: utf8Length(whole),
    parts: parts.length,
    traits: traitNames.filter((name) => traitTests[name].test(own)),
  };
}

/** The greatest sizes among several, and every trait of any of them; null for none. */
export function largestOf(sizes: readonly ReferenceSize[]): ReferenceSize | null {
  return sizes.reduce<ReferenceSize | null>(
    (largest, size) => ({
      length: Math.max(size.length, largest?.length ?? 0),
      bytes: Math.max(size.bytes, largest?.bytes ?? 0),
      parts: Math.max(size.parts, largest?.parts ?? 0),
      traits: traitNames.filter((name) => size.traits.includes(name) || largest?.traits.includes(name)),
    }),
    null,
  );
}

/**
 * True if a shop that gave `proven` back whole can be relied on for `size`. Never for markup: what a shop takes out depends
 * on the markup, so that one order says nothing about another.
 */
export function covers(proven: ReferenceSize, size: ReferenceSize): boolean {
  return (
    !size.traits.includes("markup") &&
    proven.length >= size.length &&
    proven.bytes >= size.bytes &&
    proven.parts >= size.parts &&
    size.traits.every((trait) => proven.traits.includes(trait))
  );
}

const traitTests: Record<TextTrait, RegExp> = {
  ownText: /[\s\S]/,
  lines: /[\r\n]/,
  nonAscii: /[^\0-\x7f]/,
  astral: /[\ud800-\udfff]/,
  markup: /</,
};
const traitNames = Object.keys(traitTests) as TextTrait[];

function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
