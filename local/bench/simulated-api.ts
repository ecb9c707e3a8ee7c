import { requestTo } from "../api/exchange";
import { type ApiKey, scopes } from "../api/gate";
import { seededRandom } from "../api/seeded-random";
import { StandIn } from "../api/stand-in";
import type { Clock, HttpTransport } from "../runtime/local-runtime";

/** The key that the bench uses; it opens nothing but the stand-in. */
export const benchKey = "bbb_test_bench_key_of_this_machine_b3nc";
const key: ApiKey = { key: benchKey, scopes };

/** Where the simulated API is reached. */
export const apiBase = "http://127.0.0.1/customer/api/open/v1";

/** The rate limit's window, in milliseconds. */
export const windowMs = 60_000;

/** What is measured at the API's side. */
export interface ApiCount {
  requests: number;
  refusedByLimit: number;
}

/** The stand-in API under a simulated clock, with what arrived there counted. */
export interface SimulatedApi {
  standIn: StandIn;
  count: ApiCount;
  /** Requests of one call arrive together, and the slowest answer is waited for on `clock`. */
  transportFor(clock: Clock): HttpTransport;
}

/** How the API is modelled. */
export interface ApiModel {
  /** Requests a window of {@link windowMs}. */
  limit: number;
  /** How long each answer takes, in milliseconds. */
  answerMs: number;
}

/** Makes the API. `now` gives the moment of whoever is sending. */
export function simulatedApi(model: ApiModel, now: () => number): SimulatedApi {
  const standIn = new StandIn({
    keys: [key],
    now,
    random: seededRandom(11),
    limit: model.limit,
    windowMs,
    latencyMs: model.answerMs,
  });
  const count: ApiCount = { requests: 0, refusedByLimit: 0 };
  return {
    standIn,
    count,
    transportFor: (clock) => ({
      sendAll: (requests) => {
        const exchanges = requests.map(({ url, method, headers, body }) =>
          standIn.exchange(requestTo(url, { method, headers, body: body ?? "" })),
        );
        standIn.requests.clear();
        clock.sleep(Math.max(0, ...exchanges.map(({ delayMs }) => delayMs)));
        return exchanges.map((exchange) => {
          if (exchange.kind === "reset") throw new Error("Address unavailable");
          count.requests += 1;
          const { status, headers, body } = exchange.response;
          if (status === 429) count.refusedByLimit += 1;
          return { status, headers: Object.entries(headers), body };
        });
      },
    }),
  };
}
