import { fileURLToPath } from "node:url";
import { MessageChannel, receiveMessageOnPort, Worker } from "node:worker_threads";
import type { HttpRequest, HttpResponse, HttpTransport } from "./http-transport";

type Result = { response: HttpResponse } | { failure: string };

/** How often a waiting thread looks whether it is to give up. */
const lookMs = 50;

/** A transport with a thread behind it, to be closed when it is no longer needed. */
export interface WorkerTransport extends HttpTransport {
  /** Ends the thread. The process also ends without it. */
  close(): Promise<void>;
}

/**
 * Real HTTP for a thread that waits: a worker sends the requests, 100 at once, and this thread sleeps until it is woken.
 * `stopRequested` is asked every 50 ms of waiting; once true, `sendAll` throws, and what was sent is not known.
 */
export function workerTransport(options: { stopRequested?: () => boolean } = {}): WorkerTransport {
  let thread: { worker: Worker; ask(requests: readonly HttpRequest[]): Result[] } | null = null;
  return {
    sendAll(requests) {
      thread ??= startThread(options.stopRequested ?? (() => false));
      return thread.ask(requests).map((result) => {
        if ("failure" in result) throw new Error(result.failure);
        return result.response;
      });
    },
    async close() {
      const running = thread;
      thread = null;
      await running?.worker.terminate();
    },
  };

  function startThread(stopRequested: () => boolean) {
    const signal = new Int32Array(new SharedArrayBuffer(4));
    const { port1: ours, port2: theirs } = new MessageChannel();
    const file = fileURLToPath(new URL("./http-worker.mjs", import.meta.url));
    // Without execArgv the worker would inherit loaders that it does not need.
    const worker = new Worker(file, {
      workerData: { signal, port: theirs },
      transferList: [theirs],
      execArgv: [],
    });
    worker.unref();
    ours.unref();
    return {
      worker,
      ask(requests: readonly HttpRequest[]): Result[] {
        Atomics.store(signal, 0, 0);
        ours.postMessage({ requests });
        while (Atomics.wait(signal, 0, 0, lookMs) === "timed-out") {
          if (!stopRequested()) continue;
          void worker.terminate();
          thread = null;
          throw new Error(`Address unavailable: ${requests[0]?.url ?? ""}`);
        }
        const received: { message: Result[] } | undefined = receiveMessageOnPort(ours);
        if (received === undefined) throw new Error("The thread that sends requests gave no answer.");
        return received.message;
      },
    };
  }
}
