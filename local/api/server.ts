import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { adminAnswer, adminPath } from "./admin";
import { contract } from "./contract";
import { type ApiRequest, type ApiResponse, type Exchange, errorResponse, requestTo } from "./exchange";
import type { StandIn } from "./stand-in";
import { SwapDesk } from "./swapped-answers";

/** A stand-in on a port of this machine. */
export interface RunningServer {
  /** The base that `/orders` is appended to: `http://127.0.0.1:PORT/customer/api/open/v1`. */
  url: string;
  /** The base of the stand-in's own surface: `http://127.0.0.1:PORT/_standin`. */
  adminUrl: string;
  port: number;
  /** Cuts all connections and frees the port. */
  close(): Promise<void>;
}

const mostBodyBytes = 10_000_000;

/**
 * Puts a stand-in on 127.0.0.1. `port` 0 takes a free one. `wait` sleeps for as long as an answer is to take. Rejects
 * with Node's error when the port cannot be had.
 */
export async function startServer(
  standIn: StandIn,
  port: number,
  wait: (ms: number) => Promise<void>,
): Promise<RunningServer> {
  const desk = new SwapDesk(wait);
  const server = createServer((incoming, outgoing) => {
    serve(standIn, incoming, outgoing, wait, desk).catch(() => incoming.socket.destroy());
  });
  await listen(server, port);
  const address = server.address();
  const taken = typeof address === "object" && address !== null ? address.port : port;
  return {
    url: `http://127.0.0.1:${taken}${contract().basePath}`,
    adminUrl: `http://127.0.0.1:${taken}${adminPath}`,
    port: taken,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function serve(
  standIn: StandIn,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  wait: (ms: number) => Promise<void>,
  desk: SwapDesk,
): Promise<void> {
  const body = await bodyOf(incoming);
  const request = body === null ? null : requestOf(incoming, body);
  if (request === null) {
    send(outgoing, errorResponse(400, "VALIDATION_ERROR", "The request cannot be read"));
    return;
  }
  if (request.path.startsWith(`${adminPath}/`)) {
    send(outgoing, adminAnswer(request, standIn));
    return;
  }
  const exchange: Exchange = standIn.exchange(request);
  if (exchange.delayMs > 0) await wait(exchange.delayMs);
  if (exchange.kind === "reset") incoming.socket.resetAndDestroy();
  else send(outgoing, exchange.swaps ? await desk.swap(exchange.response) : exchange.response);
}

/** The body as text, or null when it is longer than any order could be. */
async function bodyOf(incoming: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of incoming) {
    bytes += part.length;
    if (bytes > mostBodyBytes) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

function requestOf(incoming: IncomingMessage, body: string): ApiRequest | null {
  const url = `http://127.0.0.1${incoming.url ?? "/"}`;
  if (!URL.canParse(url)) return null;
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(incoming.headers)) headers[name] = String(value);
  return requestTo(url, { method: incoming.method ?? "GET", headers, body });
}

function send(outgoing: ServerResponse, response: ApiResponse): void {
  outgoing.writeHead(response.status, {
    ...response.headers,
    "Content-Length": Buffer.byteLength(response.body),
  });
  outgoing.end(response.body);
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      resolve();
    });
  });
}
