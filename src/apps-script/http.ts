import type { ApiAnswer, ApiRequest, BatchAnswer, TransportFailure } from "../bitbybit/http";
import type { HttpPort } from "../ports/ports";
import { type ExceptionKind, exceptionHint } from "./exception-texts";
import { messageOf } from "./sheet-fault";

/** Recent documentation knows `timeoutSeconds`, the published types do not yet. It is set, and never relied upon. */
type FetchRequest = GoogleAppsScript.URL_Fetch.URLFetchRequest & { timeoutSeconds: number };

const timeoutSeconds = 60;

/**
 * Requests through `UrlFetchApp.fetchAll`: in parallel, answers in order, and one exception for all of them at any
 * failure of the network, after which some may have been carried out.
 */
export function httpPort(): HttpPort {
  return {
    send: (requests) => {
      try {
        return { ok: true, answers: UrlFetchApp.fetchAll(requests.map(fetchRequest)).map(answerOf) };
      } catch (thrown) {
        return { ok: false, failure: failureOf(messageOf(thrown)) };
      }
    },
  } satisfies { send(requests: readonly ApiRequest[]): BatchAnswer };
}

function fetchRequest(request: ApiRequest): FetchRequest {
  return {
    url: request.url,
    method: request.method,
    headers: { ...request.headers },
    muteHttpExceptions: true,
    // A redirected POST would be sent again as a GET, or elsewhere with the key in its header.
    followRedirects: false,
    timeoutSeconds,
    ...(request.body === undefined ? {} : { contentType: "application/json", payload: request.body }),
  };
}

function answerOf(response: GoogleAppsScript.URL_Fetch.HTTPResponse): ApiAnswer {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(response.getAllHeaders()))
    headers[name.toLowerCase()] = String(value);
  return { status: response.getResponseCode(), headers, body: response.getContentText() };
}

const failures: Partial<Record<ExceptionKind, TransportFailure>> = {
  dailyQuota: "quota",
  tooOften: "tooOften",
  fetchTimeout: "timeout",
  unreachable: "address",
};

/** A hint by the texts that are known, in whatever language; see {@link exceptionHint}. */
function failureOf(text: string): TransportFailure {
  const hint = exceptionHint(text);
  return (hint && failures[hint.kind]) ?? "other";
}
