import { Agent, type IncomingHttpHeaders, request } from "node:http";
import type { StandInState } from "../../../local/api/admin";
import { type RunningServer, startServer } from "../../../local/api/server";
import type { StandIn } from "../../../local/api/stand-in";
import { orderInput, standInWith, testKey } from "./set-up";

let standIn: StandIn;
let server: RunningServer;
let waits: number[];
const agent = new Agent({ keepAlive: true, maxSockets: 50 });

beforeEach(async () => {
  standIn = standInWith({ limit: 1_000_000 });
  waits = [];
  server = await startServer(standIn, 0, async (ms) => {
    waits.push(ms);
  });
});
afterEach(() => server.close());
afterAll(() => agent.destroy());

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

function send(
  url: string,
  how: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      url,
      { agent, method: how.method ?? "GET", headers: how.headers ?? {} },
      (incoming) => {
        const parts: Buffer[] = [];
        incoming.on("data", (part) => parts.push(part));
        incoming.on("error", reject);
        incoming.on("end", () => {
          const { statusCode: status = 0, headers } = incoming;
          resolve({ status, headers, body: Buffer.concat(parts).toString() });
        });
      },
    );
    outgoing.on("error", reject);
    outgoing.end(how.body);
  });
}

const postOrder = () =>
  send(`${server.url}/orders`, {
    method: "POST",
    headers: { "x-api-key": testKey, "Content-Type": "application/json" },
    body: JSON.stringify(orderInput()),
  });
const arrived = async (requests: number) => {
  while (standIn.requests.count < requests) await new Promise((resolve) => setTimeout(resolve, 5));
};
const admin = (path: string, body?: unknown, headers: Record<string, string> = {}) =>
  send(
    server.adminUrl + path,
    body === undefined ? { headers } : { method: "POST", headers, body: JSON.stringify(body) },
  );

describe("over a real socket", () => {
  test("an order is made and listed under the contract's base path", async () => {
    expect(server.url).toBe(`http://127.0.0.1:${server.port}/customer/api/open/v1`);
    const made = await postOrder();
    expect([made.status, made.headers["ratelimit-limit"], made.headers["content-type"]]).toEqual([
      201,
      "1000000",
      "application/json; charset=utf-8",
    ]);
    const listed = await send(`${server.url}/orders?search=sari`, { headers: { "X-API-KEY": testKey } });
    expect(JSON.parse(listed.body).data).toEqual([JSON.parse(made.body).data]);
  });

  test("there is nothing outside the base path", async () => {
    const { origin } = new URL(server.url);
    const paths = ["/", "/orders", "/customer/open/v1/orders", "/_standin", "//", "/customer/api/open/v1"];
    for (const path of paths) {
      expect([path, (await send(origin + path, { headers: { "x-api-key": testKey } })).status]).toEqual([
        path,
        404,
      ]);
    }
  });

  test.each([
    ["reset-before", 0],
    ["reset-after", 1],
  ] as const)("%s resets the connection, and %i orders were made", async (fault, made) => {
    standIn.faults = { ...standIn.faults, next: [fault] };
    await expect(postOrder()).rejects.toMatchObject({ code: "ECONNRESET" });
    expect(standIn.shop("test").orderCount).toBe(made);
    expect((await postOrder()).status).toBe(201);
  });

  test("a redirect and an empty 201 arrive as they are", async () => {
    standIn.faults = { ...standIn.faults, next: ["redirect", "empty"] };
    const redirect = await postOrder();
    expect([redirect.status, redirect.headers.location]).toEqual([302, "https://maintenance.example/"]);
    const empty = await postOrder();
    expect([empty.status, empty.body]).toEqual([201, ""]);
  });

  test("two orders can get each other's answer; one alone keeps its own", async () => {
    const id = (answer: Answer) => JSON.parse(answer.body).data.id;
    await server.close();
    let giveUp = () => {};
    server = await startServer(standIn, 0, () => new Promise((resolve) => (giveUp = resolve)));
    standIn.faults = { ...standIn.faults, next: ["swapped", "swapped", "swapped"] };
    const first = postOrder();
    await arrived(1);
    const second = postOrder();
    const made = () => standIn.shop("test").allOrders();
    expect([id(await first), id(await second)]).toEqual([made()[1]?.id, made()[0]?.id]);
    const third = postOrder();
    await arrived(3);
    giveUp();
    expect(id(await third)).toBe(made()[2]?.id);
  });

  test("an answer is sent after its delay, the order being there before", async () => {
    standIn.latencyMs = 300;
    await postOrder();
    expect(waits).toEqual([300]);
  });

  test("3,000 orders sent 50 at once are made once each", async () => {
    const numbers: string[] = [];
    const work = Array.from({ length: 50 }, async () => {
      for (let count = 0; count < 60; count++) numbers.push(JSON.parse((await postOrder()).body).data.id);
    });
    await Promise.all(work);
    expect([new Set(numbers).size, standIn.shop("test").orderCount]).toEqual([3000, 3000]);
  });

  test("a port that is taken is refused", async () => {
    await expect(startServer(standIn, server.port, async () => {})).rejects.toMatchObject({
      code: "EADDRINUSE",
    });
  });
});

