import { exactHeader } from "./header-form";

/** What stands between a title and a name. */
export const titleSign = " / ";

/**
 * By what each column of a header row is found again. Under a row of group titles it is the title and the name: two columns
 * called "Name" are told apart by what stands above them. "" for a column without a header.
 */
export function headerKeys(
  display: readonly (readonly string[])[],
  rowNumber: number,
  hasGroupTitles: boolean,
): string[] {
  const names = display[rowNumber - 1] ?? [];
  if (!hasGroupTitles) return names.map(exactHeader);
  const above = display[rowNumber - 2] ?? [];
  let title = "";
  return Array.from({ length: Math.max(names.length, above.length) }, (_, index) => {
    const own = exactHeader(above[index] ?? "");
    if (own !== "") title = own;
    const name = exactHeader(names[index] ?? "");
    return name === "" ? own : title + titleSign + name;
  });
}
