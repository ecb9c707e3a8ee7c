import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The project's folder. */
export const root = join(__dirname, "../..");

/** The text of a file that `npm run build` makes; `npm test` builds before it runs these tests. */
export function builtFile(name: string): string {
  return readFileSync(join(root, "dist", name), "utf8");
}

/** The names that src/main.ts exports, read from its text. */
export function exportedNames(): string[] {
  const source = readFileSync(join(root, "src/main.ts"), "utf8");
  return [...source.matchAll(/^export (?:async )?(?:function|const|class) (\w+)/gm)]
    .map(([, name = ""]) => name)
    .sort();
}
