import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import * as z from "zod/mini";
import type { PageFiles } from "./page-files";
import { refusalOf } from "./request-guard";
import { userActSchema } from "./user-act";
import type { Workbench } from "./workbench";

/** The largest file that can be opened, in bytes; the files' own limit is lower and gives the better message. */
const mostBodyBytes = 30_000_000;

const names = z.strictObject({ functionName: z.string().check(z.maxLength(100)) });
const calls = z.extend(names, { args: z.array(z.unknown()).check(z.maxLength(10)) });
const answers = z.strictObject({
  dialogId: z.int(),
  button: z.enum(["OK", "CANCEL", "YES", "NO", "CLOSE"]),
  text: z.string(),
});

/** A request that cannot be carried out, with the status and the sentence that go back. */
class Refused extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** The workbench's server on 127.0.0.1. */
export function workbenchServer(workbench: Workbench, page: PageFiles, token: string): Server {
  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      const status = error instanceof Refused ? error.status : 500;
      const message = error instanceof Error ? error.message : String(error);
      if (response.headersSent) response.destroy();
      else send(response, status, "application/json", JSON.stringify({ message }));
    });
  });
  return server;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://127.0.0.1");
    const file = request.method === "GET" ? page.files[pathname] : undefined;
    const { host, origin } = request.headers;
    const given = { host, origin, token: request.headers["x-workbench-token"]?.toString() };
    const refusal = refusalOf(given, portOf(server), token, file === undefined);
    if (refusal !== null) throw new Refused(403, refusal);
    if (file !== undefined) {
      response.setHeader("Content-Security-Policy", file.contentSecurityPolicy ?? page.contentSecurityPolicy);
      return send(response, 200, `${file.type}; charset=utf-8`, file.text);
    }
    if (request.method === "GET") return get(pathname, response);
    if (request.method !== "POST") throw new Refused(404, "There is nothing here.");
    const body = await bodyOf(request);
    const answer = await post(pathname, searchParams, body);
    send(response, 200, "application/json", JSON.stringify(answer ?? {}));
  }

  async function get(path: string, response: ServerResponse): Promise<void> {
    if (path === "/events") return workbench.listen(response);
    if (path === "/result") {
      return send(response, 200, "application/octet-stream", Buffer.from(await workbench.session.encode()));
    }
    if (path === "/stand-in") return send(response, 200, "application/json", await workbench.standInState());
    throw new Refused(404, "There is nothing here.");
  }

  async function post(path: string, search: URLSearchParams, body: Buffer): Promise<unknown> {
    const { session } = workbench;
    switch (path) {
      case "/act":
        return { message: await session.act(parsed(userActSchema, body)) };
      case "/menu":
        return session.menu(parsed(names, body).functionName);
      case "/call": {
        const { functionName, args } = parsed(calls, body);
        return session.call(functionName, args);
      }
      case "/answer": {
        const { dialogId, ...answer } = parsed(answers, body);
        return session.answer(dialogId, answer);
      }
      case "/open":
        return { message: await workbench.openUpload(search.get("name") ?? "", body) };
      case "/stand-in/faults":
      case "/stand-in/switches":
      case "/stand-in/reset":
        return JSON.parse(
          await workbench.turnStandIn(path.slice("/stand-in/".length), body.toString("utf8")),
        );
      default:
        throw new Refused(404, "There is nothing here.");
    }
  }
}

/** The port a listening server has. */
export function portOf(server: Server): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

function parsed<Value>(schema: z.ZodMiniType<Value>, body: Buffer): Value {
  const result = schema.safeParse(jsonOf(body));
  if (!result.success) throw new Refused(400, "The workbench does not understand this request.");
  return result.data;
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return undefined;
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request) {
    bytes += part.length;
    if (bytes > mostBodyBytes) throw new Refused(413, "The file is larger than 30 MB.");
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, {
    "Content-Type": type,
    "Content-Length": Buffer.byteLength(body),
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
  });
  response.end(body);
}
