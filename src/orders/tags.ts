/** The tags in a cell: separated by commas, trimmed; blanks and repeated ones dropped. */
export function parseTags(text: string): string[] {
  const tags = text.split(",").map((tag) => tag.trim());
  return [...new Set(tags)].filter((tag) => tag !== "");
}
