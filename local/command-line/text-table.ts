import stringWidth from "string-width";

/** Wider cells are cut, those of the last column apart. In columns of a terminal. */
export const widestCell = 24;

/** A table as lines of text: its header, a rule, and its rows, each on one line, with the columns under each other. */
export function tableLines(header: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const last = header.length - 1;
  const table = [header, ...rows].map((row) =>
    row.map((text, column) => oneLine(text, column === last ? Number.POSITIVE_INFINITY : widestCell)),
  );
  const widths = header.map((_, column) => Math.max(...table.map((row) => stringWidth(row[column] ?? ""))));
  const lines = table.map((row) =>
    row
      .map((text, column) => text + " ".repeat(Math.max(0, (widths[column] ?? 0) - stringWidth(text))))
      .join("  ")
      .trimEnd(),
  );
  const rule = widths.map((width, column) => "─".repeat(column === last ? 7 : width));
  lines.splice(1, 0, rule.join("  "));
  return lines;
}

const characters = new Intl.Segmenter();

/** A cell's text for one line of a terminal: without line breaks and control characters, cut if it is too wide. */
export function oneLine(text: string, widest: number): string {
  const plain = text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ");
  if (stringWidth(plain) <= widest) return plain;
  let cut = "";
  for (const { segment } of characters.segment(plain)) {
    if (stringWidth(cut + segment) >= widest) break;
    cut += segment;
  }
  return `${cut}…`;
}
