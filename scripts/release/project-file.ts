import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod/mini";

/** The file that names one user's script. Git ignores it; `.clasp.json` names nobody's. */
export const projectFileName = ".clasp.local.json";

/** One user's script, as clasp reads it from a project file. */
export interface ClaspProject {
  scriptId: string;
  /** The spreadsheet that the script belongs to, if it is known. */
  parentId?: string | undefined;
}

export type FoundProject =
  | { kind: "found"; project: ClaspProject }
  | { kind: "none" }
  | { kind: "unreadable" };

const id = /^[\w-]{30,100}$/;
const shape = z.object({
  scriptId: z.string().check(z.regex(id)),
  parentId: z.optional(z.string().check(z.regex(id))),
});

/** True for what can be the ID of a script or spreadsheet: Google's have 33 to 57 letters, digits, `-` and `_`. */
export function isGoogleId(text: string): boolean {
  return id.test(text);
}

/** Reads the user's project file in the project's folder. */
export function readProjectFile(root: string): FoundProject {
  const path = join(root, projectFileName);
  if (!existsSync(path)) return { kind: "none" };
  try {
    const project = shape.safeParse(JSON.parse(readFileSync(path, "utf8")));
    return project.success ? { kind: "found", project: project.data } : { kind: "unreadable" };
  } catch {
    return { kind: "unreadable" };
  }
}

/** Writes the user's project file; what clasp pushes is always `dist`. */
export function writeProjectFile(root: string, project: ClaspProject): void {
  writeFileSync(join(root, projectFileName), `${JSON.stringify({ ...project, rootDir: "dist" }, null, 2)}\n`);
}
