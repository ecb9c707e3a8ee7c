import { basename } from "node:path";
import { Worker } from "node:worker_threads";
import { builtProgram } from "../built-program";
import type { PageEvent } from "./page-event";
import type { DialogAnswer } from "./page-interface";
import { SessionMirror } from "./session-mirror";
import type { CallReply, ThreadData, ThreadReply, ThreadRequest } from "./thread-message";
import type { UserAct } from "./user-act";

type Unnumbered<Request> = Request extends ThreadRequest ? Omit<Request, "requestId"> : never;

/** What a file and the add-on at work on it may take; beyond it this session ends alone, and another one stays as it is. */
const mostMemoryMb = 2_000;

function tooLarge(filePath: string): string {
  return `${basename(filePath)} needs more memory than ${mostMemoryMb} MB; split it into several files`;
}

/** One opened file with the add-on at work on it, in a thread of its own. */
export class Session {
  private readonly mirror = new SessionMirror();
  private readonly open = new Map<number, (reply: ThreadReply) => void>();
  private readonly counter: Int32Array;
  private lastRequestId = 0;

  private constructor(
    private readonly worker: Worker,
    signal: SharedArrayBuffer,
  ) {
    this.counter = new Int32Array(signal);
  }

  /**
   * Opens the file. `tell` gets every event for the pages. Rejects with a sentence when the file cannot be used.
   */
  static start(data: Omit<ThreadData, "signal">, tell: (event: PageEvent) => void): Promise<Session> {
    const signal = new SharedArrayBuffer(4);
    const worker = new Worker(builtProgram("workbench/runtime-thread"), {
      workerData: { ...data, signal } satisfies ThreadData,
      resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb },
    });
    const session = new Session(worker, signal);
    return new Promise((resolve, reject) => {
      worker.once("error", (error: NodeJS.ErrnoException) => {
        const isTooLarge = error.code === "ERR_WORKER_OUT_OF_MEMORY";
        const message = isTooLarge ? tooLarge(data.filePath) : error.message;
        reject(new Error(message));
        tell({ kind: "failure", message: `The local runtime has ended: ${message}` });
      });
      worker.on("message", (reply: ThreadReply) => {
        if (reply.kind === "ready") resolve(session);
        else if (reply.kind === "event") {
          session.mirror.take(reply.event);
          tell(reply.event);
        } else {
          session.open.get(reply.requestId)?.(reply);
          session.open.delete(reply.requestId);
        }
      });
    });
  }

  /** The events for a page that has just been opened. */
  catchUp(): PageEvent[] {
    return this.mirror.catchUp();
  }

  /** Carries out what the person did; the sentence that says why not, or an empty text. */
  async act(act: UserAct): Promise<string> {
    const reply = await this.ask({ kind: "act", act });
    return reply.kind === "done" ? reply.message : "";
  }

  /** Runs a menu item's function; resolves when it has ended. */
  async menu(functionName: string): Promise<void> {
    await this.ask({ kind: "menu", functionName });
  }

  async call(functionName: string, args: unknown[]): Promise<CallReply> {
    const reply = await this.ask({ kind: "call", functionName, args });
    return reply.kind === "called" ? reply.reply : { ok: false, message: "" };
  }

  async answer(dialogId: number, { button, text }: DialogAnswer): Promise<void> {
    await this.ask({ kind: "answer", dialogId, button, text });
  }

  /** The file as it is now. */
  async encode(): Promise<Uint8Array> {
    const reply = await this.ask({ kind: "encode" });
    return reply.kind === "encoded" ? reply.bytes : new Uint8Array();
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }

  private ask(request: Unnumbered<ThreadRequest>): Promise<ThreadReply> {
    this.lastRequestId += 1;
    const requestId = this.lastRequestId;
    return new Promise((resolve) => {
      this.open.set(requestId, resolve);
      this.worker.postMessage({ ...request, requestId });
      Atomics.add(this.counter, 0, 1);
      Atomics.notify(this.counter, 0);
    });
  }
}
