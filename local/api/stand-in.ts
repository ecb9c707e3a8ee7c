import type { ApiRequest, Exchange } from "./exchange";
import { answerInstead, oddOrder, spoil } from "./fault-answers";
import { FaultDraw, type FaultKind, type FaultPlan, faultKinds, noFaults } from "./faults";
import { type ApiKey, type Environment, environmentOf, type Gate, shownKey } from "./gate";
import { handle } from "./handler";
import type { NotesHabits } from "./notes-habits";
import type { ListingHabits } from "./order-listing";
import { type Allowance, RateLimit } from "./rate-limit";
import { RequestLog } from "./request-log";
import { Shop, type ShopRecord } from "./shop";

/** A shop's record with the environment it belongs to. */
export type StandInRecord = ShopRecord & { environment: Environment };

/** How a stand-in is set up. */
export interface StandInOptions {
  keys: readonly ApiKey[];
  /** Milliseconds since 1970: the system's clock, or a simulated one. */
  now: () => number;
  /** Numbers in [0, 1), from which IDs are drawn. Faults have a seed of their own. */
  random: () => number;
  /** Requests a window; default 100. */
  limit?: number;
  /** Length of the window in milliseconds; default 60,000. */
  windowMs?: number;
  /** False leaves the three rate-limit headers out; default true. */
  announceLimit?: boolean;
  /** How long every answer takes, in milliseconds; default 0. */
  latencyMs?: number;
  /** What goes wrong; what is left out is as in {@link noFaults}. */
  faults?: Partial<FaultPlan>;
  /** Hears of every order and customer made or changed. */
  onChange?: (record: StandInRecord) => void;
  /** Hears of every {@link StandIn.reset}. */
  onReset?: () => void;
}

/** An allowance of one key, with the key as it may be shown. */
export interface KeyAllowance extends Omit<Allowance, "allowed"> {
  key: string;
  environment: Environment | null;
}

interface LateRequest {
  dueAt: number;
  request: ApiRequest;
}

/**
 * The whole stand-in for the bitbybit API, without HTTP: keys, rate limit, contract, two shops, and the faults around
 * them. The server puts it on a port; the simulation calls `exchange` itself.
 */
export class StandIn {
  readonly gate: Gate;
  readonly rateLimit: RateLimit;
  readonly requests = new RequestLog();
  announceLimit: boolean;
  latencyMs: number;
  #shops: Record<Environment, Shop>;
  #faults: FaultDraw;
  #late: LateRequest[] = [];
  #lastCreated: Record<Environment, string | null> = { test: null, live: null };

  constructor(private readonly options: StandInOptions) {
    this.gate = { keys: options.keys, refuseKeys: false, refuseAddresses: false };
    this.rateLimit = new RateLimit(options.now, options.limit ?? 100, options.windowMs ?? 60_000);
    this.announceLimit = options.announceLimit ?? true;
    this.latencyMs = options.latencyMs ?? 0;
    this.#shops = this.#emptyShops();
    this.#faults = new FaultDraw({ ...noFaults, ...options.faults });
  }

  /** The shop of an environment: what was really made. */
  shop(environment: Environment): Shop {
    return this.#shops[environment];
  }

  /** The plan that faults are drawn from. Setting one starts it anew. */
  get faults(): FaultPlan {
    return this.#faults.plan;
  }
  set faults(plan: FaultPlan) {
    this.#faults = new FaultDraw(plan);
  }

  /** How the listings of both shops behave. */
  get listing(): ListingHabits {
    return this.#shops.test.listing;
  }
  set listing(habits: ListingHabits) {
    this.#shops.test.listing = habits;
    this.#shops.live.listing = habits;
  }

  /** What both shops do to notes before they keep them. */
  get notes(): NotesHabits {
    return this.#shops.test.notes;
  }
  set notes(habits: NotesHabits) {
    this.#shops.test.notes = habits;
    this.#shops.live.notes = habits;
  }

