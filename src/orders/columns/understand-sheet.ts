import { type Columns, mapColumns } from "../columns";
import type { DataField } from "../field";
import { codeFields } from "../field";
import type { SimilarHeader } from "../similar-headers";
import { similarHeaders } from "../similar-headers";
import { findHeaderRow, headerRowAt } from "./header-row";
import { applyMapping, type ColumnMapping } from "./mapping";
import { type ColumnProposal, proposeColumns } from "./proposal";

/** What is known of a sheet's columns. */
export type Understanding =
  /** Its columns are known. `unread`: columns that look as if they were meant, and are not read. */
  | { kind: "ready"; columns: Columns; isConfirmed: boolean; unread: SimilarHeader[] }
  /** The user has to confirm, choose or fill in. `changed`: it was confirmed once, and its headers are others now. */
  | { kind: "ask"; because: "new" | "changed"; proposal: ColumnProposal }
  /** Nothing stands in it, or no row of the first twenty looks like headers. */
  | { kind: "unusable"; because: "empty" | "noHeaders" };

/** What is given from outside about one sheet. */
export interface Given {
  /** What was confirmed for this sheet; null for nothing. */
  mapping?: ColumnMapping | null;
  /** The row that the user has named, counted from 1. */
  headerRowNumber?: number;
}

/** Fields whose columns decide which rows are one order, and what is in it: these are never left unread without asking. */
const decisive: ReadonlySet<DataField> = new Set<DataField>(["orderRef", "quantity", ...codeFields]);

/**
 * Understands a sheet from everything that it displays, from A1 on: by what was confirmed, by the names of the add-on's table,
 * or as a proposal. Reads nothing else, and guesses nothing: what does not follow from names is asked.
 */
export function understandSheet(display: readonly (readonly string[])[], given: Given = {}): Understanding {
  if (display.every((row) => row.every((text) => text.trim() === "")))
    return { kind: "unusable", because: "empty" };
  const { mapping = null, headerRowNumber } = given;
  const confirmed = mapping === null ? null : columnsOfMapping(mapping, display);
  if (confirmed !== null) return { kind: "ready", columns: confirmed, isConfirmed: true, unread: [] };
  const headerRow =
    headerRowNumber === undefined ? findHeaderRow(display) : headerRowAt(display, headerRowNumber);
  if (headerRow === null) return { kind: "unusable", because: "noHeaders" };
  const { rowNumber, texts, hasGroupTitles } = headerRow;
  const because = mapping === null ? "new" : "changed";
  if (!hasGroupTitles && because === "new") {
    const map = mapColumns(texts, { headerRowNumber: rowNumber });
    if (map.ok) {
      const { columns, conflicts } = proposeColumns(display, headerRow, false);
      const isAsked = [...columns.filter(({ by }) => by !== "name"), ...conflicts].some(({ field }) =>
        decisive.has(field),
      );
      if (!isAsked)
        return { kind: "ready", columns: map.columns, isConfirmed: false, unread: similarHeaders(texts) };
    }
  }
  return { kind: "ask", because, proposal: proposeColumns(display, headerRow) };
}

/** The columns of a confirmed mapping; null if the sheet's headers have changed, or a needed column is gone. */
function columnsOfMapping(mapping: ColumnMapping, display: readonly (readonly string[])[]): Columns | null {
  const applied = applyMapping(mapping, display);
  if (applied.kind === "changed") return null;
  const headerRowNumber = applied.headerRow.rowNumber;
  const { data } = applied;
  const map = mapColumns(display[headerRowNumber - 1] ?? [], {
    headerRowNumber,
    data,
    defaults: mapping.defaults,
  });
  return map.ok ? map.columns : null;
}
