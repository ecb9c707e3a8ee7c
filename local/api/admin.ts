import * as z from "zod/mini";
import { type ApiRequest, type ApiResponse, jsonResponse } from "./exchange";
import { type FaultKind, type FaultPlan, isFaultKind, planProblem } from "./faults";
import type { NotesHabits } from "./notes-habits";
import { type Order, orderStatuses } from "./order";
import type { ListingHabits } from "./order-listing";
import type { LoggedRequest } from "./request-log";
import type { KeyAllowance, StandIn } from "./stand-in";

/** The path that the stand-in's own surface is under; the API has nothing there. */
export const adminPath = "/_standin";

/** What can be turned while the stand-in runs; see the options of the same names. */
export interface Switches {
  limit: number;
  windowMs: number;
  announceLimit: boolean;
  latencyMs: number;
  refuseKeys: boolean;
  refuseAddresses: boolean;
  listing: ListingHabits;
  notes: NotesHabits;
}

/** What `GET /_standin/state` tells. */
export interface StandInState {
  orderCounts: { test: number; live: number };
  /** The last 50 orders of both environments, the newest last. */
  orders: Order[];
  requestCount: number;
  /** The last 100 requests, the newest last. */
  requests: LoggedRequest[];
  allowances: KeyAllowance[];
  faults: FaultPlan;
  queuedFaults: number;
  lateRequests: number;
  switches: Switches;
}

const chance = z.number().check(z.gte(0), z.lte(1));
const positive = z.int().check(z.gte(1));
const milliseconds = z.number().check(z.gte(0));
const faultKind = z.custom<FaultKind>(
  (value) => typeof value === "string" && isFaultKind(value),
  "no such fault",
);
const faultsBody = z.strictObject({
  seed: z.optional(z.number()),
  chances: z.optional(z.partialRecord(faultKind, chance)),
  next: z.optional(z.array(z.nullable(faultKind))),
  applyTo: z.optional(z.enum(["posts", "all"])),
  slowMs: z.optional(milliseconds),
  lateMs: z.optional(milliseconds),
});
const switchesBody = z.strictObject({
  limit: z.optional(positive),
  windowMs: z.optional(positive),
  announceLimit: z.optional(z.boolean()),
  latencyMs: z.optional(milliseconds),
  refuseKeys: z.optional(z.boolean()),
  refuseAddresses: z.optional(z.boolean()),
  listing: z.optional(
    z.strictObject({
      lagMs: milliseconds,
      arrangement: z.enum(["newestFirst", "oldestFirst", "shuffled"]),
      leftOut: z.array(z.enum(orderStatuses)),
    }),
  ),
  notes: z.optional(z.strictObject({ maxLength: z.nullable(positive), joinLines: z.boolean() })),
});
const statusBody = z.strictObject({ status: z.enum(orderStatuses) });

/**
 * Answers a request under `/_standin`, which needs no key. `GET state`; `GET orders`: all of them; `POST faults`: a plan's
 * parts, those left out staying as they are, but `next` starting empty; `POST switches`; `POST orders/ID/status`;
 * `POST reset`. A POST answers with the new state. Requests whose Host or Origin is not this machine get 403: a page
 * from elsewhere must not turn these switches.
 */
export function adminAnswer(request: ApiRequest, standIn: StandIn): ApiResponse {
  if (!fromThisMachine(request.headers)) {
    return refusal(403, "Only pages and programs of this machine may ask here");
  }
  standIn.carryOutLate();
  const action = request.path.slice(adminPath.length);
  if (request.method === "GET" && action === "/state") return jsonResponse(200, stateOf(standIn));
  if (request.method === "GET" && action === "/orders") return jsonResponse(200, allOrders(standIn));
  if (request.method !== "POST") return refusal(404, "There is nothing here");
  const problem = change(action, request.body, standIn);
  return problem ?? jsonResponse(200, stateOf(standIn));
}

