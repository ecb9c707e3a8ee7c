import type { Environment } from "../bitbybit/api-key";
import type { ApiAccess } from "../bitbybit/requests";
import { JournalStore } from "../journal/journal-store";
import type { CustomerLookup } from "../orders/check/check-options";
import type { SingleName } from "../orders/rows/names";
import { createRateLimiter, type RateLimiter } from "../pace/rate-limiter";
import { type LoadedCatalogue, loadCatalogue } from "../reconcile/load-catalogue";
import { CustomerSearch } from "../reconcile/search-customers";
import { OrderMemory } from "../sheet/read-orders";
import { type SheetMemory, sheetMemory } from "../spreadsheet/sheet-columns";
import { base32, randomBase32 } from "../text/base32";
import { hashText } from "../text/text-hash";
import type { RunOptions } from "./options";
import type { RunPorts } from "./ports";
import { RunError } from "./run-error";
import type { RunWords } from "./words";

/** One execution of the add-on at work: what it may touch, with which API key, and what it keeps in mind. */
export interface Context {
  ports: RunPorts;
  options: RunOptions;
  words: RunWords;
  access: ApiAccess;
  environment: Environment;
  /** Stands for the API key in send keys: four characters of a hash, from which nothing of the key can be read. */
  apiKeyHash: string;
  /** Keeps the requests of this execution within the API key's rate limit. */
  rateLimiter: RateLimiter;
  journal: JournalStore;
  memory: OrderMemory;
  /** Shown to colleagues; may be empty. */
  userName: string;
  /** What becomes the last name of a person with a single name. */
  singleName: SingleName;
  /** Stands for this execution in the fencing token and in the names of batches. */
  mark: string;
  startedAtMs: number;
  /** True for the ID of a sheet of this spreadsheet. */
  isOtherSheet(sheetId: number): boolean;
  /** What is kept about a sheet's columns; read once an execution. */
  sheetMemory(sheetId: number): SheetMemory;
  /** The shop's articles, read once an execution. */
  articles(): LoadedCatalogue;
  /** The customers with these e-mail addresses or phone numbers, each searched for once; null without an API key. */
  customers(contacts: readonly string[]): CustomerLookup | null;
}

/** What an execution is begun with. */
export interface ContextSettings {
  access: ApiAccess;
  environment: Environment;
  userName: string;
  singleName: SingleName;
}

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
  const context: Context = {
    ports,
    options,
    words,
    ...settings,
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

/** Does something while no other execution of the add-on is in its own locked section. */
export function whileLocked<T>({ ports, options }: Pick<Context, "ports" | "options">, act: () => T): T {
  if (!ports.lock.tryLock(options.lockWaitMs)) throw new RunError({ code: "busy" });
  try {
    return act();
  } finally {
    ports.lock.release();
  }
}
