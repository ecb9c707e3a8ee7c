import type { HttpRequest, HttpResponse } from "../../local/runtime/local-runtime";
import { builtFiles, InstalledScript, neededHeaders, orderRow } from "../installed-script";

const rows = [neededHeaders, orderRow("R-1"), orderRow("R-2")];
const json: HttpResponse = { status: 201, headers: [["Content-Type", "application/json"]], body: "" };
const deep = `${'{"data":'.repeat(20_000)}1${"}".repeat(20_000)}`;

const answers: [string, HttpResponse][] = [
  ["of 20 MB", { ...json, body: `{"data":{"id":"o1","notes":"${"x".repeat(20_000_000)}"}}` }],
  [
    "with a message of 5 MB",
    { ...json, status: 400, body: `{"error":{"message":"${"y".repeat(5_000_000)}"}}` },
  ],
  ["nested 20,000 deep", { ...json, body: deep }],
  ["that is no JSON", { ...json, body: "<html>\u0000\ud800</html>" }],
  ["that is a list", { ...json, body: "[[[]]]" }],
  ["whose ID is an object", { ...json, body: '{"data":{"id":{"toString":"x"}}}' }],
  ["whose headers are huge", { ...json, body: "{}", headers: [["X-RateLimit-Remaining", "9".repeat(8000)]] }],
  [
    "whose limit is nonsense",
    {
      ...json,
      body: "{}",
      headers: [
        ["X-RateLimit-Limit", "-1"],
        ["Retry-After", "NaN"],
      ],
    },
  ],
  ["of an unknown status", { ...json, status: 799, body: "" }],
];

describe("an answer of the API", () => {
  test.each(answers)(
    "%s ends in a status, a short message and a sentence, and nothing is lost",
    (_, answer) => {
      const script = new InstalledScript({
        rows,
        alter: (real, { method }) => (method === "POST" ? answer : real),
      });
      const said = script.create();
      expect(said).not.toContain("unexpected");
      for (const rowNumber of [2, 3]) {
        const { Status, Message = "" } = script.row(rowNumber);
        expect(["Created (test)", "Unconfirmed", "Not sent", "Rejected", "Valid"]).toContain(Status);
        expect(Message.length).toBeLessThan(2000);
      }
      for (const { value } of script.cells()) expect(String(value).length).toBeLessThan(50_000);
    },
  );

  const polluting = [
    '{"__proto__":{"polluted":1},"data":{"id":"o1","__proto__":{"polluted":1}}}',
    '{"constructor":{"prototype":{"polluted":1}},"data":{"id":"o2","constructor":{"prototype":{"polluted":1}}}}',
    '{"data":{"id":"__proto__","orderNumber":"constructor"}}',
  ];

  test.each(polluting)("of %s changes no object but its own", (body) => {
    const { code, sidebar, manifest } = builtFiles();
    // The same execution that read the answer looks at a fresh object and at the prototype's own members.
    const looking = `
      var before_ = Object.getOwnPropertyNames(Object.prototype).join();
      function createAndLook() {
        createOrders();
        return [typeof ({}).polluted, before_ === Object.getOwnPropertyNames(Object.prototype).join()];
      }`;
    const script = new InstalledScript({
      rows,
      files: { code: code + looking, sidebar, manifest },
      alter: (real, { method }) => (method === "POST" ? { ...real, body } : real),
    });
    const { outcome, value } = script.runtime.execute("createAndLook", [], {
      trigger: "menu",
      authMode: "FULL",
    });
    expect(outcome).toBe("returned");
    expect(JSON.stringify(value)).toBe('["undefined",true]');
  });

  test("an answer that redirects is not followed: the key goes to no other place", () => {
    const asked: HttpRequest[] = [];
    const elsewhere: HttpResponse = {
      ...json,
      status: 302,
      headers: [["Location", "https://evil.example/"]],
    };
    const script = new InstalledScript({
      rows,
      alter: (_, request) => {
        asked.push(request);
        return elsewhere;
      },
    });
    script.create();
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter(({ followRedirects }) => followRedirects)).toEqual([]);
    expect(asked.filter(({ url }) => !url.startsWith("https://api.bitbybit.studio/"))).toEqual([]);
  });
});
