import type { Columns } from "../columns";
import { isOwnColumn } from "../columns";
import type { CellNotes } from "../rows/cell-notes";
import type { SheetRow } from "../rows/sheet-row";
import { cleanCode } from "../values/clean-text";
import { isPlaceholder } from "../values/placeholder";

/** Columns in which a shop tells that nothing is to be sent: by a word, or by being filled at all. */
interface ToldColumns {
  byWord: readonly number[];
  byBeingFilled: readonly number[];
}

const statusHeader = /status|state|keterangan/i;
const cancelHeader = /cancel|batal/i;

const cancelled =
  /^(?:(?:di)?batal(?:kan)?|pesanan (?:di)?batal(?:kan)?|cancell?ed|cancel|(?:fully )?refunded|void(?:ed)?|storniert|cancelado|annulée?)$/i;
const no = /^(?:no|n|none|tidak|false|0)$/i;

const known = new WeakMap<Columns, ToldColumns>();

/** Tells of a row whose shop has cancelled it, as exports and sheets that are kept by hand hold such rows too. */
export function warnOfCancelled(row: SheetRow, columns: Columns, notes: CellNotes): void {
  const told = known.get(columns) ?? toldColumns(columns);
  known.set(columns, told);
  const isCancelled = (columnIndex: number) => cancelled.test(cleanCode(row.display[columnIndex] ?? ""));
  const isFilled = (columnIndex: number) => {
    const text = cleanCode(row.display[columnIndex] ?? "");
    return text !== "" && !no.test(text) && !isPlaceholder(text);
  };
  const columnIndex = told.byWord.find(isCancelled) ?? told.byBeingFilled.find(isFilled);
  if (columnIndex !== undefined) notes.warn(row, columnIndex, null, { kind: "cancelled" });
}

/** Columns that are read as a field, and the add-on's own, tell nothing. */
function toldColumns({ data, headerRow }: Columns): ToldColumns {
  const read = new Set(Object.values(data));
  const [byWord, byBeingFilled]: [number[], number[]] = [[], []];
  headerRow.forEach((header, index) => {
    if (read.has(index) || header.length > 60 || isOwnColumn(header, headerRow)) return;
    if (cancelHeader.test(header)) byBeingFilled.push(index);
    else if (statusHeader.test(header)) byWord.push(index);
  });
  return { byWord, byBeingFilled };
}
