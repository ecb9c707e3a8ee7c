import type { ApiRequest, Exchange } from "./exchange";
import type { FaultKind } from "./faults";
import { shownKey } from "./gate";

/** One request as it arrived and what became of it. The API key is never in it, only its last four characters. */
export interface LoggedRequest {
  /** Counts from 1 over all requests since the start or the last reset. */
  number: number;
  /** ISO 8601. */
  at: string;
  method: string;
  path: string;
  query: Record<string, string>;
  /** `…1a2b`, or empty when no key came with it. */
  key: string;
  body: string;
  /** The status that went back, or `reset` for a connection that was. */
  answer: number | "reset";
  fault: FaultKind | null;
}

const mostKept = 1000;

/** The last thousand requests. */
export class RequestLog {
  #entries: LoggedRequest[] = [];
  #count = 0;

  /** How many requests came in all. */
  get count(): number {
    return this.#count;
  }

  /** The requests still kept, the oldest first. */
  entries(): readonly LoggedRequest[] {
    return this.#entries;
  }

  /** Writes down a request and how it ended. `now` in milliseconds since 1970. */
  add(request: ApiRequest, exchange: Exchange, fault: FaultKind | null, now: number): void {
    this.#count += 1;
    this.#entries.push({
      number: this.#count,
      at: new Date(now).toISOString(),
      method: request.method,
      path: request.path,
      query: request.query,
      key: shownKey(request.headers["x-api-key"] ?? ""),
      body: request.body,
      answer: exchange.kind === "reset" ? "reset" : exchange.response.status,
      fault,
    });
    if (this.#entries.length > 2 * mostKept) this.#entries = this.#entries.slice(-mostKept);
  }

  /** Forgets everything. */
  clear(): void {
    this.#entries = [];
    this.#count = 0;
  }
}
