import { extname } from "node:path";

/** The kinds of file that hold a sheet, by extension. */
export const fileTypes = [".csv", ".xlsx"] as const;
export type FileType = (typeof fileTypes)[number];

/** What some programs call a csv: marketplaces' reports are split by tabs and end so. */
const otherNames: ReadonlySet<string> = new Set([".tsv", ".tab", ".txt"]);

/** The kind of a file by its name, letter case aside; null for any other. */
export function fileTypeOf(path: string): FileType | null {
  const extension = extname(path).toLowerCase();
  if (otherNames.has(extension)) return ".csv";
  return fileTypes.find((type) => type === extension) ?? null;
}
