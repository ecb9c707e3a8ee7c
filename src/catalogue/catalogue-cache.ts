import { parseJson } from "../text/json";
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

/** The values to be cached: the first is the index, the others hold the variants. Null if the catalogue has no room. */
export function cacheParts({ readAtMs, products, variants }: CachedCatalogue): string[] | null {
  const parts: string[][] = [];
  let bytes = maxPartBytes;
  for (const { id, sku, product, key } of variants) {
    const entry = JSON.stringify([id, sku, product, key]);
    bytes += utf8Length(entry) + 1;
    if (bytes > maxPartBytes) {
      parts.push([]);
      bytes = utf8Length(entry) + 3;
    }
    parts[parts.length - 1]?.push(entry);
  }
  if (parts.length > maxParts) return null;
  const index = JSON.stringify([version, parts.length, variants.length, readAtMs, products]);
  return [index, ...parts.map((entries) => `[${entries.join()}]`)];
}

/** How many parts follow an index; null if it is none of this version's. */
export function countParts(index: string): number | null {
  return readIndex(index)?.[0] ?? null;
}

/** The catalogue of cached values, of which any may be gone; null unless all are there and whole. */
export function readCache(index: string, parts: readonly (string | null)[]): CachedCatalogue | null {
  const [count, total, readAtMs = 0, products = 0] = readIndex(index) ?? [];
  if (count !== parts.length) return null;
  const variants: CatalogueVariant[] = [];
  for (const part of parts) {
    const entries = parseJson(part);
    if (!Array.isArray(entries)) return null;
    for (const entry of entries) {
      if (!Array.isArray(entry) || entry.length !== 4 || !entry.every(isText)) return null;
      const [id = "", sku = "", product = "", key = ""] = entry;
      variants.push({ id, sku, product, key });
    }
  }
  return variants.length === total ? { readAtMs, products, variants } : null;
}

/** How many parts and variants there are, when they were read, and of how many products. */
function readIndex(text: string): number[] | null {
  const index = parseJson(text);
  if (!Array.isArray(index) || index.length !== 5 || !index.every(isCount)) return null;
  const [found, parts = 0] = index;
  return found === version && parts <= maxParts ? index.slice(1) : null;
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0;
}

/** Bytes of a text in UTF-8; there is no TextEncoder in Apps Script. */
function utf8Length(text: string): number {
  return encodeURIComponent(text).replace(/%../g, " ").length;
}
