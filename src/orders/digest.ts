import { sha256 } from "@noble/hashes/sha2.js";
import { base32 } from "./base32";

/**
 * `length` base-32 characters of the SHA-256 of a text. For what stands for an API key: nothing of the key can be read from it.
 */
export function digest(text: string, length: number): string {
  return base32(sha256(utf8(text)), length);
}

/** A text's UTF-8 bytes; Apps Script has no TextEncoder. Halves of surrogate pairs become U+FFFD, as there. */
function utf8(text: string): Uint8Array {
  const wellFormed = text.replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, (part) =>
    part.length === 2 ? part : "\ufffd",
  );
  const escaped = encodeURIComponent(wellFormed);
  const bytes: number[] = [];
  for (let index = 0; index < escaped.length; index += 1) {
    if (escaped[index] === "%") {
      bytes.push(Number.parseInt(escaped.slice(index + 1, index + 3), 16));
      index += 2;
    } else {
      bytes.push(escaped.charCodeAt(index));
    }
  }
  return Uint8Array.from(bytes);
}
