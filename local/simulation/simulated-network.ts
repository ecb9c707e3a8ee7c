import { requestTo } from "../api/exchange";
import { type FaultKind, noFaults } from "../api/faults";
import type { StandIn } from "../api/stand-in";
import type { Clock } from "../runtime/clock";
import type { HttpRequest, HttpResponse, HttpTransport } from "../runtime/http/http-transport";

/** What is to happen to one request; null lets it pass. */
export type RequestFault = { kind: FaultKind; lateMs: number } | null;

/** Decides about each request before it reaches the API. */
export type FaultOfRequest = (request: HttpRequest) => RequestFault;

/** The network between the add-on and the stand-in: one call of fetchAll throws as a whole when one connection breaks. */
export function simulatedNetwork(standIn: StandIn, clock: Clock, faultOf: FaultOfRequest): HttpTransport {
  return {
    sendAll: (requests) => {
      let longestMs = 0;
      let broken: string | null = null;
      const responses: HttpResponse[] = [];
      for (const request of requests) {
        const fault = faultOf(request);
        standIn.faults = {
          ...noFaults,
          applyTo: "all",
          next: [fault?.kind ?? null],
          lateMs: fault?.lateMs ?? 0,
        };
        const { url, method, headers, body } = request;
        const exchange = standIn.exchange(requestTo(url, { method, headers, body: body ?? "" }));
        longestMs = Math.max(longestMs, exchange.delayMs);
        if (exchange.kind === "reset") {
          broken ??= url;
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