  /** How many requests of the plan's `next` are still to come. */
  get queuedFaults(): number {
    return this.#faults.queued;
  }

  /** Takes one request and says how it ends for its sender. Whatever it does to the shop has been done on return. */
  exchange(request: ApiRequest): Exchange {
    this.carryOutLate();
    const fault = this.#faults.draw(request.method);
    const exchange = this.#exchangeWith(fault, request);
    this.requests.add(request, exchange, fault, this.options.now());
    return exchange;
  }

  /** Carries out the late requests whose time has come; {@link exchange} does so by itself before anything else. */
  carryOutLate(): void {
    const now = this.options.now();
    const due = this.#late.filter(({ dueAt }) => dueAt <= now);
    if (due.length === 0) return;
    this.#late = this.#late.filter(({ dueAt }) => dueAt > now);
    for (const { request } of due) this.#handle(request, null);
  }

  /** How many requests are still on their way, their senders long cut off. */
  get lateCount(): number {
    return this.#late.length;
  }

  /** What each key has left of its window now. */
  allowances(): KeyAllowance[] {
    return this.gate.keys.map(({ key }) => {
      const { allowed: _, ...left } = this.rateLimit.peek(key);
      return { key: shownKey(key), environment: environmentOf(key), ...left };
    });
  }

  /** Takes over what was kept from before. */
  restore(records: Iterable<StandInRecord>): void {
    for (const record of records) this.#shops[record.environment].restore(record);
  }

  /** Empties shops, windows, log and late requests; keys, limit, latency and switches stay. Faults start anew. */
  reset(): void {
    const { listing, notes } = this;
    this.#shops = this.#emptyShops();
    this.listing = listing;
    this.notes = notes;
    this.#lastCreated = { test: null, live: null };
    this.rateLimit.clear();
    this.requests.clear();
    this.#late = [];
    this.#faults = new FaultDraw(this.#faults.plan);
    this.options.onReset?.();
  }

  #exchangeWith(fault: FaultKind | null, request: ApiRequest): Exchange {
    if (fault === null)
      return { kind: "answer", response: this.#handle(request, null), delayMs: this.latencyMs };
    const delayMs = fault === "slow" ? this.latencyMs + this.faults.slowMs : this.latencyMs;
    const { reaches } = faultKinds[fault];
    if (reaches === "later") this.#late.push({ dueAt: this.options.now() + this.faults.lateMs, request });
    if (fault === "late" || fault === "reset-before") return { kind: "reset", delayMs };
    const instead = answerInstead(fault, request);
    if (reaches === "no" && instead !== null) return { kind: "answer", response: instead, delayMs };
    const environment = environmentOf(request.headers["x-api-key"] ?? "") ?? "test";
    const before = this.#lastCreated[environment];
    const response = this.#handle(request, fault);
    if (fault === "reset-after") return { kind: "reset", delayMs };
    const { firstOrder } = this.#shops[environment];
    const answer: Exchange = {
      kind: "answer",
      response: instead ?? spoil(response, fault, { before, firstOrder }),
      delayMs,
    };
    return fault === "swapped" && response.status === 201 ? { ...answer, swaps: true } : answer;
  }

  #handle(request: ApiRequest, fault: FaultKind | null) {
    const { gate, rateLimit, announceLimit } = this;
    const response = handle(request, { gate, rateLimit, announceLimit, shops: this.#shops }, oddOrder(fault));
    const environment = environmentOf(request.headers["x-api-key"] ?? "");
    if (response.status === 201 && environment !== null) this.#lastCreated[environment] = response.body;
    return response;
  }

  #emptyShops(): Record<Environment, Shop> {
    return { test: this.#emptyShop("test"), live: this.#emptyShop("live") };
  }

  #emptyShop(environment: Environment): Shop {
    const { now, random, onChange } = this.options;
    return new Shop({ now, random, onChange: (record) => onChange?.({ ...record, environment }) });
  }
}
