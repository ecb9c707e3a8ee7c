import { fileLimits } from "./opened-file";

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
  /** Where the text after it begins. */
  readonly end: number;
}

/**
 * What is wrong with a cell: its quote never ends, text follows its closing quote, a backslash stands before a quote, or it
 * holds more characters than are opened.
 */
export type CellFault = "unclosed" | "textAfterQuote" | "backslash" | "tooLong";

/** A record with a cell that cannot be read: why, and where it begins. */
export interface BrokenRecord {
  readonly fault: CellFault;
  readonly position: number;
}

const delimiters = [",", ";", "\t", "|"] as const;
/** What stands between two fields: one character. */
export type Delimiter = string;

/** How many records are read to find the delimiter: titles may stand above a table. */
const recordsToGuessFrom = 10;
/** Blank ones included, which tell nothing. */
const mostRecordsRead = 1_000;

/**
 * Returns the delimiter of a csv: the one that splits most of the first records into most fields, as many in each. A comma if
 * none does.
 */
export function guessDelimiter(text: string): Delimiter {
  let best: Delimiter = ",";
  let most = 0;
  for (const delimiter of delimiters) {
    const counts = fieldCounts(text, delimiter);
    const weights = counts.map((count) => (count - 1) * counts.filter((other) => other === count).length);
    const weight = Math.max(0, ...weights);
    if (weight > most) [best, most] = [delimiter, weight];
  }
  return best;
}

/**
 * A table of which a program has put each whole line into quotes, without those; null for any other. Such a text has one
 * meaning only: every record is a single quoted field, and the first one holds at least three delimiters.
 */
export function withoutLineQuotes(text: string): string | null {
  if (!text.startsWith('"')) return null;
  let inner = "";
  for (let position = 0; position < text.length; ) {
    const record = readRecord(text, position, ",");
    if ("fault" in record || record.fields.length !== 1) return null;
    const [{ raw, text: line } = { raw: "", text: "" }] = record.fields;
    if (raw !== "" && !raw.startsWith('"')) return null;
    if (position === 0 && !delimiters.some((delimiter) => line.split(delimiter).length > 3)) return null;
    inner += line + record.lineEnd;
    position = record.end;
  }
  return inner;
}

/**
 * True for a record that is one text under headers of many columns, since another sign stands between its cells: as many of
 * it as there are delimiters in the header.
 */
export function isSplitOtherwise(texts: readonly string[], columns: number, delimiter: Delimiter): boolean {
  const [first = "", ...others] = texts;
  if (columns < 4 || others.some((text) => text !== "")) return false;
  return delimiters.some((other) => other !== delimiter && first.split(other).length >= columns);
}

function fieldCounts(text: string, delimiter: Delimiter): number[] {
  const counts: number[] = [];
  let position = 0;
  for (let read = 0; read < mostRecordsRead && counts.length < recordsToGuessFrom; read++) {
    const record = readRecord(text, position, delimiter);
    if (position >= text.length || "fault" in record) break;
    if (record.fields.some((field) => field.text !== "")) counts.push(record.fields.length);
    position = record.end;
  }
  return counts;
}

/**
 * Reads the record that begins at `start`, as RFC 4180 has it, and keeps every byte: its text is exactly all `raw`s with the
 * delimiter between them and the line end. A quote inside an unquoted field is a plain character. Blanks around a quoted field
 * do not belong to it, since a delimiter inside such quotes has one meaning only. Everything else that is wrong with quotes
 * can be read in two ways, so it is a fault. (papaparse reads such files without a word.)
 *
 * A record of more columns than are opened ends one column beyond: a line of 20 MB would take a gigabyte.
 */
export function readRecord(text: string, start: number, delimiter: Delimiter): CsvRecord | BrokenRecord {
  const { maxColumns, maxCellCharacters } = fileLimits;
  const fields: CsvField[] = [];
  let backslash = -1;
  for (let position = start; ; position++) {
    const open = afterBlanks(text, position, delimiter);
    let from = position;
    if (text[open] === '"') {
      const close = closingQuote(text, open);
      if (close < 0) return { fault: "unclosed", position: open };
      if (close - open > maxCellCharacters) return { fault: "tooLong", position: open };
      from = afterBlanks(text, close + 1, delimiter);
      if (!isFieldEnd(text, from, delimiter)) {
        return { fault: text[close - 1] === "\\" ? "backslash" : "textAfterQuote", position: open };
      }
      if (text[close - 1] === "\\" && close - 1 > open) backslash = open;
      const inner = text.slice(open + 1, close);
      const meant = inner.includes('"') ? inner.replaceAll('""', '"') : inner;
      fields.push({ raw: text.slice(position, from), text: meant });
    } else {
      while (!isFieldEnd(text, from, delimiter)) from++;
      if (from - position > maxCellCharacters) return { fault: "tooLong", position };
      const raw = text.slice(position, from);
      fields.push({ raw, text: raw });
      // `"12\" pipe,x"` ends after its backslash only by the letter: the stray quote says that it was meant to go on.
      if (backslash >= 0 && raw.includes('"')) return { fault: "backslash", position: backslash };
    }
    position = from;
    if (fields.length > maxColumns) return { fields, lineEnd: "", end: position };
    if (text[position] === delimiter) continue;
    const lineEnd = text.startsWith("\r\n", position) ? "\r\n" : text.slice(position, position + 1);
    return { fields, lineEnd, end: position + lineEnd.length };
  }
}

/** The field as it has to stand in the file to mean `text`. Outer blanks are quoted, since some programs cut them off. */
export function encodeField(text: string, delimiter: Delimiter): string {
  const plain = !text.includes(delimiter) && !/["\r\n]|^\s|\s$/.test(text);
  return plain ? text : `"${text.replaceAll('"', '""')}"`;
}

/** Returns the 1-based number of the line on which `position` lies. */
export function lineNumberAt(text: string, position: number): number {
  return text.slice(0, position).split(/\r\n|\r|\n/).length;
}

function isFieldEnd(text: string, position: number, delimiter: Delimiter): boolean {
  const character = text[position];
  return character === undefined || character === delimiter || character === "\n" || character === "\r";
}

/** The first place from `position` on that holds no space or tab; a delimiter is none of these. */
function afterBlanks(text: string, position: number, delimiter: Delimiter): number {
  let place = position;
  while (text[place] !== delimiter && (text[place] === " " || text[place] === "\t")) place++;
  return place;
}

/** The place of the quote that closes the one at `position`; -1 if there is none. */
function closingQuote(text: string, position: number): number {
  let place = text.indexOf('"', position + 1);
  while (place >= 0 && text[place + 1] === '"') place = text.indexOf('"', place + 2);
  return place;
}
