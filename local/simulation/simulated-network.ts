import { type Exchange, requestTo } from "../api/exchange";
import { type FaultKind, noFaults } from "../api/faults";
import type { StandIn } from "../api/stand-in";
import { swapAnswers } from "../api/swapped-answers";
import type { Clock } from "../runtime/clock";
import type { HttpRequest, HttpResponse, HttpTransport } from "../runtime/http/http-transport";

/** What is to happen to one request; null lets it pass. */
export type RequestFault = { kind: FaultKind; lateMs: number } | null;

/** Decides about each request before it reaches the API. */
export type FaultOfRequest = (request: HttpRequest) => RequestFault;

/**
 * The network between the add-on and the stand-in. One call of fetchAll throws as a whole when one connection breaks.
 * Answers can be swapped within one call.
 */
export function simulatedNetwork(standIn: StandIn, clock: Clock, faultOf: FaultOfRequest): HttpTransport {
  return {
    sendAll: (requests) => {
      const exchanges: Exchange[] = [];
      for (const request of requests) {
        const fault = faultOf(request);
        standIn.faults = {
          ...noFaults,
          applyTo: "all",
          next: [fault?.kind ?? null],
          lateMs: fault?.lateMs ?? 0,
        };
        const { url, method, headers, body } = request;
        exchanges.push(standIn.exchange(requestTo(url, { method, headers, body: body ?? "" })));
      }
      let longestMs = 0;
      let broken: string | null = null;
      const responses: HttpResponse[] = [];
      for (const [index, exchange] of swapAnswers(exchanges).entries()) {
        longestMs = Math.max(longestMs, exchange.delayMs);
        if (exchange.kind === "reset") {
          broken ??= requests[index]?.url ?? "";
          continue;
        }
        const { response } = exchange;
        responses.push({
          status: response.status,
          headers: Object.entries(response.headers),
          body: response.body,
        });
      }
      clock.sleep(longestMs);
      if (broken !== null) throw new Error(`Address unavailable: ${broken}`);
      return responses;
    },
  };
}
