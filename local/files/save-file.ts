import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/**
 * Writes a file so that whoever looks, and whenever the program is ended, finds the old content or the new one, never a
 * part: into a temporary file in the same folder, to the disk, then renamed. Throws what the file system says.
 */
export function saveFile(path: string, bytes: Buffer): void {
  const folder = dirname(path);
  const temporary = join(folder, `.${basename(path)}.${process.pid}.saving`);
  try {
    const file = openSync(temporary, "w", permissionsOf(path));
    try {
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

/** True when both paths lead to the same file on disk, by links too. False when one of them does not exist. */
export function isSameFile(path: string, other: string): boolean {
  if (!existsSync(path) || !existsSync(other)) return false;
  const [one, two] = [statSync(path), statSync(other)];
  return one.dev === two.dev && one.ino === two.ino;
}

/** Sheets hold customers' addresses, so a new file can be read by its owner alone only if the old one was like that. */
function permissionsOf(path: string): number {
  return existsSync(path) ? statSync(path).mode & 0o777 : 0o666;
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
