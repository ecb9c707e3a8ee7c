import { base32Alphabet } from "./base32";

/** Looked up once: in the local runtime each look-up of a global crosses a border, which took three quarters of a check. */
const { imul } = Math;

/** Characters that a hash has: thirty of its thirty-two bits. */
export const hashLength = 6;

/**
 * Six base-32 characters that stand for a text: MurmurHash3 (32 bits), over its UTF-16 units. For telling whether texts
 * are the same, thousands of them at a time; it hides nothing, so what is secret goes through SHA-256. Another `seed`
 * gives another hash of the same text.
 */
export function hashText(text: string, seed = 0): string {
  const hash = murmur3(text, seed);
  let characters = "";
  for (let shift = 27; shift >= 2; shift -= 5) characters += base32Alphabet[(hash >>> shift) & 31];
  return characters;
}

function murmur3(text: string, seed: number): number {
  let hash = seed;
  const pairs = text.length & ~1;
  for (let index = 0; index < pairs; index += 2) {
    hash ^= scramble(text.charCodeAt(index) | (text.charCodeAt(index + 1) << 16));
    hash = (imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64) | 0;
  }
  if (pairs < text.length) hash ^= scramble(text.charCodeAt(pairs));
  hash ^= 2 * text.length;
  hash = imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

function scramble(block: number): number {
  const mixed = imul(block, 0xcc9e2d51);
  return imul((mixed << 15) | (mixed >>> 17), 0x1b873593);
}
