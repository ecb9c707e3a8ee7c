import { randomBytes } from "node:crypto";
import {
  closeSync,
  existsSync,
  fchmodSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { isRunning } from "./process-state";

/** The permissions of a file that nobody made private. */
const usualPermissions = 0o666;

/**
 * Writes a file so that whoever looks, and whenever the program is ended, finds the old content or the new one, never a
 * part: into a temporary file in the same folder, to the disk, then renamed. The temporary file is made anew under a name that
 * nobody can foresee, so that it never follows a link that was put in its place. (write-file-atomic does.)
 * @param permissions what others may do with it at most, as of `statSync(…).mode`; a file that is there keeps its own if
 *   they are narrower.
 * @throws what the file system says.
 */
export function saveFile(path: string, bytes: Buffer, permissions = usualPermissions): void {
  const folder = dirname(path);
  const mode = permissionsOf(path) & permissions & 0o777;
  const temporary = temporaryPath(path);
  const file = openSync(temporary, "wx", mode);
  try {
    try {
      // The mask of the process may have taken away what the file had before.
      if (existsSync(path)) fchmodSync(file, mode);
      for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  syncFolder(folder);
}

/** A new name beside a file that nobody can foresee. It tells whose it is, for `removeLeftovers`. */
export function temporaryPath(path: string): string {
  return join(dirname(path), `.${basename(path)}.${process.pid}-${randomBytes(6).toString("hex")}.saving`);
}

/** Removes what commands left beside a file that were killed while they saved it, its lock, or what is kept beside it. */
export function removeLeftovers(path: string): void {
  const folder = dirname(path);
  const start = `.${basename(path)}.`;
  for (const name of readdirSync(folder)) {
    const process = /^(?:lock\.|(?:sheets\.)?sheet-state\.json\.)?(\d+)-[0-9a-f]{12}\.saving$/.exec(
      name.startsWith(start) ? name.slice(start.length) : "",
    )?.[1];
    if (process !== undefined && !isRunning(Number(process))) rmSync(join(folder, name), { force: true });
  }
}

/** True when both paths lead to the same file on disk, by links too. False when one of them does not exist. */
export function isSameFile(path: string, other: string): boolean {
  if (!existsSync(path) || !existsSync(other)) return false;
  const [one, two] = [statSync(path), statSync(other)];
  return one.dev === two.dev && one.ino === two.ino;
}

function permissionsOf(path: string): number {
  return existsSync(path) ? statSync(path).mode & 0o777 : usualPermissions;
}

/** A rename is on the disk only when its folder is. Not every system can do this; those that cannot do without. */
function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, "r");
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "EISDIR" && code !== "EPERM" && code !== "EINVAL" && code !== "EACCES") throw error;
  }
}
