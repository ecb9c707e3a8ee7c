import { Catalogue } from "../catalogue/catalogue";
import { type CachedCatalogue, cacheParts, countParts, readCache } from "../catalogue/catalogue-cache";
import { listProductsRequest } from "../catalogue/product-list";
import {
  type CatalogueReading,
  type LoadedCatalogue,
  mostListedProducts,
  startOfReading,
  takeAnswers,
} from "../catalogue/read-catalogue";
import type { Context } from "../execution/context";
import { base32 } from "../text/base32";
import { sendPaced } from "./scan-orders";

/** How long a catalogue is kept: the longest that the cache allows (Apps Script documentation: 6 hours), in seconds. */
const cacheSeconds = 21_600;

/** The shop's articles as they are kept in the cache; null if they are not. */
export function recallCatalogue(context: Context): LoadedCatalogue | null {
  const cached = recall(context, cacheName(context));
  return cached && { lookup: new Catalogue(cached.variants), fault: null };
}

/**
 * The shop's articles, from the cache or by reading every product, as fast as the rate limit allows. `most`: a shop with more
 * products than this is not read.
 */
export function loadCatalogue(context: Context, most = mostListedProducts): LoadedCatalogue {
  if (context.access.apiKey === "") return { lookup: null, fault: "noKey" };
  const { cache, clock } = context.ports;
  const known = recallCatalogue(context);
  if (known) return known;
  const name = cacheName(context);
  const reading = readAllProducts(context, most);
  if (reading.kind !== "whole") return { lookup: null, fault: reading.why };
  const { products, variants } = reading;
  const parts = cacheParts({ readAtMs: clock.nowMs(), products, variants });
  (parts ?? []).forEach((part, index) => {
    cache.write(`${name}.${index}`, part, cacheSeconds);
  });
  return { lookup: new Catalogue(variants), fault: null };
}

/** The cache is shared by everyone who uses the add-on, so each API key has a name of its own, from which it cannot be read. */
function cacheName({ access, ports }: Context): string {
  return `P${base32(ports.sha256(`products ${access.address} ${access.apiKey}`), 20)}`;
}

function recall({ ports }: Context, name: string): CachedCatalogue | null {
  const index = ports.cache.read(`${name}.0`);
  const count = index === null ? null : countParts(index);
  if (index === null || count === null) return null;
  return readCache(
    index,
    Array.from({ length: count }, (_, part) => ports.cache.read(`${name}.${part + 1}`)),
  );
}

function readAllProducts(
  context: Context,
  most: number,
): Extract<CatalogueReading, { kind: "whole" | "failed" }> {
  let reading: CatalogueReading = startOfReading;
  while (reading.kind === "reading") {
    const { pages } = reading;
    const answers: Parameters<typeof takeAnswers>[1][number][] = [];
    sendPaced(
      context,
      pages.map((page) => listProductsRequest(context.access, page)),
      (answer) => {
        const page = pages[answers.length];
        if (answer && page !== undefined) answers.push({ page, answer });
        return answer !== null;
      },
    );
    if (answers.length < pages.length && answers.length === 0) return { kind: "failed", why: "unreadable" };
    reading = takeAnswers(reading, answers, most);
  }
  return reading;
}
