/** One field: as it stands in the file, and what it means. */
export interface CsvField {
  /** With its quotes, if it has any. */
  readonly raw: string;
  readonly text: string;
}

/** One record with the line end after it ("" at the end of a file that has none there). */
export interface CsvRecord {
  readonly fields: readonly CsvField[];
  readonly lineEnd: string;
}

/** The records of a csv, or the line on which a quoted field begins that never ends. */
export type CsvRecords = { ok: true; records: CsvRecord[] } | { ok: false; lineNumber: number };

const delimiters = [",", ";", "\t"] as const;
export type Delimiter = (typeof delimiters)[number];

/**
 * Which delimiter a csv uses: the one that splits its first record into most fields. A comma where none does.
 */
export function guessDelimiter(text: string): Delimiter {
  let best: Delimiter = ",";
  let most = 1;
  for (const delimiter of delimiters) {
    const fields = readRecord(text, 0, delimiter)?.record.fields.length ?? 0;
    if (fields > most) [best, most] = [delimiter, fields];
  }
  return best;
}

/**
 * Splits a csv into records and fields as RFC 4180 does, and keeps every byte: the text is exactly all `raw`s with the
 * delimiter between them and the line ends. Line ends may be mixed. A quote inside an unquoted field is a plain character, and
 * so is text after a closing quote. (papaparse gives the meaning of fields, but not the text they stood as.)
 */
export function splitCsv(text: string, delimiter: Delimiter): CsvRecords {
  const records: CsvRecord[] = [];
  let position = 0;
  while (position < text.length) {
    const read = readRecord(text, position, delimiter);
    if (read === null) return { ok: false, lineNumber: lineNumberAt(text, position) };
    records.push(read.record);
    position = read.end;
  }
  return { ok: true, records };
}

/** The field as it has to stand in the file to mean `text`. */
export function encodeField(text: string, delimiter: Delimiter): string {
  const plain = !text.includes(delimiter) && !/["\r\n]/.test(text);
  return plain ? text : `"${text.replaceAll('"', '""')}"`;
}

function readRecord(
  text: string,
  start: number,
  delimiter: Delimiter,
): { record: CsvRecord; end: number } | null {
  const fields: CsvField[] = [];
  for (let position = start; ; position++) {
    const end = fieldEnd(text, position, delimiter);
    if (end === null) return null;
    fields.push(fieldOf(text.slice(position, end)));
    position = end;
    if (text[position] === delimiter) continue;
    const lineEnd = text.startsWith("\r\n", position) ? "\r\n" : text.slice(position, position + 1);
    return { record: { fields, lineEnd }, end: position + lineEnd.length };
  }
}

/** Where the field that begins at `position` ends; null when its quote is never closed. */
function fieldEnd(text: string, position: number, delimiter: Delimiter): number | null {
  let from = position;
  if (text[position] === '"') {
    from = closingQuote(text, position) + 1;
    if (from === 0) return null;
  }
  let end = from;
  while (end < text.length) {
    const character = text[end];
    if (character === delimiter || character === "\n" || character === "\r") break;
    end++;
  }
  return end;
}

/** The place of the quote that closes the one at `position`; -1 when there is none. */
function closingQuote(text: string, position: number): number {
  let place = text.indexOf('"', position + 1);
  while (place >= 0 && text[place + 1] === '"') place = text.indexOf('"', place + 2);
  return place;
}

function fieldOf(raw: string): CsvField {
  if (!raw.startsWith('"')) return { raw, text: raw };
  const close = closingQuote(raw, 0);
  return { raw, text: raw.slice(1, close).replaceAll('""', '"') + raw.slice(close + 1) };
}

function lineNumberAt(text: string, position: number): number {
  return text.slice(0, position).split(/\r\n|\r|\n/).length;
}
