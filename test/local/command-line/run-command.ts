import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import { adminPath } from "../../../local/api/admin";
import { startStandIn } from "../../../local/api/process";
import { builtProgram } from "../../../local/built-program";
import { runCommand as runMain } from "../../../local/command-line/command";
import type { ReportJson } from "../../../local/command-line/report";
import { type Finished, finished } from "../../finished";

const projectFolder = join(__dirname, "../../..");

/** A command under way. */
export interface Running {
  process: ChildProcess;
  finished: Promise<Finished>;
}

/** Starts the command line on the built add-on, as `npm start` does after building. Its standard input is no terminal. */
export function startCommand(args: readonly string[], environment: Record<string, string> = {}): Running {
  const { BITBYBIT_API_KEY: _, ...inherited } = process.env;
  const child = spawn(process.execPath, [builtProgram("command-line/main"), ...args], {
    cwd: projectFolder,
    env: { ...inherited, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  return { process: child, finished: finished(child) };
}

/**
 * Runs the command line to its end, in this process: its main function, with streams that are no terminal. Only what needs
 * a process of its own, such as a signal, is worth one.
 */
export async function runCommand(
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<Finished> {
  const output = { stdout: "", stderr: "" };
  const into = (name: keyof typeof output) =>
    new Writable({
      write: (chunk, _encoding, done) => {
        output[name] += String(chunk);
        done();
      },
    });
  const exitCode = await runMain(args, {
    folder: projectFolder,
    environmentKey: environment.BITBYBIT_API_KEY,
    streams: { stdin: Readable.from([]), stdout: into("stdout"), stderr: into("stderr") },
  });
  return { exitCode, ...output };
}

/** The report of a command that ran with `--json`. */
export function reportOf({ stdout }: Finished): ReportJson {
  return JSON.parse(stdout);
}

/** A folder for the files of one test, to be removed after it. */
export function temporaryFolder(): {
  path(name: string): string;
  write(name: string, text: string): string;
  remove(): void;
} {
  const folder = mkdtempSync(join(tmpdir(), "command-line-"));
  const path = (name: string) => join(folder, name);
  return {
    path,
    write: (name, text) => {
      writeFileSync(path(name), text);
      return path(name);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A sheet of so many orders of one row each, as a csv. */
export function csvOfOrders(count: number): string {
  const lines = ["Order ref,First name,Last name,Phone,Variant ID,Quantity,Address 1,City,Province,Zip"];
  for (let number = 1; number <= count; number++) {
    lines.push(
      `R-${number},Siti,Rahmawati,+62 812-${number},var_0101,1,Jl. Melati ${number},Bandung,Jawa Barat,40115`,
    );
  }
  return `${lines.join("\n")}\n`;
}

/** A stand-in of the test's own, the command line's arguments for it, and what it holds. */
export async function ownStandIn(...args: string[]) {
  const standIn = await startStandIn(args);
  return {
    args: ["--api", standIn.url],
    environment: { BITBYBIT_API_KEY: standIn.key },
    key: standIn.key,
    url: standIn.url,
    stop: () => standIn.stop(),
    /** How many orders were made; asked of the stand-in itself, so that no rate limit counts it. */
    async made(): Promise<number> {
      const answer = await fetch(`${new URL(standIn.url).origin}${adminPath}/orders`);
      const orders: { orders?: unknown[] } | unknown[] = JSON.parse(await answer.text());
      return (Array.isArray(orders) ? orders : (orders.orders ?? [])).length;
    },
    /** The notes of every order that was made, by the order's ID. */
    async notesById(): Promise<Map<string, string>> {
      const notes = new Map<string, string>();
      for (let page = 1; ; ) {
        const answer = await fetch(`${standIn.url}/orders?page=${page}&limit=100`, {
          headers: { "x-api-key": standIn.key },
        });
        if (answer.status === 429) {
          await wait(1000);
          continue;
        }
        const { data, meta }: { data: { id: string; notes: string }[]; meta: { hasNextPage: boolean } } =
          JSON.parse(await answer.text());
        for (const order of data) notes.set(order.id, order.notes);
        if (!meta.hasNextPage) return notes;
        page++;
      }
    },
  };
}
