import { type CustomerAnswer, findCustomerRequest, readCustomer } from "../catalogue/customer-search";
import type { Context } from "../execution/context";
import type { CustomerLookup } from "../orders/check/check-options";
import { base32 } from "../text/base32";
import { sendPaced } from "./scan-orders";

type Found = NonNullable<ReturnType<CustomerLookup["resolve"]>>;

/** What an earlier execution found, and until when it holds, in epoch milliseconds. */
type Kept = Record<string, { found: Found; untilMs: number }>;

/** The most searches of one execution: each is a request, and a minute has room for about as many. */
const maxSearches = 100;

/** The cache's longest time (Apps Script documentation: 6 hours), in seconds, and the most customers kept in its 100 KB. */
const cacheSeconds = 21_600;
const maxKept = 800;

/** Who is not found may be added to bitbybit at any moment, and the steps of a run are not to ask again and again. */
const notFoundMs = 30_000;

/**
 * Finds customers by e-mail address or phone number in bitbybit. What could not be searched for stays unknown to it; a key
 * that may not read customers costs one request.
 */
export class CustomerSearch implements CustomerLookup {
  private readonly known = new Map<string, Found | null>();
  private kept: Kept | null = null;
  private left = maxSearches;

  constructor(private readonly context: Context) {}

  /** Searches for those of whom nothing is known yet. */
  load(contacts: readonly string[]): this {
    const unknown = [...new Set(contacts)].filter((contact) => !this.known.has(contact));
    const wanted = unknown.filter((contact) => !this.recall(contact)).slice(0, this.left);
    // The first one alone tells whether this key may search at all.
    if (wanted.length > 0 && this.left === maxSearches) this.search(wanted.splice(0, 1));
    if (wanted.length > 0 && this.left > 0) this.search(wanted);
    return this;
  }

  resolve(contact: string): Found | null {
    return this.known.get(contact) ?? null;
  }

  private search(contacts: readonly string[]): void {
    const { access, ports } = this.context;
    const kept = this.keptBefore();
    let next = 0;
    sendPaced(
      this.context,
      contacts.map((contact) => findCustomerRequest(access, contact)),
      (answer) => {
        const contact = contacts[next] ?? "";
        next += 1;
        this.left -= 1;
        const found = answer === null ? null : foundIn(readCustomer(answer, contact));
        this.known.set(contact, found);
        if (found === null) {
          this.left = 0;
          return false;
        }
        const heldMs = found.kind === "found" ? cacheSeconds * 1000 : notFoundMs;
        kept[this.nameOf(contact)] = { found, untilMs: ports.clock.nowMs() + heldMs };
        return true;
      },
    );
    const newest = Object.entries(kept).slice(-maxKept);
    ports.cache.write(this.nameOf(""), JSON.stringify(Object.fromEntries(newest)), cacheSeconds);
  }

  private recall(contact: string): boolean {
    const kept = this.keptBefore()[this.nameOf(contact)];
    if (!kept || kept.untilMs < this.context.ports.clock.nowMs()) return false;
    this.known.set(contact, kept.found);
    return true;
  }

  private keptBefore(): Kept {
    // Nobody else writes under this name, and nobody finds it without the API key.
    this.kept ??= JSON.parse(this.context.ports.cache.read(this.nameOf("")) ?? "{}") as Kept;
    return this.kept;
  }

  /** Stands for a contact of one shop: the cache is shared by everyone who uses the add-on. */
  private nameOf(contact: string): string {
    const { access, ports } = this.context;
    return `C${base32(ports.sha256(`customer ${access.address} ${access.apiKey} ${contact}`), 20)}`;
  }
}

/** Null if nobody could be searched for. */
function foundIn(answer: CustomerAnswer): Found | null {
  switch (answer.kind) {
    case "found":
      return { kind: "found", customerId: answer.customerId };
    case "unknown":
    case "ambiguous":
      return { kind: answer.kind };
    default:
      return null;
  }
}
