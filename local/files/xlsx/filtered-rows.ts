import { type Box, boxHolds, parseA1 } from "../../runtime/model/a1";
import type { Filter } from "../../runtime/model/sheet-rules";
import { attribute, startTagAt } from "./xml";
import { XmlPart } from "./xml-part";

/**
 * Returns the filter of a sheet with the rows that it hides; null if there is none. A file marks rows hidden by a filter and
 * rows hidden by hand alike: a filter can only hide rows of its own range. A table has a filter of its own, in its own part;
 * without a condition it hides nothing. `filterMode` says that rows are filtered, by an advanced filter perhaps, which
 * leaves no range behind (ECMA-376 part 1, CT_AutoFilter, CT_Table, CT_SheetPr).
 */
export function filteredRows(
  sheet: XmlPart,
  tables: readonly string[],
  hidden: readonly number[],
): Filter | null {
  const own = boxOf(sheet.child("autoFilter"));
  const boxes = [own, ...tables.map(filterOfTable)].filter((box) => box !== null);
  const byRange = hidden.filter((row) =>
    boxes.some((box) => row > box.row && boxHolds(box, row, box.column)),
  );
  const properties = sheet.child("sheetPr");
  const mode = properties === null ? null : attribute(startTagAt(properties, 0).attributes, "filterMode");
  const isFiltered = mode === "1" || mode === "true";
  const hiddenRows = new Set(isFiltered && boxes.length === 0 ? hidden : byRange);
  const [box = null] = boxes;
  if (box !== null) return { box, hiddenRows };
  if (hiddenRows.size === 0) return null;
  return { box: { row: 1, column: 1, rows: Math.max(...hidden), columns: 1 }, hiddenRows };
}

/** The range of a table's filter, if it has a condition. */
function filterOfTable(xml: string): Box | null {
  const filter = new XmlPart(xml).child("autoFilter");
  return filter !== null && /<(?:[\w.-]+:)?filterColumn[\s>]/.test(filter) ? boxOf(filter) : null;
}

function boxOf(filter: string | null): Box | null {
  const reference = filter === null ? null : attribute(startTagAt(filter, 0).attributes, "ref");
  return reference === null ? null : parseA1(reference, 1_048_576, 16_384);
}
