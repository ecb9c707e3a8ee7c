import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** The project's folder. */
export const projectFolder = join(__dirname, "..");

/** The documents for readers, as paths from the project's folder. */
export const documents: readonly string[] = [
  ...["README.md", "ARCHITECTURE.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md"],
  ...filesUnder("docs").filter((path) => path.endsWith(".md")),
];

/** The text of one file of the project. */
export function textOf(path: string): string {
  return readFileSync(join(projectFolder, path), "utf8");
}

/** The commands in a document's shell blocks, one by one, without comments and leading settings of the environment. */
export function commandsOf(document: string): string[] {
  const blocks = [...textOf(document).matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block = ""]) => block);
  return blocks
    .flatMap((block) => block.split("\n"))
    .map((line) => line.replace(/#.*$/, ""))
    .flatMap((line) => line.split("&&"))
    .map((command) => command.trim().replace(/^([A-Z_]+=\S+ )+/, ""))
    .filter((command) => command !== "");
}

/** What a document links to or shows that is not there: a file, or a heading of one. */
export function brokenLinks(document: string): string[] {
  const targets = [...textOf(document).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target);
  return targets.filter((target) => {
    if (/^https?:/.test(target)) return false;
    const [path = "", heading] = target.split("#");
    const file = path === "" ? document : join(dirname(document), path);
    if (!existsSync(resolve(projectFolder, file))) return true;
    return heading !== undefined && !headingsOf(file).includes(heading);
  });
}

/** A document's headings as GitHub names them in links. */
function headingsOf(document: string): string[] {
  return [...textOf(document).matchAll(/^#+ (.+)$/gm)].map(([, title = ""]) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

/** The product's sentences that a document quotes in curly quotes, in the parts between their "…". */
export function quotedParts(document: string): string[] {
  const quotes = [...textOf(document).matchAll(/“([^”]*)”/g)].map(([, quote = ""]) => quote);
  return quotes
    .flatMap((quote) => quote.replace(/\s+/g, " ").split("…"))
    .map((part) => part.trim())
    .filter((part) => part.length > 1);
}

/** Every file of a folder, its subfolders included, as paths from the project's folder. */
export function filesUnder(folder: string): string[] {
  const entries = readdirSync(join(projectFolder, folder), { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(projectFolder.length + 1));
}
