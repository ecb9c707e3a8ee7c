import type { HttpResponse } from "../http/http-transport";
import { callTable, Service } from "./service";

const calls = callTable({ free: ["getResponseCode", "getContentText", "getHeaders", "getAllHeaders"] });

/** An answer as the script gets it. */
export class HTTPResponse extends Service {
  readonly service = "HTTPResponse";
  readonly calls = calls;
  private readonly response: HttpResponse;

  constructor(execution: Service["execution"], response: HttpResponse) {
    super(execution);
    this.response = response;
  }

  getResponseCode(): number {
    return this.response.status;
  }

  getContentText(): string {
    return this.response.body;
  }

  /** One text a header; of repeated ones the last. Names as the server wrote them. */
  getHeaders(): Record<string, string> {
    return Object.fromEntries(this.response.headers);
  }

  /** Repeated headers as an array (Apps Script documentation, HTTPResponse.getAllHeaders). */
  getAllHeaders(): Record<string, string | string[]> {
    const all: Record<string, string | string[]> = {};
    for (const [name, value] of this.response.headers) {
      const known = all[name];
      all[name] = known === undefined ? value : [known, value].flat();
    }
    return all;
  }
}
