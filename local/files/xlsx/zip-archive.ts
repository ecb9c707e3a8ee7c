import { deflateRawSync, inflateRawSync } from "node:zlib";
import { fileLimits } from "../opened-file";
import { BeyondLimit, tooMany } from "./beyond-limit";

/** Signatures of the parts of a zip file (PKWARE's APPNOTE.TXT, sections 4.3.7, 4.3.12 and 4.3.16). */
const localHeader = 0x04034b50;
const centralHeader = 0x02014b50;
const endOfCentralDirectory = 0x06054b50;
const stored = 0;
const deflated = 8;

interface Entry {
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly packed: Buffer;
}

/**
 * The parts of a zip file by name. A part that nobody replaces is written as it was packed, to the byte.
 *
 * What the parts say they unpack to is added up before any of them is unpacked, and again with each that is, since one part
 * may be asked for many times. None gets more room than it said.
 */
export class ZipArchive {
  private readonly entries = new Map<string, Entry>();
  /** Bytes of the parts unpacked so far, and of those among them that are packed to next to nothing. */
  private unpacked = 0;
  private dense = 0;

  /**
   * @param bytes a zip file; without it the archive is empty.
   * @throws BeyondLimit if it unpacks to more than is opened; Error if the bytes are no zip file.
   */
  constructor(bytes?: Buffer) {
    if (bytes === undefined) return;
    const end = bytes.lastIndexOf(Buffer.from("504b0506", "hex"));
    if (end < 0) throw new Error("not a zip file");
    const count = bytes.readUInt16LE(end + 10);
    let place = bytes.readUInt32LE(end + 16);
    let unpacked = 0;
    for (let index = 0; index < count; index++) {
      if (bytes.readUInt32LE(place) !== centralHeader) throw new Error("damaged directory");
      const nameLength = bytes.readUInt16LE(place + 28);
      const name = bytes.toString("utf8", place + 46, place + 46 + nameLength);
      const entry = entryAt(bytes, place);
      unpacked += entry.size;
      this.enter(name.replaceAll("\\", "/"), entry);
      place += 46 + nameLength + bytes.readUInt16LE(place + 30) + bytes.readUInt16LE(place + 32);
    }
    refuseUnpacked(unpacked);
  }

  /** Of two parts with one name some programs show the first and others the last, unless both are the same. */
  private enter(name: string, entry: Entry): void {
    const known = this.entries.get(name);
    if (known !== undefined && (known.crc !== entry.crc || known.size !== entry.size))
      throw new Error(`part ${name} is there twice`);
    this.entries.set(name, entry);
  }

