import { explainFailure } from "../../../src/sidebar/server/call-failure";

test("several Google accounts in one browser are recognised", () => {
  const text =
    "We're sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED.";
  expect(explainFailure(new Error(text), true)).toEqual({ cause: "accounts", detail: "" });
});

test("without a connection every failure is that", () => {
  expect(explainFailure(new Error("whatever"), false)).toEqual({
    cause: "connection",
    detail: "",
  });
});

test.each([
  ["NetworkError: Connection failure due to HTTP 0", "connection"],
  ["Script function not found: planRun", "version"],
  ["Exceeded maximum execution time", "time"],
  ["Maaf, terjadi kesalahan pada server: DEADLINE_EXCEEDED", "time"],
  ["Authorization is required to perform that action.", "permission"],
  ["Anda tidak memiliki izin untuk memanggil UrlFetchApp.fetch", "permission"],
  ["There are too many scripts running simultaneously", "busy"],
  ["Layanan terlalu sering diminta di hari yang sama: urlfetch.", "busy"],
  ["We're sorry, a server error occurred. Please wait a bit and try again.", "passing"],
])("%s", (text, cause) => {
  expect(explainFailure(new Error(text), true)).toEqual({ cause, detail: "" });
});

test("an unknown failure is kept short, on one line and without a key", () => {
  const { cause, detail } = explainFailure(new Error(`no\nbbb_live_abcdef123 ${"x".repeat(500)}`), true);
  expect(cause).toBe("unknown");
  expect(detail).toContain("bbb_live_…");
  expect(detail).not.toContain("abcdef123");
  expect(detail).not.toContain("\n");
  expect(detail.length).toBeLessThan(210);
});
