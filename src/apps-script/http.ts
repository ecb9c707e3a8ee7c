import type { ApiAnswer, ApiRequest, BatchAnswer, TransportFailure } from "../bitbybit/http";
import type { HttpPort } from "../run/ports";
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

/** By the exceptions' English texts, as reported by users of Apps Script: a hint, whatever the user's language. */
function failureOf(text: string): TransportFailure {
  if (/too many times for one day/i.test(text)) return "quota";
  if (/too many times in a short time/i.test(text)) return "tooOften";
  if (/^Timeout/i.test(text)) return "timeout";
  return /Address unavailable|DNS error/i.test(text) ? "address" : "other";
}