  get names(): string[] {
    return [...this.entries.keys()];
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** A part's text, in UTF-8 or UTF-16. @throws Error if there is none of that name, or its content is damaged. */
  text(name: string): string {
    const entry = this.entries.get(name);
    if (entry === undefined) throw new Error(`no part ${name}`);
    const { method, packed, size, crc } = entry;
    this.count(entry);
    const bytes = method === stored ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
    if (crc32(bytes) !== crc) throw new Error(`part ${name} is damaged`);
    return textOf(bytes);
  }

  private count({ packed, size }: Entry): void {
    const { maxDenseBytes, maxPackedTimes } = fileLimits;
    this.unpacked += Math.max(size, packed.length);
    refuseUnpacked(this.unpacked);
    if (size > packed.length * maxPackedTimes) this.dense += size;
    if (this.dense > maxDenseBytes) {
      throw new BeyondLimit((words, file) => words.tooDense(file, maxPackedTimes));
    }
  }

  /** Puts a part there, in place of the one of that name. */
  replace(name: string, text: string): void {
    const bytes = Buffer.from(text);
    // Level 1: a sheet is saved after every step of a run, so speed counts for more than size.
    const packed = deflateRawSync(bytes, { level: 1 });
    this.entries.set(name, { method: deflated, crc: crc32(bytes), size: bytes.length, packed });
  }

  /** Puts a part there without packing it, for a reader in this program. */
  store(name: string, text: string): void {
    const packed = Buffer.from(text);
    this.entries.set(name, { method: stored, crc: crc32(packed), size: packed.length, packed });
  }

  remove(name: string): void {
    this.entries.delete(name);
  }

  toBuffer(): Buffer {
    const parts: Buffer[] = [];
    const directory: Buffer[] = [];
    let offset = 0;
    for (const [name, entry] of this.entries) {
      const header = headerOf(entry, name);
      parts.push(header.local, entry.packed);
      directory.push(header.central(offset));
      offset += header.local.length + entry.packed.length;
    }
    const directoryBytes = Buffer.concat(directory);
    const end = Buffer.alloc(22);
    end.writeUInt32LE(endOfCentralDirectory, 0);
    end.writeUInt16LE(this.entries.size, 8);
    end.writeUInt16LE(this.entries.size, 10);
    end.writeUInt32LE(directoryBytes.length, 12);
    end.writeUInt32LE(offset, 16);
    return Buffer.concat([...parts, directoryBytes, end]);
  }
}

function refuseUnpacked(bytes: number): void {
  const { maxUnpackedBytes } = fileLimits;
  if (bytes > maxUnpackedBytes) throw tooMany("unpackedBytes", maxUnpackedBytes);
}

/** A part's text. One in UTF-16 says so in its declaration too, and is written again in UTF-8. */
function textOf(bytes: Buffer): string {
  const [first, second] = bytes;
  const isLittle = first === 0xff && second === 0xfe;
  if (!isLittle && !(first === 0xfe && second === 0xff)) return new TextDecoder().decode(bytes);
  const text = new TextDecoder(isLittle ? "utf-16le" : "utf-16be").decode(bytes);
  return text.replace(/^(<\?xml[^>]*encoding=["'])[^"']*/, "$1UTF-8");
}

/** The entry that the central directory describes at `place`. */
function entryAt(bytes: Buffer, place: number): Entry {
  const method = bytes.readUInt16LE(place + 10);
  if (method !== stored && method !== deflated) throw new Error("unknown compression");
  if ((bytes.readUInt16LE(place + 8) & 1) !== 0) throw new Error("encrypted");
  const local = bytes.readUInt32LE(place + 42);
  if (bytes.readUInt32LE(local) !== localHeader) throw new Error("damaged part");
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const packed = bytes.subarray(start, start + bytes.readUInt32LE(place + 20));
  return { method, crc: bytes.readUInt32LE(place + 16), size: bytes.readUInt32LE(place + 24), packed };
}

function headerOf(entry: Entry, name: string): { local: Buffer; central: (offset: number) => Buffer } {
  const nameBytes = Buffer.from(name);
  // From "version needed" on, both headers agree: 2.0, names in UTF-8, no time (1 January 1980).
  const shared = Buffer.alloc(26);
  shared.writeUInt16LE(20, 0);
  shared.writeUInt16LE(0x0800, 2);
  shared.writeUInt16LE(entry.method, 4);
  shared.writeUInt16LE(0x0021, 8);
  shared.writeUInt32LE(entry.crc, 10);
  shared.writeUInt32LE(entry.packed.length, 14);
  shared.writeUInt32LE(entry.size, 18);
  shared.writeUInt16LE(nameBytes.length, 22);
  const local = Buffer.alloc(4);
  local.writeUInt32LE(localHeader, 0);
  return {
    local: Buffer.concat([local, shared, nameBytes]),
    central: (offset) => {
      const start = Buffer.alloc(6);
      start.writeUInt32LE(centralHeader, 0);
      start.writeUInt16LE(20, 4);
      const rest = Buffer.alloc(14);
      rest.writeUInt32LE(offset, 10);
      return Buffer.concat([start, shared, rest, nameBytes]);
    },
  };
}

const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32 as zip files use it; node's own came with 20.15, and 20.0 is supported. */
function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  // By index: walking with an iterator takes five times as long.
  for (let index = 0; index < bytes.length; index++) {
    crc = (crc >>> 8) ^ (crcTable[(crc ^ (bytes[index] ?? 0)) & 0xff] ?? 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
