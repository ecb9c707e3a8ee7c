import { explainFailure } from "../../../src/sidebar/server/call-failure";

test("several Google accounts in one browser are recognised, and the call is not repeated", () => {
  const text =
    "We're sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED.";
  expect(explainFailure(new Error(text), true)).toEqual({ cause: "accounts", passing: false, detail: "" });
});

test("without a connection every failure is that and passes by itself", () => {
  expect(explainFailure(new Error("whatever"), false)).toEqual({
    cause: "connection",
    passing: true,
    detail: "",
  });
});

test.each([
  ["NetworkError: Connection failure due to HTTP 0", "connection", true],
  ["Script function not found: planRun", "version", false],
  ["Exceeded maximum execution time", "time", true],
  ["Maaf, terjadi kesalahan pada server: DEADLINE_EXCEEDED", "time", true],
  ["Authorization is required to perform that action.", "permission", false],
  ["Anda tidak memiliki izin untuk memanggil UrlFetchApp.fetch", "permission", false],
  ["There are too many scripts running simultaneously", "busy", true],
  ["Layanan terlalu sering diminta di hari yang sama: urlfetch.", "busy", true],
  ["We're sorry, a server error occurred. Please wait a bit and try again.", "passing", true],
])("%s", (text, cause, passing) => {
  expect(explainFailure(new Error(text), true)).toEqual({ cause, passing, detail: "" });
});

test("an unknown failure is kept short, on one line and without a key", () => {
  const { cause, detail } = explainFailure(new Error(`no\nbbb_live_abcdef123 ${"x".repeat(500)}`), true);
  expect(cause).toBe("unknown");
  expect(detail).toContain("bbb_live_…");
  expect(detail).not.toContain("abcdef123");
  expect(detail).not.toContain("\n");
  expect(detail.length).toBeLessThan(210);
});
