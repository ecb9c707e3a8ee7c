import { type MessagePort, receiveMessageOnPort } from "node:worker_threads";
import type { Clock } from "../runtime/clock";
import type { ThreadRequest } from "./thread-message";

/** The longest sleep without a look at the mail, in case a wake-up was missed. */
const longestSleepMs = 250;

/**
 * The requests that reach a thread whose scripts sleep and wait in dialogs. While the thread is busy they are read at
 * service calls, during sleeps and while a dialog is open; otherwise Node delivers them.
 */
export class Mailbox {
  private readonly counter: Int32Array;

  /** `signal` counts up with every request sent; `handle` gets each request. */
  constructor(
    private readonly port: MessagePort,
    signal: SharedArrayBuffer,
    private readonly handle: (request: ThreadRequest) => void,
  ) {
    this.counter = new Int32Array(signal);
    port.on("message", handle);
  }

  /** Handles every request that has arrived. */
  read(): void {
    for (;;) {
      const received: { message: ThreadRequest } | undefined = receiveMessageOnPort(this.port);
      if (received === undefined) return;
      this.handle(received.message);
    }
  }

  /** Sleeps and handles requests until `done` says so. */
  readUntil(done: () => boolean, sleepMs: () => number = () => longestSleepMs): void {
    while (!done()) {
      const seen = Atomics.load(this.counter, 0);
      this.read();
      if (done()) return;
      Atomics.wait(this.counter, 0, seen, Math.min(longestSleepMs, sleepMs()));
    }
  }

  /** The machine's clock, whose sleep is spent reading the mail; `meanwhile` is done whenever some was read. */
  clock(meanwhile: () => void): Clock {
    const now = () => Date.now();
    return {
      now,
      sleep: (durationMs) => {
        const endsAt = now() + durationMs;
        this.readUntil(
          () => {
            meanwhile();
            return now() >= endsAt;
          },
          () => Math.max(0, endsAt - now()),
        );
      },
    };
  }
}
