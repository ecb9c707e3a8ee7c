/*
 * How a text stands in a csv that this program writes, and how it is read back. Two things need an escape: a text that a
 * spreadsheet program takes for a formula, and characters that a text file cannot hold. Both ways fit each other:
 * reading gives exactly what was written.
 */

/** What makes a spreadsheet program compute a cell. The wide forms are for Excel in East Asia. */
const formulaStart = "=+\\-@\\t\\r\\n＝＋－＠";
/** A text that has to be escaped, or would lose an apostrophe of its own when it is read. */
const needsApostrophe = new RegExp(`^(?:'*[${formulaStart}]|'+\\d)`);
/** An apostrophe that is no part of the text: Excel's and Sheets' own sign for "this is text". */
const hasApostrophe = new RegExp(`^'(?='*[${formulaStart}\\d])`);

/** NUL and halves of surrogate pairs; an underscore that would begin such a code of itself. */
const unwritable = /\p{Surrogate}|\0|_(?=x(?:0000|005F|D[89A-F][0-9A-F]{2})_)/gu;
const written = /_x(0000|005F|D[89A-F][0-9A-F]{2})_/g;

/**
 * Returns the text to write for `text`: with an apostrophe before what would be a formula, and with `_xHHHH_`, as workbooks
 * have it, for a character that no text file holds.
 */
export function escapeCsvText(text: string): string {
  const coded = text.replace(unwritable, (character) => `_x${hex4(character)}_`);
  return needsApostrophe.test(coded) ? `'${coded}` : coded;
}

/** Returns what a text of a csv means. A name such as `'s-Hertogenbosch` keeps its apostrophe. */
export function unescapeCsvText(text: string): string {
  const plain = text.startsWith("'") ? text.replace(hasApostrophe, "") : text;
  return plain.includes("_x")
    ? plain.replace(written, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : plain;
}

function hex4(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
}
