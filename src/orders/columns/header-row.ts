import { fieldOf, isStatusHeader, mapColumns } from "../columns";
import type { Field } from "../field";
import { otherParty, plainHeader } from "./header-form";
import type { HeaderTables } from "./header-index";
import { headerWords } from "./header-words";
import { maxHeaderRow } from "./mapping";

/** The row that holds the headers, and what each column is called. */
export interface HeaderRow {
  /** Counted from 1; of two rows of headers the lower one. */
  rowNumber: number;
  /** What each column is called, from column A on; of two rows both names if they belong together. */
  texts: readonly string[];
  /** True if group titles stand in the row above. */
  hasGroupTitles: boolean;
}

/** Fewer known headers make no header row. */
const minKnown = 3;

/** A longer text is no header. */
const maxHeaderLength = 80;

/**
 * Finds the header row among the first rows of a sheet as displayed: row 1 if its names are the add-on's, else the row with
 * the most headers that any table knows, alone or under a row of group titles. Null if no row has enough of them.
 */
export function findHeaderRow(
  display: readonly (readonly string[])[],
  tables: HeaderTables,
): HeaderRow | null {
  const first = display[0] ?? [];
  if (mapColumns(first).ok) return { rowNumber: 1, texts: first, hasGroupTitles: false };
  let best: HeaderRow | null = null;
  let most = minKnown - 1;
  for (let index = 0; index < Math.min(display.length, maxHeaderRow); index += 1) {
    const texts = display[index] ?? [];
    const alone = countKnown(texts, tables);
    if (alone > most) {
      best = { rowNumber: index + 1, texts, hasGroupTitles: false };
      most = alone;
    }
    const above = display[index - 1];
    if (above === undefined || alone < 2) continue;
    const both = joinLevels(above, texts, tables);
    const count = both === null ? 0 : countKnown(both, tables);
    if (both === null || count <= Math.max(most, alone)) continue;
    best = { rowNumber: index + 1, texts: both, hasGroupTitles: true };
    most = count;
  }
  return best;
}

/** The header row that the user has named; null if the sheet has no such row, or it is empty. */
export function headerRowAt(
  display: readonly (readonly string[])[],
  rowNumber: number,
  tables: HeaderTables,
  hasGroupTitles = false,
): HeaderRow | null {
  const texts = display[rowNumber - 1];
  if (texts === undefined || texts.every((text) => text.trim() === "")) return null;
  const both = hasGroupTitles ? joinLevels(display[rowNumber - 2] ?? [], texts, tables) : null;
  return { rowNumber, texts: both ?? texts, hasGroupTitles: both !== null };
}

/** The field that a header is called by, in any table; the add-on's own columns are none. */
function fieldNamed(header: string, { known }: HeaderTables): Field | undefined {
  if (header === "" || header.length > maxHeaderLength || isStatusHeader(header)) return undefined;
  return fieldOf(header) ?? known.get(plainHeader(header));
}

/** The field that a header may be, by its name or by its words. */
function fieldKnown(header: string, tables: HeaderTables): Field | undefined {
  const named = fieldNamed(header, tables);
  if (named !== undefined || header.length > maxHeaderLength || isStatusHeader(header)) return named;
  return tables.byWords.get(headerWords(header));
}

/** How many different fields a row's headers stand for. */
function countKnown(texts: readonly string[], tables: HeaderTables): number {
  const fields = new Set(texts.map((text) => fieldKnown(text.trim(), tables)));
  fields.delete(undefined);
  return fields.size;
}

/**
 * Two rows of headers as one: a title reaches over the blank cells right of it, as a merged cell does, and goes before or
 * behind the name below it if that makes a known header. Null if the upper row holds no title over more than one column.
 */
function joinLevels(
  above: readonly string[],
  below: readonly string[],
  tables: HeaderTables,
): string[] | null {
  let title = "";
  let isWide = false;
  const width = Math.max(above.length, below.length);
  const joined: string[] = [];
  for (let index = 0; index < width; index += 1) {
    const own = (above[index] ?? "").trim();
    const name = (below[index] ?? "").trim();
    if (own !== "") title = own;
    else if (name !== "" && title !== "") isWide = true;
    if (name === "") {
      joined.push(own);
      continue;
    }
    const both = [`${title} ${name}`, `${name} ${title}`];
    const titled =
      both.find((text) => fieldNamed(text, tables)) ??
      (fieldNamed(name, tables) ? undefined : both.find((text) => fieldKnown(text, tables)));
    if (title !== "" && titled !== undefined) joined.push(titled);
    else joined.push(otherParty.test(title) ? `${title} ${name}` : name);
  }
  return isWide ? joined : null;
}
