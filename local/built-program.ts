import { fileURLToPath } from "node:url";

/** A program of this folder that another one starts, as a process or a thread. */
export type ProgramName =
  | "api/main"
  | "command-line/main"
  | "command-line/work-thread"
  | "probe/main"
  | "simulation/worker"
  | "workbench/main"
  | "workbench/runtime-thread";

/** The path of a program as `npm run build` made it (scripts/local-programs.mjs). */
export function builtProgram(name: ProgramName): string {
  return fileURLToPath(new URL(`./built/${name}.js`, import.meta.url));
}
