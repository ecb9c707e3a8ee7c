import { type Delimiter, readRecord } from "./csv-records";

/** Below so many columns a note of several lines with a few commas in it could look like rows. */
const fewestColumns = 4;

/**
 * Tells a quoted cell over several lines that holds whole rows of the table, since its closing quote is missing and another
 * one took its place. Returns the position of that cell, or null. A note of several lines is no such cell: its lines do not have
 * the table's number of delimiters.
 */
export function swallowsRows(
  text: string,
  recordStart: number,
  delimiter: Delimiter,
  columns: number,
): number | null {
  const record = readRecord(text, recordStart, delimiter);
  if (columns < fewestColumns || "fault" in record) return null;
  let position = recordStart;
  for (const [index, { raw }] of record.fields.entries()) {
    if (/[\r\n]/.test(raw) && holdsRows(raw, index, delimiter, columns)) return position;
    position += raw.length + delimiter.length;
  }
  return null;
}

/** `index` is the cell's place in its record. */
function holdsRows(raw: string, index: number, delimiter: Delimiter, columns: number): boolean {
  const counts = raw.split(/\r\n|\r|\n/).map((line) => line.split(delimiter).length - 1);
  const [first = 0, ...others] = counts;
  const last = others.pop() ?? 0;
  const full = columns - 1;
  // Lines in the middle are whole rows; or the first line ends a row, and the last one begins another up to the same column.
  return others.includes(full) || (others.length === 0 && first === full - index && last === index);
}
