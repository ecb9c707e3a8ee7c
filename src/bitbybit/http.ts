/** One request, as data. The API key stands in `headers` alone. */
export interface ApiRequest {
  method: "get" | "post";
  url: string;
  headers: Readonly<Record<string, string>>;
  /** JSON text; only for `post`. */
  body?: string;
}

/** One answer, as data. Header names are in lower case. */
export interface ApiAnswer {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string;
}

/**
 * What became of requests sent together: an answer for each, in their order, or one failure for all of them, since
 * `UrlFetchApp.fetchAll` throws as a whole although some of its requests may have been carried out.
 */
export type WaveAnswer = { ok: true; answers: ApiAnswer[] } | { ok: false; failure: TransportFailure };

/**
 * Why a wave threw. `quota`: the day's calls are used up and nothing left (the platform refuses before it sends). All
 * others may have been carried out.
 */
export type TransportFailure = "quota" | "tooOften" | "timeout" | "address" | "other";
