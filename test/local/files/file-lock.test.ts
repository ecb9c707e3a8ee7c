import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type LockSurroundings, lockFile, lockPath } from "../../../local/files/file-lock";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "file-lock-"));
  path = join(folder, "orders.result.csv");
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A command on the computer "here", where the processes 1 and 2 run. */
const here = (process: number, change: LockSurroundings = {}): LockSurroundings => ({
  process,
  host: "here",
  isRunning: (id) => id === 1 || id === 2,
  ...change,
});

function taken(surroundings: LockSurroundings): () => void {
  const lock = lockFile(path, surroundings);
  if (!lock.ok) throw new Error(lock.message);
  return lock.release;
}

function refusal(surroundings: LockSurroundings): string {
  const lock = lockFile(path, surroundings);
  return lock.ok ? "taken" : lock.message;
}

const holder = () => JSON.parse(readFileSync(lockPath(path), "utf8"));

describe("the lock of a file", () => {
  test("keeps a second command away until the first has ended, and leaves nothing behind", () => {
    const release = taken(here(1));
    expect(refusal(here(2))).toMatch(
      /^Another command works on orders\.result\.csv \(process 1, since [\d-]+ [\d:]+ UTC\); wait until it has ended$/,
    );
    release();
    taken(here(2))();
    expect(readdirSync(folder)).toEqual([]);
  });

  test("of a process that is gone is taken over", () => {
    taken(here(3));
    taken(here(1));
    expect(holder()).toMatchObject({ process: 1, host: "here" });
  });

  test("of another computer is not, but by force", () => {
    taken(here(3, { host: "elsewhere" }));
    expect(refusal(here(1))).toMatch(
      /on the computer elsewhere\); wait until it has ended, or, if it was broken off there, add --force$/,
    );
    taken(here(1, { force: true }));
    expect(holder().host).toBe("here");
  });

  test("of a command that runs here is not taken by force either", () => {
    taken(here(1));
    expect(refusal(here(2, { force: true }))).toMatch("wait until it has ended");
  });

  test.each(["", "{", '{"process":"1"}'])("that reads %j is taken by force alone", (text) => {
    writeFileSync(lockPath(path), text);
    expect(refusal(here(1))).toBe(
      "orders.result.csv.lock cannot be read; if no other command works on orders.result.csv, add --force",
    );
    taken(here(1, { force: true }));
  });

  test("is given back by its own command alone", () => {
    const release = taken(here(3));
    taken(here(1));
    release();
    expect(existsSync(lockPath(path))).toBe(true);
  });

  test("says what the folder says when it cannot be made", () => {
    expect(() => lockFile(join(folder, "none", "a.csv"))).toThrow("ENOENT");
  });
});
