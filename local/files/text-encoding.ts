import { isUtf8 } from "node:buffer";
import { TextDecoder } from "node:util";
import { UnusableFile } from "./opened-file";
import type { Saying } from "./words/file-words";

/** An encoding that a csv is written in again. */
type WrittenEncoding = "utf-8" | "utf-16le" | "utf-16be";

/** A file's text, and how to turn a text into bytes of the same kind. */
export interface DecodedText {
  readonly text: string;
  /** The file's bytes for a text; with the mark at its beginning if the file had one. */
  encode(text: string): Buffer;
}

const marks: readonly { encoding: WrittenEncoding; bytes: Buffer }[] = [
  { encoding: "utf-8", bytes: Buffer.from("efbbbf", "hex") },
  { encoding: "utf-16le", bytes: Buffer.from("fffe", "hex") },
  { encoding: "utf-16be", bytes: Buffer.from("feff", "hex") },
];
const noMark = Buffer.alloc(0);

/** How much of a file is looked at to tell UTF-16 without a mark. */
const sampleBytes = 4096;

/**
 * Decodes a csv: UTF-8 or UTF-16, with a mark at its beginning or without. `encoding` names another one (any label of the
 * Encoding Standard, such as `windows-1252`). Such a file is written again in UTF-8 with a mark: what is added to it may not
 * exist in its own encoding.
 *
 * Bytes alone do not tell one encoding of a single byte from another (`ø` of one is `ř` of the other), so a file in one of
 * them is not guessed at.
 * @throws UnusableFile if the bytes are not text in that encoding.
 */
export function decodeText(bytes: Buffer, name: string, encoding: string | null): DecodedText {
  if (encoding !== null && !/^utf-?(8|16(le|be)?)$/i.test(encoding)) {
    return { text: decoded(bytes, encoding, name), encode: (text) => encodedAs("utf-8", utf8Mark(), text) };
  }
  const mark = markOf(bytes);
  const found = mark?.encoding ?? (encoding === null ? guessed(bytes) : writtenEncoding(encoding));
  const body = bytes.subarray(mark?.bytes.length ?? 0);
  const text = decoded(body, found, name);
  if (text.includes("\0")) {
    throw new UnusableFile((words) => words.notATable(name));
  }
  return { text, encode: (changed) => encodedAs(found, mark?.bytes ?? noMark, changed) };
}

/** The mark at a file's beginning. Apart from `decodeText`, whose answer would else keep the file's bytes. */
function markOf(bytes: Buffer): (typeof marks)[number] | undefined {
  return marks.find((known) => bytes.subarray(0, known.bytes.length).equals(known.bytes));
}

function utf8Mark(): Buffer {
  return marks[0]?.bytes ?? noMark;
}

function writtenEncoding(label: string): WrittenEncoding {
  if (/be$/i.test(label)) return "utf-16be";
  return /16/.test(label) ? "utf-16le" : "utf-8";
}

/** UTF-16 without a mark shows by its zero bytes: of a delimiter or a digit one of the two is zero. */
function guessed(bytes: Buffer): WrittenEncoding {
  if (bytes.length % 2 === 1) return "utf-8";
  const sample = bytes.subarray(0, sampleBytes);
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (odd > sample.length / 8 && even === 0) return "utf-16le";
  return even > sample.length / 8 && odd === 0 ? "utf-16be" : "utf-8";
}

function decoded(bytes: Buffer, encoding: string, name: string): string {
  const decoder = decoderOf(encoding);
  try {
    return decoder.encoding === "windows-1252" ? decodedWindows(bytes) : decoder.decode(bytes);
  } catch {
    throw new UnusableFile(notIn(bytes, encoding, name));
  }
}

/** What the bytes 0x80 to 0x9f mean in windows-1252. */
const windowsSigns = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/**
 * Decodes windows-1252, of which latin1 is another name in the Encoding Standard. Several releases of Node take it for ISO
 * 8859-1 (nodejs/node issue 56542): the bytes of quotes, dashes and the euro sign become controls that nobody sees.
 */
function decodedWindows(bytes: Buffer): string {
  return bytes
    .toString("latin1")
    .replace(/[\u0080-\u009f]/g, (control) => windowsSigns[control.charCodeAt(0) - 0x80] ?? control);
}

function decoderOf(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  } catch {
    throw new UnusableFile((words) => words.unknownEncoding(encoding));
  }
}

/** The sentence for bytes that are no text in that encoding, with a cell as it would read in the usual other one. */
function notIn(bytes: Buffer, encoding: string, name: string): Saying {
  if (encoding !== "utf-8") return (words) => words.notInEncoding(name, encoding);
  // A picture or an archive has controls that no text has, whatever its encoding.
  if (bytes.subarray(0, sampleBytes).some(isControl)) return (words) => words.notATable(name);
  const lines = bytes.toString("latin1").split(/\r\n|\r|\n/);
  const index = lines.findIndex((line) => !isUtf8(Buffer.from(line, "latin1")));
  const text = decodedWindows(Buffer.from(lines[index] ?? "", "latin1"));
  const word = /[^\s,;|"]*[\u0080-\uffff][^\s,;|"]*/.exec(text)?.[0].slice(0, 30) ?? "";
  return (words) => words.notUtf8(name, word, index + 1);
}

/** True for a byte that is a control character, but for those of line ends, tabs and pages. */
function isControl(byte: number): boolean {
  return byte < 0x20 && (byte < 0x09 || byte > 0x0d);
}

function encodedAs(encoding: WrittenEncoding, mark: Buffer, text: string): Buffer {
  const body = Buffer.from(text, encoding === "utf-8" ? "utf8" : "utf16le");
  return Buffer.concat([mark, encoding === "utf-16be" ? body.swap16() : body]);
}
