import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import * as z from "zod/mini";

/** What `npm run build` made, as it would be pushed to Google. */
export interface BuiltAddOn {
  code: string;
  /** By name without extension. */
  htmlFiles: Record<string, string>;
  /** The addresses that the manifest lets the add-on call. */
  urlFetchWhitelist: string[];
}

const manifest = z.object({ urlFetchWhitelist: z.array(z.string()) });

/** Reads the built add-on; throws an Error with one sentence if it is not there. */
export function readBuiltAddOn(folder: string): BuiltAddOn {
  const code = join(folder, "Code.js");
  if (!existsSync(code)) throw new Error("The add-on is not built; run npm run build");
  const pages = readdirSync(folder).filter((file) => file.endsWith(".html"));
  return {
    code: readFileSync(code, "utf8"),
    htmlFiles: Object.fromEntries(
      pages.map((file) => [basename(file, ".html"), readFileSync(join(folder, file), "utf8")]),
    ),
    urlFetchWhitelist: manifest.parse(JSON.parse(readFileSync(join(folder, "appsscript.json"), "utf8")))
      .urlFetchWhitelist,
  };
}
