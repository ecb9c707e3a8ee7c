/** One request as UrlFetchApp would send it. */
export interface HttpRequest {
  url: string;
  /** In capitals. */
  method: string;
  headers: Record<string, string>;
  body: string | null;
  followRedirects: boolean;
  validateCertificates: boolean;
  timeoutMs: number;
}

/** One answer. Header names as the server wrote them; a name may occur several times. */
export interface HttpResponse {
  status: number;
  headers: [name: string, value: string][];
  body: string;
}

/** Sends requests while the calling thread waits. */
export interface HttpTransport {
  /**
   * Sends all of them at once and gives the answers in the same order. When one fails below HTTP the whole call throws an
   * `Error` with UrlFetchApp's text, after the others were carried out.
   */
  sendAll(requests: readonly HttpRequest[]): HttpResponse[];
}
