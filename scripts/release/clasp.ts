import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { claspFailure } from "./clasp-failure";

/** What a clasp command printed on standard output, and in one sentence why it failed if it did. */
export type ClaspAnswer = { ok: true; output: string } | { ok: false; output: string; message: string };

/** Where and as whom clasp runs. */
export interface ClaspPlace {
  /** The project's folder, in which clasp is installed. */
  root: string;
  /** The folder that clasp works in. */
  folder: string;
  /** A file with another login than clasp's own in the home folder; null for that one. */
  authFile: string | null;
}

/** Runs a command of clasp to its end. It gets no terminal, so it never asks; its output is kept to be read. */
export function runClasp(args: readonly string[], place: ClaspPlace): ClaspAnswer {
  const program = join(place.root, "node_modules/@google/clasp/build/src/index.js");
  if (!existsSync(program))
    return { ok: false, output: "", message: "clasp is not installed here. Run npm ci first." };
  const login = place.authFile === null ? [] : ["-A", place.authFile];
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...login, ...args], {
    cwd: place.folder,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (status === 0) return { ok: true, output: stdout };
  return { ok: false, output: stdout, message: claspFailure(stderr.trim() === "" ? stdout : stderr) };
}
