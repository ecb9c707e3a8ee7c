import type { ChildProcessByStdio } from "node:child_process";
import type { Readable } from "node:stream";

/** What a command left. */
export interface Finished {
  /** Null when it was killed. */
  exitCode: number | null;
  stdout: string;
  stderr: string;
}

/** What a process leaves once it has ended. */
export function finished(child: ChildProcessByStdio<null, Readable, Readable>): Promise<Finished> {
  const output = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const)
    child[name].on("data", (text: Buffer) => {
      output[name] += text.toString();
    });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (exitCode) => resolve({ exitCode, ...output }));
  });
}
