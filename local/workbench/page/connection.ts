import type { PageEvent } from "../page-event";

/** A request that did not reach the server, or that it refused; the message is for the person at the page. */
export class RequestFailed extends Error {}

const stopped =
  "The workbench has stopped. Start it again with npm run workbench and open the address that it prints.";
const reconnectMs = 1_000;

/** The way to the workbench's server. The session's token stands in the address's fragment, which no request carries. */
export class Connection {
  private readonly token = location.hash.slice(1);
  private last: Promise<unknown> = Promise.resolve();

  /** Sends one request after the other, in the order of the calls. */
  async inOrder<Answer>(path: string, body: unknown): Promise<Answer> {
    const sent = this.last.then(() => this.post<Answer>(path, JSON.stringify(body)));
    this.last = sent.catch(() => undefined);
    return sent;
  }

  /** Resolves when everything sent in order has been answered. */
  async settled(): Promise<void> {
    await this.last;
  }

  /** Sends a request at once. Rejects with RequestFailed. */
  async post<Answer>(path: string, body: BodyInit): Promise<Answer> {
    const response = await this.fetch(path, { method: "POST", body });
    return response.json();
  }

  async get(path: string): Promise<Response> {
    return this.fetch(path, {});
  }

  /** Reads the server's events for as long as the page is open, anew after a break. */
  async listen(take: (event: PageEvent) => void, lost: (message: string) => void): Promise<void> {
    for (;;) {
      try {
        const { body } = await this.get("events");
        if (body !== null) await readLines(body, (line) => take(JSON.parse(line)));
        lost(stopped);
      } catch (error) {
        lost(error instanceof RequestFailed ? error.message : stopped);
      }
      await new Promise((resolve) => setTimeout(resolve, reconnectMs));
    }
  }

  private async fetch(path: string, init: RequestInit): Promise<Response> {
    const headers = { "x-workbench-token": this.token };
    const response = await fetch(path, { ...init, headers }).catch(() => null);
    if (response === null) throw new RequestFailed(stopped);
    if (response.ok) return response;
    const { message } = await response.json();
    throw new RequestFailed(String(message));
  }
}

async function readLines(body: ReadableStream<Uint8Array>, take: (line: string) => void): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const lines = (rest + decoder.decode(value, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) take(line);
  }
}
