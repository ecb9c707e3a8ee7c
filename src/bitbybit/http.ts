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
 * What became of a batch: an answer for each request, in their order, or one failure for all of them.
 * `UrlFetchApp.fetchAll` throws as a whole although the API may have carried some of the requests out.
 */
export type BatchAnswer = { ok: true; answers: ApiAnswer[] } | { ok: false; failure: TransportFailure };

/**
 * Why a batch threw, judged by the exception's text. Google words exceptions in the user's language, so this is a
 * hint for a sentence. Whatever it says, some of the requests may have been carried out.
 */
export type TransportFailure = "quota" | "tooOften" | "timeout" | "address" | "other";
