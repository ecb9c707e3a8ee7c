import type { CatalogueVariant } from "./product-list";

/** The catalogue as it is kept in a cache: an index, and parts of its own. */
export interface CachedCatalogue {
  /** Epoch milliseconds of its reading. */
  readAtMs: number;
  products: number;
  variants: CatalogueVariant[];
}

/** The most bytes of one cached value (Apps Script documentation: 100 KB), with room for what a store adds. */
const maxPartBytes = 95_000;

/** The most parts: a cache holds 1,000 values for all of a script. */
const maxParts = 200;

const version = 1;
const between = "\t";

/**
 * The values to be cached: the first is the index, the others hold the variants. Null if the catalogue has no room. Texts of
 * the shop hold neither tabs nor line breaks, and so nothing can be read as another variant.
 */
export function cacheParts({ readAtMs, products, variants }: CachedCatalogue): string[] | null {
  const parts: string[] = [];
  let lines: string[] = [];
  let bytes = 0;
  for (const { id, sku, product, key } of variants) {
    const line = [id, sku, product, key].map((text) => text.replace(/\s/g, " ")).join(between);
    const size = utf8Length(line) + 1;
    if (bytes + size > maxPartBytes) {
      parts.push(lines.join("\n"));
      lines = [];
      bytes = 0;
    }
    lines.push(line);
    bytes += size;
  }
  if (lines.length > 0) parts.push(lines.join("\n"));
  if (parts.length > maxParts) return null;
  const index = { v: version, readAtMs, products, parts: parts.length, variants: variants.length };
  return [JSON.stringify(index), ...parts];
}

/** How many parts follow an index; null if it is none of this version's. */
export function countParts(index: string): number | null {
  return readIndex(index)?.parts ?? null;
}

/** The catalogue of cached values, of which any may be gone; null unless all are there and whole. */
export function readCache(index: string, parts: readonly (string | null)[]): CachedCatalogue | null {
  const head = readIndex(index);
  if (head === null || parts.length !== head.parts) return null;
  const variants: CatalogueVariant[] = [];
  for (const part of parts) {
    if (part === null) return null;
    for (const line of part.split("\n")) {
      const [id, sku, product, key, more] = line.split(between);
      if (!id || sku === undefined || product === undefined || key === undefined || more !== undefined)
        return null;
      variants.push({ id, sku, product, key });
    }
  }
  return variants.length === head.variants
    ? { readAtMs: head.readAtMs, products: head.products, variants }
    : null;
}

interface CacheIndex {
  readAtMs: number;
  products: number;
  parts: number;
  variants: number;
}

function readIndex(text: string): CacheIndex | null {
  let index: unknown;
  try {
    index = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof index !== "object" || index === null || !("v" in index) || index.v !== version) return null;
  const { readAtMs, products, parts, variants } = index as Partial<Record<keyof CacheIndex, unknown>>;
  return isCount(readAtMs) && isCount(products) && isCount(parts) && isCount(variants) && parts <= maxParts
    ? { readAtMs, products, parts, variants }
    : null;
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0;
}

/** Bytes of a text in UTF-8; there is no TextEncoder in Apps Script. */
function utf8Length(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > 0x7ff) bytes += code >= 0xd800 && code <= 0xdfff ? 1 : 2;
    else if (code > 0x7f) bytes += 1;
  }
  return bytes;
}
