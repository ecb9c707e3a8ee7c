import { type ChildProcess, spawn } from "node:child_process";
import * as z from "zod/mini";
import { builtProgram } from "../built-program";
import { defaultKey } from "./options";

/** A stand-in in a process of its own. */
export interface StandInProcess {
  /** The base that `/orders` is appended to. */
  url: string;
  /** The base of the stand-in's own surface, `…/_standin`. */
  adminUrl: string;
  /** The first key that it lets in. */
  key: string;
  /** Ends it, and resolves once it has ended; calling again does nothing more. */
  stop(): Promise<void>;
}

const started = z.object({ url: z.string(), adminUrl: z.string() });

/**
 * Starts the stand-in with the options of `npm run api` (`args`, without `--port` on a free port). It must not share
 * the thread of whoever asks it: the local runtime's requests block theirs until they are answered. The process ends
 * with the one that started it, however that ends. Rejects with the stand-in's own line when it cannot start.
 */
export function startStandIn(args: readonly string[] = []): Promise<StandInProcess> {
  const child = spawn(process.execPath, [builtProgram("api/main"), ...args], {
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  // "exit", not "close": a channel closed from this side keeps Node from ever telling "close" (seen with Node 20).
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  return new Promise((resolve, reject) => {
    let complaint = "";
    child.stderr?.on("data", (text: Buffer) => {
      complaint += text.toString();
    });
    child.once("error", reject);
    child.once("close", () =>
      reject(new Error(complaint.trim() || "The stand-in API ended before it had started")),
    );
    child.once("message", (message) => {
      resolve({ ...started.parse(message), key: firstKey(args), stop: () => stop(child, ended) });
    });
  });
}

function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.connected) child.disconnect();
  return ended;
}

function firstKey(args: readonly string[]): string {
  const index = args.findIndex((arg) => arg === "--key" || arg.startsWith("--key="));
  if (index === -1) return defaultKey;
  const value = args[index] === "--key" ? args[index + 1] : args[index]?.slice("--key=".length);
  return value?.split("=")[0] ?? defaultKey;
}
