// What a build was made from, so that it is made again only when that has changed.
import { createHash } from "node:crypto";
import { readdir, readFile, rm, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import { writeWhole } from "./write-whole.mjs";

/** Files and folders that the build reads; what comes from packages changes with the lock file. */
const sources = ["src", "local", "scripts", "appsscript.json", "package.json", "package-lock.json"];
const built = "local/built";
/** Temporary files of builds that were killed are removed after so long; no build takes a tenth of it. */
const leftoverMs = 600_000;

/** A text that is the same as long as no source was added, changed or removed. */
export async function sourcesState(root) {
  const hash = createHash("sha256").update(process.version);
  for (const source of sources) await addTo(hash, root, join(root, source));
  return hash.digest("hex");
}

/** True if the last build was made from sources in that state, and all that it made is still there. */
export async function isUpToDate(root, state) {
  try {
    const last = JSON.parse(await readFile(stateFile(root), "utf8"));
    const made = await Promise.all(last.files.map((file) => stat(join(root, file))));
    return last.state === state && made.every((about) => about.isFile());
  } catch {
    return false;
  }
}

/** Notes what was built, and removes what earlier builds made and this one does not. */
export async function remember(root, state, paths) {
  const files = paths.map((path) => relative(root, path));
  await writeWhole(stateFile(root), JSON.stringify({ state, files }));
  const kept = new Set([...files, relative(root, stateFile(root))].map((file) => join(root, file)));
  for (const folder of ["dist", built]) await removeOthers(join(root, folder), kept);
}

function stateFile(root) {
  return join(root, built, "state.json");
}

async function addTo(hash, root, path) {
  if (path === join(root, built)) return;
  const about = await stat(path);
  if (!about.isDirectory()) {
    hash.update(`${relative(root, path)} ${about.size} ${about.mtimeMs}\n`);
    return;
  }
  for (const name of (await readdir(path)).sort()) await addTo(hash, root, join(path, name));
}

async function removeOthers(folder, kept) {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await removeOthers(path, kept);
    else if (!kept.has(path) && (await isLeftover(entry.name, path))) await rm(path, { force: true });
  }
}

/** A temporary file may belong to a build that is still at work. */
async function isLeftover(name, path) {
  if (!name.endsWith(".building")) return true;
  const about = await stat(path).catch(() => null);
  return about !== null && Date.now() - about.mtimeMs > leftoverMs;
}
