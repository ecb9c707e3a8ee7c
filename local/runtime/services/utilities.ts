import { createHash } from "node:crypto";
import { isDate } from "node:util/types";
import { NotImplemented, ServiceFault } from "../faults";
import { fits, mismatch, take } from "./arguments";
import { Enumeration, EnumValue } from "./enumeration";
import { formatJavaDate } from "./java-date-format";
import { callTable, Service } from "./service";

const calls = callTable({ free: ["sleep", "getUuid", "formatDate", "computeDigest", "base64Encode"] });

/** Apps Script documentation, Utilities.sleep: 300,000 ms at most. */
const longestSleepMs = 300_000;

const digests: Readonly<Record<string, string>> = {
  MD5: "md5",
  SHA_1: "sha1",
  SHA_256: "sha256",
  SHA_512: "sha512",
};

/** Utilities: sleeping, UUIDs, dates as text, digests. */
export class UtilitiesObject extends Service {
  readonly service = "Utilities";
  readonly calls = calls;
  override readonly properties = {
    DigestAlgorithm: new Enumeration(this.execution, "DigestAlgorithm", [
      "MD2",
      ...Object.keys(digests),
      "SHA_384",
    ]),
    Charset: new Enumeration(this.execution, "Charset", ["US_ASCII", "UTF_8"]),
  };

  sleep(...args: unknown[]): void {
    const [durationMs] = take("Utilities.sleep", args, ["number"]);
    if (durationMs < 0 || durationMs > longestSleepMs)
      throw new ServiceFault("Invalid argument: milliseconds");
    this.execution.sleep(durationMs);
  }

  /** A random (version 4) UUID out of the injected randomness. */
  getUuid(): string {
    const digit = (limit = 16) => Math.floor(this.execution.options.random() * limit);
    const digits = Array.from({ length: 32 }, (_, index) => {
      if (index === 12) return "4";
      return (index === 16 ? 8 + digit(4) : digit()).toString(16);
    }).join("");
    return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  }

  formatDate(...args: unknown[]): string {
    const [date, timeZone, pattern] = take("Utilities.formatDate", args, ["any", "string", "string"]);
    if (!isDate(date)) throw mismatch("Utilities.formatDate", args);
    return formatJavaDate(date.getTime(), timeZone, pattern);
  }

  /** Signed bytes, as Java has them. */
  computeDigest(...args: unknown[]): number[] {
    const [algorithm, value] = args;
    const known = algorithm instanceof EnumValue && algorithm.service === "DigestAlgorithm";
    if (!known || args.length < 2 || args.length > 3) throw mismatch("Utilities.computeDigest", args);
    const name = digests[algorithm.value];
    if (name === undefined) throw new NotImplemented(`Utilities.computeDigest with ${algorithm.value}`);
    const bytes = bytesOf("Utilities.computeDigest", args, value, args[2]);
    return [...createHash(name).update(bytes).digest()].map((byte) => (byte > 127 ? byte - 256 : byte));
  }

  base64Encode(...args: unknown[]): string {
    if (args.length < 1 || args.length > 2) throw mismatch("Utilities.base64Encode", args);
    return bytesOf("Utilities.base64Encode", args, args[0], args[1]).toString("base64");
  }
}

/**
 * The bytes of a text or of an array of signed bytes. Without a charset Apps Script takes a text as US-ASCII, in which other
 * letters become `?` (Apps Script documentation, Utilities.computeDigest).
 */
function bytesOf(where: string, args: readonly unknown[], value: unknown, charset: unknown): Buffer {
  if (fits([value], ["array"])) return Buffer.from([value].flat(2).map((byte) => Number(byte) & 255));
  if (typeof value !== "string" || (charset !== undefined && !(charset instanceof EnumValue)))
    throw mismatch(where, args);
  const isUtf8 = charset instanceof EnumValue && charset.value === "UTF_8";
  return Buffer.from(isUtf8 ? value : value.replace(/[^\0-\x7f]/gu, "?"), "utf8");
}
