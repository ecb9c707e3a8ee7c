import { existsSync, realpathSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type LockResult, lockFile, lockPath } from "../files/file-lock";
import { sheetStatePath } from "../files/sheet-state";
import type { CommandOptions } from "./options";

/**
 * Takes the locks of a command: that of the file it saves, and that of the file it reads if this is the result of a command,
 * which another one may be writing, or going on with as well. Any other file may be read by as many as like.
 */
export function lockFiles({ input, output, force, language }: CommandOptions): LockResult {
  const isResult = existsSync(sheetStatePath(input)) || existsSync(lockPath(input));
  const takers = [
    ...(isResult ? [() => lockInput(realPath(input), { force, language })] : []),
    () => lockFile(realPath(output), { force, language }),
  ];
  const releases: (() => void)[] = [];
  const release = () => {
    for (const each of releases.splice(0)) each();
  };
  for (const take of takers) {
    const lock = take();
    if (!lock.ok) {
      release();
      return lock;
    }
    releases.push(lock.release);
  }
  return { ok: true, release };
}

/** The same file has the same lock, by whatever links its folder is reached. */
function realPath(path: string): string {
  return join(realpathSync(dirname(path)), basename(path));
}

/** A folder that nobody can write holds no result that another command writes. */
function lockInput(path: string, how: Pick<CommandOptions, "force" | "language">): LockResult {
  try {
    return lockFile(path, how);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EACCES" || code === "EROFS") return { ok: true, release: () => {} };
    throw error;
  }
}
