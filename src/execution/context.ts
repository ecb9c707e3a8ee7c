import type { Environment } from "../bitbybit/api-key";
import type { ApiAccess } from "../bitbybit/requests";
import type { LoadedCatalogue } from "../catalogue/read-catalogue";
import type { JournalStore } from "../journal/journal-store";
import type { CustomerLookup } from "../orders/check/check-options";
import type { SingleName } from "../orders/rows/names";
import type { RateLimiter } from "../pace/rate-limiter";
import type { RunOptions } from "../ports/options";
import type { RunPorts } from "../ports/ports";
import { RunError } from "../ports/run-error";
import type { RunWords } from "../ports/words";
import type { OrderMemory } from "../sheet/read-orders";
import type { SheetMemory } from "../sheet/sheet-memory";

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
  /**
   * The shop's articles for a sheet that names Variant IDs alone, which need no look-up: for a check they are read if they
   * are few, for anything else they are taken if an earlier execution has left them. Null if nothing was asked.
   */
  knownArticles(): LoadedCatalogue | null;
  /** The customers with these e-mail addresses or phone numbers, each searched for once; null without an API key. */
  customers(contacts: readonly string[]): CustomerLookup | null;
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
