import { explainFailure } from "../../src/sidebar/call-failure";

test("several Google accounts in one browser are explained, and the call is not repeated", () => {
  const text =
    "We're sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED.";
  const { message, passing } = explainFailure(new Error(text), true);
  expect(message).toContain("several Google accounts");
  expect(passing).toBe(false);
});

test("without a connection every failure is told as that and passes by itself", () => {
  const { message, passing } = explainFailure(new Error("whatever"), false);
  expect(message).toContain("no connection");
  expect(passing).toBe(true);
});

test.each([
  ["NetworkError: Connection failure due to HTTP 0", "no connection", true],
  ["Script function not found: planRun", "another version", false],
  ["Exceeded maximum execution time", "took too long", true],
  ["Authorization is required to perform that action.", "lacks a permission", false],
  ["There are too many scripts running simultaneously", "Wait a minute", true],
  ["We're sorry, a server error occurred. Please wait a bit and try again.", "passing fault", true],
])("%s", (text, words, passing) => {
  const failure = explainFailure(new Error(text), true);
  expect(failure.message).toContain(words);
  expect(failure.passing).toBe(passing);
});

test("an unknown failure is shown short, on one line and without a key", () => {
  const { message } = explainFailure(new Error(`no\nbbb_live_abcdef123 ${"x".repeat(500)}`), true);
  expect(message).toContain("bbb_live_…");
  expect(message).not.toContain("abcdef123");
  expect(message).not.toContain("\n");
  expect(message.length).toBeLessThan(260);
});
