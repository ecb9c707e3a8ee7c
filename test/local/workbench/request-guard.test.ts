import { refusalOf } from "../../../local/workbench/request-guard";

const own = { host: "127.0.0.1:8080", origin: "http://127.0.0.1:8080", token: "secret" };
const refusal = (change: Partial<typeof own> | { origin: undefined }, needsToken = true) =>
  refusalOf({ ...own, ...change }, 8080, "secret", needsToken);

test("the workbench's own page with the session's token is served", () => {
  expect(refusal({})).toBeNull();
  expect(refusal({ host: "localhost:8080", origin: "http://localhost:8080" })).toBeNull();
  expect(refusal({ origin: undefined })).toBeNull();
});

test.each(["evil.example:8080", "127.0.0.1:9090", "127.0.0.1", "127.0.0.1:8080.evil.example", ""])(
  "a request for the host %j is refused: another name may have been pointed at this machine",
  (host) => {
    expect(refusal({ host })).toContain("127.0.0.1 only");
  },
);

test.each(["https://evil.example", "http://127.0.0.1:9090", "null", "http://localhost:8080"])(
  "a page of the origin %j is refused",
  (origin) => {
    expect(refusal({ origin })).toContain("Another page");
  },
);

test.each(["", "secre", "secret2"])("the token %j is refused", (token) => {
  expect(refusal({ token })).toContain("earlier session");
});

test("the page itself needs no token, and is still served to this machine's own name alone", () => {
  expect(refusal({ token: "" }, false)).toBeNull();
  expect(refusal({ token: "", host: "evil.example" }, false)).not.toBeNull();
});
