import type { Environment } from "../bitbybit/api-key";
import type { ApiAccess } from "../bitbybit/requests";
import type { LoadedCatalogue } from "../catalogue/read-catalogue";
import type { Context } from "../execution/context";
import { JournalStore } from "../journal/journal-store";
import type { SingleName } from "../orders/rows/names";
import { createRateLimiter } from "../pace/rate-limiter";
import type { RunOptions } from "../ports/options";
import type { RunPorts } from "../ports/ports";
import type { RunWords } from "../ports/words";
import { loadCatalogue, recallCatalogue } from "../reconcile/load-catalogue";
import { CustomerSearch } from "../reconcile/search-customers";
import { OrderMemory } from "../sheet/read-orders";
import { sheetMemory } from "../spreadsheet/sheet-columns";
import { base32, randomBase32 } from "../text/base32";
import { hashText } from "../text/text-hash";

/** What an execution is begun with. */
export interface ContextSettings {
  access: ApiAccess;
  environment: Environment;
  userName: string;
  singleName: SingleName;
  /** True if it may read the shop's products though no order needs it: a check has the time, and sends nothing. */
  readsArticles: boolean;
}

/** So many products are read to tell a Variant ID that the shop does not list: 20 requests. */
const mostProducts = 2_000;

const apiKeyHashLength = 4;

/** Begins an execution. */
export function beginExecution(
  ports: RunPorts,
  settings: ContextSettings,
  words: RunWords,
  options: RunOptions,
): Context {
  const { address, apiKey } = settings.access;
  const hash = hashOf(ports, apiKey);
  const sheets = new Map<number, boolean>();
  let properties: Record<string, string> | null = null;
  let search: CustomerSearch | null = null;
  let articles: LoadedCatalogue | null = null;
  let known: { articles: LoadedCatalogue | null } | null = null;
  const { readsArticles, ...kept } = settings;
  const context: Context = {
    ports,
    options,
    words,
    ...kept,
    apiKeyHash: base32(hash, apiKeyHashLength),
    // The cache is shared by everyone who uses the add-on, so there too the key is a hash.
    rateLimiter: createRateLimiter(
      ports.cache,
      ports.clock,
      base32(hash.subarray(apiKeyHashLength), 16) + hashText(address),
    ),
    journal: new JournalStore(ports.properties, options.journal, () => ports.clock.nowMs()),
    memory: new OrderMemory(),
    mark: randomBase32(6, () => ports.random()),
    startedAtMs: ports.clock.nowMs(),
    isOtherSheet: (sheetId) => {
      const known = sheets.get(sheetId) ?? ports.spreadsheet.sheetById(sheetId) !== null;
      sheets.set(sheetId, known);
      return known;
    },
    sheetMemory: (sheetId) => {
      properties ??= ports.properties.readAll();
      return sheetMemory(properties, sheetId);
    },
    articles: () => {
      articles ??= loadCatalogue(context);
      return articles;
    },
    knownArticles: () => {
      known ??= { articles: readsArticles ? loadCatalogue(context, mostProducts) : recallCatalogue(context) };
      return known.articles;
    },
    customers: (contacts) => {
      if (apiKey === "") return null;
      search ??= new CustomerSearch(context);
      return search.load(contacts);
    },
  };
  return context;
}

/** What stands for an API key; see `Context.apiKeyHash`. */
export function apiKeyHashOf(ports: Pick<RunPorts, "sha256">, apiKey: string): string {
  return base32(hashOf(ports, apiKey), apiKeyHashLength);
}

function hashOf({ sha256 }: Pick<RunPorts, "sha256">, apiKey: string): Uint8Array {
  return sha256(`bitbybit send key ${apiKey}`);
}
