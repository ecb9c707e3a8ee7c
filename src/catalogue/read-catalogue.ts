import type { ApiAnswer } from "../bitbybit/http";
import type { ArticleLookup } from "../orders/lines/article";
import type { ListFailure } from "./list-answer";
import { type CatalogueVariant, productsPerPage, readProductPage } from "./product-list";

/** A reading of all products, page after page. */
export type CatalogueReading =
  /** Pages that are still to be asked for, counted from 1; the first one alone until it has answered. */
  | { kind: "reading"; pages: readonly number[]; total: number | null; variants: CatalogueVariant[] }
  | { kind: "whole"; products: number; variants: CatalogueVariant[] }
  | { kind: "failed"; why: Exclude<CatalogueFault, "noKey"> };

/**
 * Why the products are not known: no key, the list could not be read, it changed while it was read, or it is longer than
 * was asked for.
 */
export type CatalogueFault = ListFailure | "changing" | "noKey" | "tooMany";

/** The shop's articles, or why they are not known: SKUs then stay what they are, and it is said once. */
export type LoadedCatalogue =
  | { lookup: ArticleLookup; fault: null }
  | { lookup: null; fault: CatalogueFault };

/** Longer lists are not read: at 100 pages a minute they would take more than ten minutes, and a total may be absurd. */
export const mostListedProducts = 100_000;

/** A reading of which nothing is known yet. */
export const startOfReading: CatalogueReading = { kind: "reading", pages: [1], total: null, variants: [] };

/**
 * Takes the answers to some of the pages that a reading waits for. The list is whole if every page was read and the number of
 * products stayed the same. A list of more than `most` products is not read any further.
 */
export function takeAnswers(
  reading: CatalogueReading,
  answers: readonly { page: number; answer: ApiAnswer }[],
  most = mostListedProducts,
): CatalogueReading {
  if (reading.kind !== "reading") return reading;
  let { pages, total } = reading;
  const variants = [...reading.variants];
  for (const { page, answer } of answers) {
    const read = readProductPage(answer);
    if (typeof read === "string") return { kind: "failed", why: read };
    if (total !== null && read.total !== total) return { kind: "failed", why: "changing" };
    if (read.total > most) return { kind: "failed", why: "tooMany" };
    if (total === null) pages = pagesOf(read.total);
    total = read.total;
    const expected = Math.max(0, Math.min(productsPerPage, total - (page - 1) * productsPerPage));
    if (read.count !== expected) return { kind: "failed", why: "unreadable" };
    pages = pages.filter((one) => one !== page);
    for (const variant of read.variants) variants.push(variant);
  }
  if (pages.length > 0 || total === null) return { kind: "reading", pages, total, variants };
  return { kind: "whole", products: total, variants };
}

function pagesOf(total: number): number[] {
  return Array.from({ length: Math.max(1, Math.ceil(total / productsPerPage)) }, (_, index) => index + 1);
}
