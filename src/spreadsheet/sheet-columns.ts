import type { PropertiesPort } from "../journal/journal-store";
import { type Columns, mapColumns } from "../orders/columns";
import { knownTables } from "../orders/columns/known-tables";
import { applyMapping, type ColumnMapping, readMapping, writeMapping } from "../orders/columns/mapping";
import { proposeForSheet } from "../orders/columns/proposal";
import { understandSheet, unreadArticleColumns } from "../orders/columns/understand-sheet";
import { withOwnStatusNames } from "../orders/rows/foreign-cells";
import { similarHeaders } from "../orders/similar-headers";
import { RunError } from "../ports/run-error";
import { rowsBelowHeader } from "../sheet/read-orders";
import type { SheetMemory } from "../sheet/sheet-memory";
import { isPrepared } from "./prepare-sheet";

const prefix = "bitbybit.columns.";

/** What is known of a sheet's columns besides the sheet itself. */
export function sheetMemory(properties: Readonly<Record<string, string>>, sheetId: number): SheetMemory {
  const text = properties[prefix + sheetId];
  const mapping = text === undefined ? null : readMapping(text);
  const isNewer = mapping === "newer";
  const others = text === undefined ? Object.entries(properties) : [];
  return {
    mapping: isNewer ? null : mapping,
    elsewhere: others
      .map(([name, other]) => (name.startsWith(prefix) ? readMapping(other) : null))
      .filter((one) => one !== null && one !== "newer"),
    isNewer,
    isPrepared: isPrepared(properties, sheetId),
  };
}

/** Defaults that mean the same in every sheet. A city or a tag need not. */
const commonDefaults: readonly string[] = ["quantity", "country"];

/**
 * What was confirmed of a sheet; if nothing was, of others whose headers are the same, as those of each day's sheet are. Null
 * if these do not agree, rest on what stands for all rows of their own sheet, or leave out a column that holds articles here.
 */
export function confirmedFor(
  display: readonly (readonly string[])[],
  { mapping, elsewhere }: SheetMemory,
): ColumnMapping | null {
  if (mapping !== null || elsewhere.length === 0 || understandSheet(display).kind !== "ask") return mapping;
  const same = elsewhere.filter((one) => {
    const columns = applyMapping(one, display);
    return columns !== null && unreadArticleColumns(display, columns).length === 0;
  });
  const said = new Set(same.map(({ fields, defaults }) => JSON.stringify([fields, defaults])));
  const [first] = same;
  const isOfAnySheet =
    said.size === 1 && Object.keys(first?.defaults ?? {}).every((field) => commonDefaults.includes(field));
  return first && isOfAnySheet ? first : null;
}

/** Keeps what the user has confirmed of a sheet's columns. False when it could not be kept. */
export function saveMapping(properties: PropertiesPort, sheetId: number, mapping: ColumnMapping): boolean {
  return properties.write({ [prefix + sheetId]: writeMapping(mapping) });
}

/**
 * For whatever reads or replaces what was confirmed of a sheet.
 * @throws RunError `newerColumns` when a newer version of the add-on kept it.
 */
export function refuseNewer({ isNewer }: SheetMemory): void {
  if (isNewer) throw new RunError({ code: "newerColumns" });
}

/**
 * The columns of a sheet, by what the user has confirmed or by their names. A status column that is the user's own is left
 * to them: the add-on's get names of their own then.
 * @throws RunError `headers` or `askColumns` when the user has to be asked, `newerColumns` as {@link refuseNewer}.
 */
export function columnsOf(display: readonly (readonly string[])[], memory: SheetMemory): Columns {
  refuseNewer(memory);
  const mapping = confirmedFor(display, memory);
  const understood = understandSheet(display, { mapping });
  if (understood.kind !== "ready") {
    const headerRow = display[0] ?? [];
    const map = mapColumns(headerRow);
    // Headers in other words have only to be confirmed: none is missing.
    if (map.ok || mapping !== null || proposeForSheet(display, knownTables())?.missing.length === 0)
      throw new RunError({
        code: "askColumns",
        because: understood.kind === "ask" ? understood.because : "new",
      });
    throw new RunError({
      code: "headers",
      problems: map.problems,
      similar: similarHeaders(headerRow),
      isEmpty: understood.kind === "empty",
    });
  }
  const { columns } = understood;
  const rows = rowsBelowHeader(display, display, columns.headerRowNumber);
  return withOwnStatusNames(rows, columns, memory.isPrepared);
}
