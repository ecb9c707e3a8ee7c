import { seededRandom } from "./seeded-random";

/**
 * What can go wrong with a request. `reaches` says whether the API carries it out all the same: `no`; `yes`, and only
 * the answer is spoiled; `made-with`, and the order itself is odd; `later`, after the sender was already told that the
 * connection broke. The kinds that spoil a success (`success`, and `list` for lists alone) leave a refusal as it is: a
 * refused order must not look made.
 */
export const faultKinds = {
  "reset-before": { reaches: "no", says: "the connection is reset, the order is not made" },
  "reset-after": { reaches: "yes", says: "the order is made, then the connection is reset" },
  late: { reaches: "later", says: "the connection is reset, and the order is made some time later" },
  "502-before": { reaches: "no", says: "502 with an HTML page, the order is not made" },
  "502-after": { reaches: "yes", says: "the order is made, then 502 with an HTML page" },
  "503-before": { reaches: "no", says: "503, the order is not made" },
  "503-after": { reaches: "yes", says: "the order is made, then 503" },
  slow: { reaches: "yes", says: "the order is made, the answer takes its time" },
  redirect: { reaches: "no", says: "302 to another address, the order is not made" },
  "429": { reaches: "no", says: "429 without any header, although the allowance is not used up" },
  "429-retry-after": { reaches: "no", says: "429 with Retry-After: 30, and nothing about the limit" },
  "429-absurd-reset": { reaches: "no", says: "429 with a window that ends in 999999999 seconds" },
  garbage: { reaches: "success", says: "the order is made, the answer is JSON cut off in the middle" },
  empty: { reaches: "success", says: "the order is made, the answer is a 201 without a body" },
  "no-id": { reaches: "success", says: "the order is made, the answer is a 201 without the order's ID" },
  "no-echo": { reaches: "success", says: "the order is made, the answer leaves out its notes and tags" },
  replayed: { reaches: "success", says: "the order is made, the answer is the 201 before it once more" },
  "others-order": {
    reaches: "success",
    says: "the order is made, the answer tells of the shop's first order",
  },
  swapped: {
    reaches: "success",
    says: "the order is made, it and the next such order get each other's answer",
  },
  "same-id": {
    reaches: "success",
    says: "the order is made, the answer gives it the ID of the shop's first order",
  },
  "long-id": { reaches: "made-with", says: "the order is made with an ID of 60,000 characters" },
  "absurd-total": { reaches: "list", says: "a list says that it has 3,000,000,000 orders" },
  "key-echo": { reaches: "no", says: "400 with the API key in its message, the order is not made" },
  "formula-message": { reaches: "no", says: "400 with a message that begins with =, the order is not made" },
  "formula-number": { reaches: "made-with", says: "the order is made with a formula as its number" },
  "markup-number": { reaches: "made-with", says: "the order is made with HTML as its number" },
} as const satisfies Record<string, { reaches: Reach; says: string }>;

/** How far a request gets; see {@link faultKinds}. */
type Reach = "no" | "yes" | "success" | "made-with" | "list" | "later";

/** The name of a fault, as `--fault KIND=CHANCE` takes it. */
export type FaultKind = keyof typeof faultKinds;

/** True for the name of a fault. */
export function isFaultKind(name: string): name is FaultKind {
  return Object.hasOwn(faultKinds, name);
}

/** Which faults happen: data, so that it can travel as JSON and be written down with a failing run. */
export interface FaultPlan {
  /** Where the drawing starts; the same seed and the same row of requests give the same faults. */
  seed: number;
  /** The chance of each kind for a request, from 0 to 1; together 1 at most. */
  chances: Partial<Record<FaultKind, number>>;
  /** What happens to the next requests, one by one, before chance has its say again; null lets one pass untouched. */
  next: (FaultKind | null)[];
  /** `posts`: only requests that create orders, and kinds that spoil lists. `all`: every request. */
  applyTo: "posts" | "all";
  /** How long the answer of a `slow` request takes, in milliseconds. */
  slowMs: number;
  /** How long after its sender was cut off a `late` request is carried out, in milliseconds. */
  lateMs: number;
}

/** The plan under which nothing goes wrong; also what a plan's parts are when left out. */
export const noFaults: FaultPlan = {
  seed: 1,
  chances: {},
  next: [],
  applyTo: "posts",
  slowMs: 10_000,
  lateMs: 5_000,
};

/** What is wrong with a plan, as a sentence; null when nothing is. */
export function planProblem(plan: FaultPlan): string | null {
  const chances = Object.entries(plan.chances);
  const wrong = chances.find(([, chance]) => !(chance >= 0 && chance <= 1));
  if (wrong !== undefined) return `The chance of ${wrong[0]} must be a number from 0 to 1, not ${wrong[1]}`;
  const sum = chances.reduce((total, [, chance]) => total + chance, 0);
  return sum > 1 + 1e-9 ? `The chances of all faults add up to ${sum}; 1 is the most` : null;
}

/** Draws the faults of a plan, request by request. */
export class FaultDraw {
  readonly #random: () => number;
  readonly #next: (FaultKind | null)[];

  constructor(readonly plan: FaultPlan) {
    this.#random = seededRandom(plan.seed);
    this.#next = [...plan.next];
  }

  /** How many of the plan's next requests are still to come. */
  get queued(): number {
    return this.#next.length;
  }

  /** What happens to the next request; null for nothing. Uses one number for a request that faults apply to. */
  draw(method: string): FaultKind | null {
    const chances = Object.entries(this.plan.chances);
    if (this.plan.applyTo === "posts" && method !== "POST") {
      const ofLists = chances.filter(([kind]) => isFaultKind(kind) && faultKinds[kind].reaches === "list");
      return ofLists.length > 0 ? this.#drawAmong(ofLists) : null;
    }
    const scripted = this.#next.shift();
    return scripted === undefined ? this.#drawAmong(chances) : scripted;
  }

  #drawAmong(chances: readonly [string, number][]): FaultKind | null {
    let point = this.#random();
    for (const [kind, chance] of chances) {
      point -= chance;
      if (point < 0 && isFaultKind(kind)) return kind;
    }
    return null;
  }
}