describe("the stand-in's own surface", () => {
  const stateOf = (answer: Answer): StandInState => JSON.parse(answer.body);

  test("shows orders, requests, allowances and switches without a key, and never the key", async () => {
    await postOrder();
    const answer = await admin("/state");
    expect(stateOf(answer)).toMatchObject({
      orderCounts: { test: 1, live: 0 },
      orders: [{ orderNumber: "#1001" }],
      requestCount: 1,
      requests: [{ method: "POST", key: "…aaaa", answer: 201 }],
      allowances: [{ key: "…aaaa", environment: "test", remaining: 999_999 }, { remaining: 1_000_000 }],
      switches: { limit: 1_000_000, announceLimit: true, refuseKeys: false },
    });
    expect(answer.body).not.toContain(testKey);
    expect(JSON.parse((await admin("/orders")).body)).toEqual(standIn.shop("test").allOrders());
  });

  test("sets faults: what is left out stays, and the queue starts anew", async () => {
    await admin("/faults", { chances: { "reset-after": 0.5 }, seed: 9 });
    const state = stateOf(await admin("/faults", { next: ["503-after"] }));
    expect(state.faults).toMatchObject({ chances: { "reset-after": 0.5 }, seed: 9, next: ["503-after"] });
    expect(state.queuedFaults).toBe(1);
    expect((await postOrder()).status).toBe(503);
    expect(standIn.shop("test").orderCount).toBe(1);
  });

  test("turns the limit, the latency and the keys", async () => {
    await admin("/switches", { limit: 10, windowMs: 3000, latencyMs: 5 });
    const limited = await postOrder();
    expect([limited.headers["ratelimit-limit"], limited.headers["ratelimit-reset"], waits]).toEqual([
      "10",
      "3",
      [5],
    ]);
    const state = stateOf(await admin("/switches", { refuseKeys: true }));
    expect(state.switches).toMatchObject({ limit: 10, refuseKeys: true });
    expect((await postOrder()).status).toBe(401);
  });

  test("archives an order, and empties everything", async () => {
    const { id } = JSON.parse((await postOrder()).body).data;
    await admin(`/orders/${id}/status`, { status: "archived" });
    expect(standIn.shop("test").order(id)?.status).toBe("archived");
    expect(stateOf(await admin("/reset", {})).orderCounts).toEqual({ test: 0, live: 0 });
  });

  test.each([
    ["/faults", { chances: { flood: 1 } }],
    ["/faults", { chances: { slow: 2 } }],
    ["/faults", { chances: { slow: 0.6, empty: 0.6 } }],
    ["/faults", { next: ["flood"] }],
    ["/switches", { limit: 0 }],
    ["/switches", { speed: 1 }],
    ["/switches", "text"],
    ["/orders/none/status", { status: "archived" }],
  ])("refuses %s %j with 400, and changes nothing", async (path, body) => {
    const before = (await admin("/state")).body;
    expect((await admin(path, body)).status).toBe(400);
    expect((await admin("/state")).body).toBe(before);
  });

  test("answers 404 for what it does not have", async () => {
    expect([(await admin("/nothing")).status, (await admin("/nothing", {})).status]).toEqual([404, 404]);
  });

  test.each([
    { Host: "evil.example" },
    { Host: "127.0.0.1.evil.example" },
    { Origin: "https://evil.example" },
    { Origin: "null" },
  ])("refuses %j: only this machine may ask", async (headers) => {
    expect((await admin("/state", undefined, headers)).status).toBe(403);
    expect((await admin("/reset", {}, headers)).status).toBe(403);
  });

  test("takes localhost for this machine too", async () => {
    expect(
      (await admin("/state", undefined, { Host: "localhost:1", Origin: "http://localhost:5173" })).status,
    ).toBe(200);
  });
});
