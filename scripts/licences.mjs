// The notices that the licences of bundled packages want to be kept with every copy.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** A comment with the licence of each package that esbuild's metafile names among its inputs; empty if there is none. */
export async function licenceNotice(root, metafile) {
  const packages = Object.keys(metafile.inputs).flatMap(
    (path) => /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? [],
  );
  const notices = await Promise.all([...new Set(packages)].sort().map((name) => noticeOf(root, name)));
  return notices.join("\n");
}

async function noticeOf(root, name) {
  const folder = join(root, "node_modules", name);
  const { version } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  if (file === undefined) throw new Error(`${name} is bundled and has no licence to be kept with it.`);
  const text = await readFile(join(folder, file), "utf8");
  return `/* ${name} ${version}\n${text.trim().replaceAll("*/", "* /")}\n*/`;
}
