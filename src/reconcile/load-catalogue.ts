import { Catalogue } from "../catalogue/catalogue";
import { type CachedCatalogue, cacheParts, countParts, readCache } from "../catalogue/catalogue-cache";
import { listProductsRequest } from "../catalogue/product-list";
import {
  type CatalogueReading,
  type LoadedCatalogue,
  startOfReading,
  takeAnswers,
} from "../catalogue/read-catalogue";
import type { Context } from "../execution/context";
import { hashText } from "../text/text-hash";
import { sendPaced } from "./scan-orders";

/** How long a catalogue is kept: the longest that the cache allows (Apps Script documentation: 6 hours), in seconds. */
const cacheSeconds = 21_600;

/** The shop's articles, from the cache or by reading every product, as fast as the rate limit allows. */
export function loadCatalogue(context: Context): LoadedCatalogue {
  if (context.access.apiKey === "") return { lookup: null, fault: "noKey" };
  const { cache, clock } = context.ports;
  const name = `catalogue.${context.environment}.${context.apiKeyHash}.${hashText(context.access.address)}`;
  const cached = recall(context, name);
  if (cached) return { lookup: new Catalogue(cached.variants), fault: null };
  const reading = readAllProducts(context);
  if (reading.kind !== "whole") return { lookup: null, fault: reading.why };
  const { products, variants } = reading;
  const parts = cacheParts({ readAtMs: clock.nowMs(), products, variants });
  (parts ?? []).forEach((part, index) => {
    cache.write(`${name}.${index}`, part, cacheSeconds);
  });
  return { lookup: new Catalogue(variants), fault: null };
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

function readAllProducts(context: Context): Extract<CatalogueReading, { kind: "whole" | "failed" }> {
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
    reading = takeAnswers(reading, answers);
  }
  return reading;
}