function change(action: string, body: string, standIn: StandIn): ApiResponse | null {
  if (action === "/reset") {
    standIn.reset();
    return null;
  }
  if (action === "/faults") return changeBy(faultsBody, body, (parts) => setFaults(parts, standIn));
  if (action === "/switches") return changeBy(switchesBody, body, (parts) => turn(parts, standIn));
  const id = /^\/orders\/([^/]+)\/status$/.exec(action)?.[1];
  if (id === undefined) return refusal(404, "There is nothing here");
  return changeBy(statusBody, body, ({ status }) => {
    const changed = standIn.shop("test").setStatus(id, status) ?? standIn.shop("live").setStatus(id, status);
    return changed === null ? `There is no order ${id}` : null;
  });
}

function changeBy<Body>(
  schema: z.ZodMiniType<Body>,
  text: string,
  carryOut: (body: Body) => string | null,
): ApiResponse | null {
  const body = schema.safeParse(parsed(text));
  if (!body.success) {
    const places = body.error.issues.map(({ path, message }) => `${path.join(".") || "body"}: ${message}`);
    return refusal(400, places.join("; "));
  }
  const problem = carryOut(body.data);
  return problem === null ? null : refusal(400, problem);
}

function setFaults(parts: z.infer<typeof faultsBody>, standIn: StandIn): string | null {
  const plan: FaultPlan = { ...standIn.faults, next: [], ...defined(parts) };
  const problem = planProblem(plan);
  if (problem === null) standIn.faults = plan;
  return problem;
}

function turn(parts: z.infer<typeof switchesBody>, standIn: StandIn): null {
  const { limit, windowMs, announceLimit, latencyMs, refuseKeys, refuseAddresses, listing, notes } = {
    ...switchesOf(standIn),
    ...defined(parts),
  };
  Object.assign(standIn.rateLimit, { limit, windowMs });
  Object.assign(standIn.gate, { refuseKeys, refuseAddresses });
  Object.assign(standIn, { announceLimit, latencyMs });
  Object.assign(standIn, { listing, notes });
  return null;
}

function switchesOf(standIn: StandIn): Switches {
  const { limit, windowMs } = standIn.rateLimit;
  const { refuseKeys, refuseAddresses } = standIn.gate;
  const { announceLimit, latencyMs, listing, notes } = standIn;
  return { limit, windowMs, announceLimit, latencyMs, refuseKeys, refuseAddresses, listing, notes };
}

function stateOf(standIn: StandIn): StandInState {
  const test = standIn.shop("test");
  const live = standIn.shop("live");
  return {
    orderCounts: { test: test.orderCount, live: live.orderCount },
    orders: allOrders(standIn).slice(-50),
    requestCount: standIn.requests.count,
    requests: standIn.requests.entries().slice(-100),
    allowances: standIn.allowances(),
    faults: standIn.faults,
    queuedFaults: standIn.queuedFaults,
    lateRequests: standIn.lateCount,
    switches: switchesOf(standIn),
  };
}

function allOrders(standIn: StandIn): Order[] {
  const orders = [...standIn.shop("test").allOrders(), ...standIn.shop("live").allOrders()];
  return orders.sort((one, other) => one.createdAt.localeCompare(other.createdAt));
}

function fromThisMachine(headers: Record<string, string>): boolean {
  const host = `http://${headers.host ?? ""}`;
  return [host, headers.origin ?? host].every(
    (address) =>
      URL.canParse(address) && /^(127\.0\.0\.1|localhost|\[::1\])$/.test(new URL(address).hostname),
  );
}

function refusal(status: number, message: string): ApiResponse {
  return jsonResponse(status, { error: { message } });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type Given<Parts> = { [Name in keyof Parts]?: Exclude<Parts[Name], undefined> };

function defined<Parts extends object>(parts: Parts): Given<Parts> {
  const given: Given<Parts> = {};
  for (const name of Object.keys(parts) as (keyof Parts)[]) {
    const value = parts[name];
    if (value !== undefined) given[name] = value as Exclude<Parts[typeof name], undefined>;
  }
  return given;
}
