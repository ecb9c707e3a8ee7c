import { NotImplemented, ServiceFault } from "../faults";
import type { HttpRequest, HttpResponse } from "../http/http-transport";
import { fits, isPlainObject, mismatch, take } from "./arguments";
import { HTTPResponse } from "./http-response";
import { callTable, Service } from "./service";

const calls = callTable({ free: ["fetch", "fetchAll"] });

/** Apps Script documentation, Quotas: URL 2 KB, 100 headers of 8 KB, a POST of 50 MB. */
const longestUrl = 2 * 1024;
const mostHeaders = 100;
const longestHeader = 8 * 1024;
const largestBody = 50 * 1024 * 1024;
/** The default of `timeoutSeconds`, and its most (Apps Script documentation, UrlFetchApp.fetch). */
const longestTimeoutSeconds = 360;
/** How much of an answer an exception shows. */
const shownOfAnswer = 500;

const methods = new Set(["GET", "POST", "PUT", "DELETE", "PATCH"]);
const knownOptions = new Set([
  "url",
  "method",
  "headers",
  "payload",
  "contentType",
  "muteHttpExceptions",
  "followRedirects",
  "timeoutSeconds",
  "validateHttpsCertificates",
]);

interface Prepared {
  request: HttpRequest;
  /** False: an answer of 400 or more throws. */
  mute: boolean;
}

/** UrlFetchApp over the runtime's HTTP transport. */
export class UrlFetchAppObject extends Service {
  readonly service = "UrlFetchApp";
  readonly calls = calls;

  fetch(...args: unknown[]): HTTPResponse {
    if (!fits(args, ["string"]) && !fits(args, ["string", "object"]))
      throw mismatch("UrlFetchApp.fetch", args);
    const prepared = this.prepare(args[0], args.length === 2 ? args[1] : {});
    const [response] = this.send([prepared]);
    if (response === undefined) throw new Error("The transport gave no answer to a request.");
    return response;
  }

  /** Answers in the order of the requests; throws as a whole, after the servers have done their part (reported). */
  fetchAll(...args: unknown[]): HTTPResponse[] {
    const [requests] = take("UrlFetchApp.fetchAll", args, ["array"]);
    return this.send(
      requests.map((request) => {
        if (typeof request === "string") return this.prepare(request, {});
        if (!isPlainObject(request)) throw mismatch("UrlFetchApp.fetchAll", args);
        if (typeof request.url !== "string") throw new ServiceFault("Attribute provided with no value: url");
        return this.prepare(request.url, request);
      }),
    );
  }

  private send(prepared: readonly Prepared[]): HTTPResponse[] {
    const { stores, clock, quotas, http, user = "user" } = this.execution.options;
    const limit = quotas?.urlFetchCalls;
    if (limit !== undefined && !stores.spendQuota(user, "urlfetch", prepared.length, limit, clock.now())) {
      throw new ServiceFault("Service invoked too many times for one day: urlfetch.");
    }
    const responses =
      prepared.length === 0 ? [] : carriedOut(() => http.sendAll(prepared.map(({ request }) => request)));
    return prepared.map(({ request, mute }, index) => {
      const response = responses[index];
      if (response === undefined)
        throw new Error("The transport gave fewer answers than there were requests.");
      if (!mute && response.status >= 400) throw requestFailed(request.url, response);
      return new HTTPResponse(this.execution, response);
    });
  }

