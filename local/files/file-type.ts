import { extname } from "node:path";

/** The kinds of file that hold a sheet, by extension. */
export const fileTypes = [".csv", ".xlsx"] as const;
export type FileType = (typeof fileTypes)[number];

/** The kind of a file by its name, letter case aside; null for any other. */
export function fileTypeOf(path: string): FileType | null {
  const extension = extname(path).toLowerCase();
  return fileTypes.find((type) => type === extension) ?? null;
}
