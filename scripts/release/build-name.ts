import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod/mini";

/** What every version and deployment of this add-on is called, before its number. */
export const addOnName = "bitbybit Orders for Google Sheets";

/** One file of dist/. */
export interface DistFile {
  name: string;
  bytes: Buffer;
}

const packageShape = z.object({ version: z.string() });

/** The version in package.json, which is the only place where it is written by hand. */
export function versionOf(root: string): string {
  return packageShape.parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8"))).version;
}

/** The files of dist/, in the order in which clasp sends them. Throws when there is no dist/. */
export function distFiles(root: string): DistFile[] {
  const folder = join(root, "dist");
  return readdirSync(folder)
    .sort((one, other) => one.localeCompare(other))
    .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
}

/**
 * The name of a build: the version, and eight characters that stand for the content of dist/, so that a deployment of
 * this name holds exactly these files.
 *
 * @example buildName("0.1.0", files) // "bitbybit Orders for Google Sheets 0.1.0 (build 3f9c2a1b)"
 */
export function buildName(version: string, files: readonly DistFile[]): string {
  const hash = createHash("sha256");
  for (const { name, bytes } of files) hash.update(`${name}\0${bytes.length}\0`).update(bytes);
  return `${addOnName} ${version} (build ${hash.digest("hex").slice(0, 8)})`;
}
