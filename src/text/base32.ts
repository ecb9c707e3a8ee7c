/** Crockford's base 32: no I, L, O, U, so that a key can be read aloud and is never mistaken for a word. */
export const base32Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** The first `length` base-32 characters of some bytes, five bits each, most significant bits first. */
export function base32(bytes: Uint8Array, length: number): string {
  let text = "";
  for (let index = 0; index < length; index += 1) {
    const bit = index * 5;
    const pair = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0);
    text += base32Alphabet[(pair >> (11 - (bit & 7))) & 31];
  }
  return text;
}

/** `length` random base-32 characters. `random` gives numbers from 0 up to, not including, 1. */
export function randomBase32(length: number, random: () => number): string {
  let text = "";
  for (let index = 0; index < length; index += 1) text += base32Alphabet[Math.floor(random() * 32)];
  return text;
}
