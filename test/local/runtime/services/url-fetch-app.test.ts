import type { HttpResponse } from "../../../../local/runtime/local-runtime";
import { testRuntime } from "../test-runtime";

const url = "https://example.com/orders";
const answering = (...responses: HttpResponse[]) => testRuntime({ http: { sendAll: () => responses } });

describe("requests", () => {
  test("go out with what the options say", () => {
    const { value, requests } = testRuntime();
    value(
      `UrlFetchApp.fetchAll([{url: "${url}", method: "post", headers: {"x-api-key": "k"}, payload: "{}", contentType: "application/json", muteHttpExceptions: true, followRedirects: false, timeoutSeconds: 60}, "${url}?page=2"]);`,
    );
    expect(requests).toEqual([
      {
        url,
        method: "POST",
        headers: { "x-api-key": "k", "Content-Type": "application/json" },
        body: "{}",
        followRedirects: false,
        validateCertificates: true,
        timeoutMs: 60_000,
      },
      {
        url: `${url}?page=2`,
        method: "GET",
        headers: {},
        body: null,
        followRedirects: true,
        validateCertificates: true,
        timeoutMs: 360_000,
      },
    ]);
  });

  test("a payload without a content type is a form (documented)", () => {
    const { value, requests } = testRuntime();
    value(`UrlFetchApp.fetch("${url}", {method: "post", payload: "a=1"});`);
    expect(requests[0]?.headers).toEqual({ "Content-Type": "application/x-www-form-urlencoded" });
  });

  test.each([
    [`"${url}", {method: "brew"}`, "Attribute provided with invalid value: method"],
    [`"${url}", {headers: {"a b": "c"}}`, "Attribute provided with invalid value: Header:a b"],
    [`"${url}", {headers: {a: "b\\n c"}}`, "Attribute provided with invalid value: Header:a"],
    [`"${url}", {muteHttpExceptions: "yes"}`, "Attribute provided with invalid value: muteHttpExceptions"],
    [`"${url}", {timeoutSeconds: 0}`, "Attribute provided with invalid value: timeoutSeconds"],
    [`"${url}", {timeoutSeconds: 361}`, "Attribute provided with invalid value: timeoutSeconds"],
    ['"ftp://example.com"', "Invalid argument: ftp://example.com"],
    [`"${url}?" + "x".repeat(2048)`, "Limit Exceeded: URLFetch URL Length."],
    ["5", "The parameters (number) don't match the method signature for UrlFetchApp.fetch."],
  ])("fetch(%s) is refused, and nothing is sent", (args, message) => {
    const { run, requests } = testRuntime();
    expect(run(`UrlFetchApp.fetch(${args});`)).toMatchObject({ outcome: "threw", message });
    expect(requests).toEqual([]);
  });

  test("only addresses with a listed prefix may be called (documented: urlFetchWhitelist)", () => {
    const { run, requests } = testRuntime({ urlFetchWhitelist: ["https://example.com/"] });
    expect(run(`UrlFetchApp.fetch("${url}");`).outcome).toBe("returned");
    expect(run('UrlFetchApp.fetch("https://example.com.evil.test/");').message).toMatch(
      /not permitted by the urlFetchWhitelist/,
    );
    expect(requests).toHaveLength(1);
  });

  test("the day's quota counts every request of every user by itself (documented; text reported)", () => {
    const { run, requests } = testRuntime({ quotas: { urlFetchCalls: 3 } });
    const two = `UrlFetchApp.fetchAll(["${url}", "${url}"]);`;
    expect([run(two).outcome, run(two).message]).toEqual([
      "returned",
      "Service invoked too many times for one day: urlfetch.",
    ]);
    expect(requests).toHaveLength(2);
  });
});

describe("answers", () => {
  test("come in the order of the requests, with their headers; repeated ones as an array (documented)", () => {
    const { value } = answering(
      {
        status: 201,
        headers: [
          ["RateLimit-Limit", "100"],
          ["Set-Cookie", "a"],
          ["Set-Cookie", "b"],
        ],
        body: "first",
      },
      { status: 200, headers: [], body: "second" },
    );
    expect(
      value(
        `var r=UrlFetchApp.fetchAll(["${url}", "${url}"]); return [r[0].getResponseCode(), r[0].getContentText(), r[1].getContentText(), r[0].getHeaders(), r[0].getAllHeaders()];`,
      ),
    ).toEqual([
      201,
      "first",
      "second",
      { "RateLimit-Limit": "100", "Set-Cookie": "b" },
      { "RateLimit-Limit": "100", "Set-Cookie": ["a", "b"] },
    ]);
  });

  test("of 400 or more throw unless muted (documented)", () => {
    const { run, value } = answering({ status: 502, headers: [], body: "<html>" });
    expect(run(`UrlFetchApp.fetch("${url}");`).message).toBe(
      "Request failed for https://example.com returned code 502. Truncated server response: <html> (use muteHttpExceptions option to examine full response)",
    );
    expect(value(`return UrlFetchApp.fetch("${url}", {muteHttpExceptions: true}).getResponseCode();`)).toBe(
      502,
    );
  });

  test("a failure of the network throws even when muted, for fetchAll as a whole (reported)", () => {
    const { value } = testRuntime({
      http: {
        sendAll: () => {
          throw new Error(`Address unavailable: ${url}`);
        },
      },
    });
    expect(
      value(
        `try { UrlFetchApp.fetchAll([{url: "${url}", muteHttpExceptions: true}]); } catch (e) { return e.message; }`,
      ),
    ).toBe(`Address unavailable: ${url}`);
  });

  test("a mistake in the transport is no exception of the script", () => {
    const { run } = testRuntime({
      http: {
        sendAll: () => {
          throw new RangeError("a mistake");
        },
      },
    });
    expect(() => run(`try { UrlFetchApp.fetch("${url}"); } catch (e) {}`)).toThrow("a mistake");
  });
});
