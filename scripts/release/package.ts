import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { buildName, distFiles, versionOf } from "./build-name";
import { optionsOf, runCommand, say } from "./command";

const usage = `npm run package

Builds the add-on and puts it into release/bitbybit-orders-VERSION.zip, with the steps by which somebody without Node
pastes it into the script editor. The same sources make the same bytes.

  --help  this text`;

/** npm runs every command in the project's folder. */
const root = process.cwd();

/** Zip files keep a local time without a zone; the first that they can keep, always, so that bytes depend on content alone. */
const noTime = new Date(1980, 0, 1);

runCommand(() => {
  if (optionsOf("package", { help: { type: "boolean" } }).help) return say(usage);
  const version = versionOf(root);
  const files = distFiles(root);
  const name = buildName(version, files);
  const instructions = readFileSync(join(root, "docs/installing-by-hand.md"), "utf8");
  const parts: Record<string, Uint8Array> = {
    "INSTALL.txt": strToU8(`${name}\n\n${instructions}`),
    "LICENSE.txt": readFileSync(join(root, "LICENSE")),
  };
  // The script editor calls a script file .gs and makes a Code.gs by itself.
  for (const file of files) parts[file.name.replace(/\.js$/, ".gs")] = file.bytes;
  const path = join("release", `bitbybit-orders-${version}.zip`);
  const zip = zipSync(parts, { level: 9, mtime: noTime });
  mkdirSync(join(root, "release"), { recursive: true });
  writeFileSync(join(root, path), zip);
  say(name, ...Object.keys(parts).map((part) => `  ${part}`), `Written to ${path}, ${zip.length} bytes.`);
});