  private prepare(url: string, options: Record<string, unknown>): Prepared {
    for (const name of Object.keys(options)) {
      if (!knownOptions.has(name)) throw new NotImplemented(`UrlFetchApp.fetch option ${name}`);
    }
    if (url.length > longestUrl) throw new ServiceFault("Limit Exceeded: URLFetch URL Length.");
    if (!/^https?:\/\/[^/]/i.test(url)) throw new ServiceFault(`Invalid argument: ${url}`);
    this.requireListed(url);
    const method = textOption(options, "method")?.toUpperCase() ?? "GET";
    if (!methods.has(method)) throw new ServiceFault("Attribute provided with invalid value: method");
    const body = options.payload ?? null;
    if (body !== null && typeof body !== "string")
      throw new NotImplemented("UrlFetchApp.fetch payload that is no text");
    if (body !== null && Buffer.byteLength(body) > largestBody) {
      throw new ServiceFault("Limit Exceeded: URLFetch POST Size.");
    }
    const contentType = textOption(options, "contentType");
    const headers = headersOf(options.headers);
    const hasType = Object.keys(headers).some((name) => name.toLowerCase() === "content-type");
    if (contentType !== null) headers["Content-Type"] = contentType;
    else if (body !== null && !hasType) headers["Content-Type"] = "application/x-www-form-urlencoded";
    return {
      request: {
        url,
        method,
        headers,
        body,
        followRedirects: booleanOption(options, "followRedirects", true),
        validateCertificates: booleanOption(options, "validateHttpsCertificates", true),
        timeoutMs: timeoutOf(options.timeoutSeconds) * 1000,
      },
      mute: booleanOption(options, "muteHttpExceptions", false),
    };
  }

  /** Prefixes must match if the manifest lists any (Apps Script documentation, urlFetchWhitelist; the text is inferred). */
  private requireListed(url: string): void {
    const list = this.execution.options.urlFetchWhitelist;
    if (list === undefined || list.some((prefix) => url.startsWith(prefix))) return;
    throw new ServiceFault(`The URL is not permitted by the urlFetchWhitelist of the manifest: ${url}`);
  }
}

/** Plain errors are the network's, with UrlFetchApp's own text; any other kind is a mistake in the transport. */
function carriedOut(send: () => HttpResponse[]): HttpResponse[] {
  try {
    return send();
  } catch (error) {
    throw error instanceof Error && error.constructor === Error ? new ServiceFault(error.message) : error;
  }
}

function requestFailed(url: string, { status, body }: HttpResponse): ServiceFault {
  const host = url.split("/").slice(0, 3).join("/");
  const shown = body.length > shownOfAnswer ? `${body.slice(0, shownOfAnswer)}...` : body;
  return new ServiceFault(
    `Request failed for ${host} returned code ${status}. Truncated server response: ${shown} (use muteHttpExceptions option to examine full response)`,
  );
}

function headersOf(value: unknown): Record<string, string> {
  if (value === undefined) return {};
  if (!isPlainObject(value)) throw new ServiceFault("Attribute provided with invalid value: headers");
  const headers = Object.entries(value).map(([name, text]) => [name, String(text)] as const);
  if (headers.length > mostHeaders) throw new ServiceFault("Limit Exceeded: URLFetch Header Count.");
  for (const [name, text] of headers) {
    if (name.length + text.length > longestHeader)
      throw new ServiceFault("Limit Exceeded: URLFetch Header Size.");
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name) || /[^\t\x20-\x7e\x80-\xff]/.test(text)) {
      throw new ServiceFault(`Attribute provided with invalid value: Header:${name}`);
    }
  }
  return Object.fromEntries(headers);
}

function textOption(options: Record<string, unknown>, name: string): string | null {
  const value = options[name];
  if (value === undefined) return null;
  if (typeof value !== "string") throw new ServiceFault(`Attribute provided with invalid value: ${name}`);
  return value;
}

function booleanOption(options: Record<string, unknown>, name: string, otherwise: boolean): boolean {
  const value = options[name] ?? otherwise;
  if (typeof value !== "boolean") throw new ServiceFault(`Attribute provided with invalid value: ${name}`);
  return value;
}

function timeoutOf(value: unknown): number {
  const seconds = value ?? longestTimeoutSeconds;
  if (typeof seconds !== "number" || !(seconds > 0) || seconds > longestTimeoutSeconds) {
    throw new ServiceFault("Attribute provided with invalid value: timeoutSeconds");
  }
  return seconds;
}
