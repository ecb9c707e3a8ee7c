import { execFileSync } from "node:child_process";
import { Worker } from "node:worker_threads";
import { type HttpRequest, workerTransport } from "../../../../local/runtime/local-runtime";
import { programOf } from "../../program-of";

/** A server in a thread of its own: one in this thread could never answer while this thread waits. */
const serverCode = `
  const { createServer } = require("node:http");
  const { parentPort } = require("node:worker_threads");
  let open = 0, most = 0;
  const server = createServer((request, response) => {
    most = Math.max(most, ++open);
    const { pathname, searchParams } = new URL(request.url, "http://x");
    let body = "";
    request.on("data", (chunk) => (body += chunk));
    request.on("end", () => {
      if (pathname === "/reset") return request.socket.destroy();
      setTimeout(() => {
        open--;
        if (pathname === "/most") return response.end(String(most));
        if (pathname === "/redirect") return response.writeHead(302, { Location: "/landed" }).end("moved");
        response.writeHead(Number(searchParams.get("status") || 200), { "X-Twice": ["a", "b"] });
        response.end([request.method, pathname, request.headers["x-api-key"], body].join(" "));
      }, Number(searchParams.get("wait") || 0));
    });
  }).listen(0, "127.0.0.1", () => parentPort.postMessage(server.address().port));`;

const transport = workerTransport();
let server: Worker;
let base = "";

beforeAll(async () => {
  server = new Worker(serverCode, { eval: true });
  const port = await new Promise<number>((resolve) => server.once("message", resolve));
  base = `http://127.0.0.1:${port}`;
});

afterAll(async () => {
  await transport.close();
  await server.terminate();
});

const request = (path: string, change: Partial<HttpRequest> = {}): HttpRequest => ({
  url: path.startsWith("http") ? path : base + path,
  method: "GET",
  headers: {},
  body: null,
  followRedirects: false,
  validateCertificates: true,
  timeoutMs: 5000,
  ...change,
});

describe("HTTP for a thread that waits", () => {
  test("answers come in the order of the requests, whichever is first", () => {
    const answers = transport.sendAll([
      request("/slow?wait=80"),
      request("/quick"),
      request("/no?status=404"),
    ]);
    expect(answers.map(({ status, body }) => [status, body.split(" ")[1]])).toEqual([
      [200, "/slow"],
      [200, "/quick"],
      [404, "/no"],
    ]);
  });

  test("method, headers and body arrive; repeated headers come back", () => {
    const [answer] = transport.sendAll([
      request("/orders", { method: "POST", headers: { "x-api-key": "k" }, body: "é=1" }),
    ]);
    expect(answer?.body).toBe("POST /orders k é=1");
    expect(answer?.headers.filter(([name]) => name === "X-Twice")).toEqual([
      ["X-Twice", "a"],
      ["X-Twice", "b"],
    ]);
  });

  test("100 requests are under way at once", () => {
    transport.sendAll(Array.from({ length: 100 }, () => request("/x?wait=300")));
    const [answer] = transport.sendAll([request("/most")]);
    expect(Number(answer?.body)).toBeGreaterThan(50);
  });

  test("redirects are followed only when asked for", () => {
    const [stayed] = transport.sendAll([request("/redirect")]);
    const [followed] = transport.sendAll([request("/redirect", { followRedirects: true })]);
    expect([stayed?.status, followed?.body.split(" ")[1]]).toEqual([302, "/landed"]);
  });

  test.each([
    ["a connection reset", "/reset", "Address unavailable: "],
    ["a closed port", "http://127.0.0.1:1/x", "Address unavailable: http://127.0.0.1:1/x"],
    ["a time-out", "/x?wait=3000", "Timeout: "],
  ])("%s fails the whole call with UrlFetchApp's text (reported)", (_, path, text) => {
    expect(() => transport.sendAll([request("/fine"), request(path, { timeoutMs: 200 })])).toThrow(text);
  });

  test("a wait is given up when a stop is asked for", () => {
    const stopping = workerTransport({ stopRequested: () => true });
    expect(() => stopping.sendAll([request("/x?wait=3000")])).toThrow("Address unavailable");
  });

  test("a transport that was closed starts again when it is needed", async () => {
    const again = workerTransport();
    again.sendAll([request("/x")]);
    await again.close();
    expect(again.sendAll([request("/x")])).toHaveLength(1);
    await again.close();
  });

  test("built, as the local programs run it, it works and the process ends without being closed", () => {
    const source = `import { workerTransport } from "./local/runtime/http/worker-transport";
      console.log(workerTransport().sendAll([${JSON.stringify(request("/x"))}])[0]?.status);`;
    const args = programOf(source, "local/runtime/http/worker-transport.ts");
    expect(execFileSync(process.execPath, args, { encoding: "utf8" }).trim()).toBe("200");
  });
});
