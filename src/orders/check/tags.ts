/** The tags in a cell: separated by commas, semicolons (of other scripts too) or line breaks, trimmed; blanks and repeated ones dropped. */
export function parseTags(text: string): string[] {
  const tags = text.split(/[,;\n，；、]/).map((tag) => tag.trim());
  return [...new Set(tags)].filter((tag) => tag !== "");
}
