import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { basename } from "node:path";
import * as z from "zod/mini";
import type { Language } from "../../src/endpoints/settings";
import { isRunning } from "./process-state";
import { temporaryPath } from "./save-file";
import { fileWords, type Saying } from "./words/file-words";

/** Who works on a file, as it stands in the lock beside it. */
const holderShape = z.object({
  process: z.int(),
  host: z.string(),
  /** When the work began, in ISO 8601. */
  since: z.string(),
});
type Holder = z.infer<typeof holderShape>;

/** A lock that was had, or one sentence that says who has it and what to do. */
export type LockResult = { ok: true; release: () => void } | { ok: false; message: string };

/** What surrounds a lock; each has a default. */
export interface LockSurroundings {
  /** Takes a lock of another machine, or one that cannot be read. @default false */
  readonly force?: boolean;
  /** @default "en" */
  readonly language?: Language;
  /** @default this process */
  readonly process?: number;
  /** @default this machine's name */
  readonly host?: string;
  /** Tells if a process of this machine runs. @default asks the system */
  readonly isRunning?: (processId: number) => boolean;
}

/** The name of the lock of a file. */
export function lockPath(path: string): string {
  return `${path}.lock`;
}

/**
 * Takes the lock of a file, so that no second command works on it meanwhile: both would make the same orders. A lock whose
 * process is gone is taken over. That of another machine is not, since nothing here can tell if its process is gone.
 * @throws what the file system says, such as that the folder cannot be written.
 */
export function lockFile(path: string, surroundings: LockSurroundings = {}): LockResult {
  const { force = false, process: own = process.pid, host = hostname(), language = "en" } = surroundings;
  const runs = surroundings.isRunning ?? isRunning;
  const lock = lockPath(path);
  const text = JSON.stringify({ process: own, host, since: new Date().toISOString() } satisfies Holder);
  for (;;) {
    if (created(lock, text)) {
      return { ok: true, release: () => removeOwn(lock, text) };
    }
    const found = textOf(lock);
    if (found === null) continue;
    const holder = holderOf(found);
    const isGone = holder !== null && holder.host === host && !runs(holder.process);
    const isForced = force && (holder === null || holder.host !== host);
    if (!isGone && !isForced) return { ok: false, message: refusal(path, holder, host)(fileWords(language)) };
    takeAway(lock, found);
  }
}

/**
 * Makes the lock, unless there is one. It comes into being with its text in it, by a link: whoever finds it must be able to read
 * whose it is. Disks without links (FAT) get it in two steps.
 */
function created(lock: string, text: string): boolean {
  const whole = temporaryPath(lock);
  writeFileSync(whole, text, { flag: "wx", mode: 0o600 });
  try {
    linkSync(whole, lock);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") return false;
    if (code !== "EPERM" && code !== "ENOTSUP" && code !== "ENOSYS") throw error;
    return createdInSteps(lock, text);
  } finally {
    rmSync(whole, { force: true });
  }
}

function createdInSteps(lock: string, text: string): boolean {
  try {
    writeFileSync(lock, text, { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/**
 * Removes a lock that was read as `text`. By a rename, which one command alone can do: of two that find the same old lock the
 * second must not remove the first one's new one. If that happened all the same, it is put back.
 */
function takeAway(lock: string, text: string): void {
  const aside = temporaryPath(lock);
  try {
    renameSync(lock, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
    throw error;
  }
  try {
    if (textOf(aside) !== text) linkSync(aside, lock);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function removeOwn(lock: string, text: string): void {
  if (textOf(lock) === text) rmSync(lock, { force: true });
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

function holderOf(text: string): Holder | null {
  try {
    const parsed = holderShape.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function refusal(path: string, holder: Holder | null, host: string): Saying {
  const [file = "", lock = ""] = [path, lockPath(path)].map((name) => basename(name));
  if (holder === null) return (words) => words.lockUnreadable(lock, file);
  const since = holder.since.slice(0, 16).replace("T", " ");
  return (words) => words.locked(file, holder.process, since, holder.host === host ? null : holder.host);
}
