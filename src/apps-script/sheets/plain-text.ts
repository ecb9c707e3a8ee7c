type Range = GoogleAppsScript.Spreadsheet.Range;

/**
 * Makes cells plain text. False if Sheets does not let this happen for all of them: a typed column of a Table takes no format
 * of its own, and no service tells of Tables, so only the refusal shows it. Its text may come in any language. So a format
 * that is refused again, in cells that the user may edit, counts as refused by a typed column.
 *
 * @throws Whatever was refused for another reason, such as a protected cell.
 */
export function makePlainText(ranges: readonly Range[]): boolean {
  // What waits fails by itself, and not as if the format had failed.
  SpreadsheetApp.flush();
  try {
    format(ranges);
    return true;
  } catch {
    // One by one, so that a typed column keeps no other from its format.
    return ranges.map(isFormatted).every(Boolean);
  }
}

function format(ranges: readonly Range[]): void {
  for (const range of ranges) range.setNumberFormat("@");
  SpreadsheetApp.flush();
}

function isFormatted(range: Range): boolean {
  try {
    format([range]);
    return true;
  } catch (thrown) {
    if (!range.canEdit()) throw thrown;
    return false;
  }
}

/** The texts as cells that are no plain text keep them: after an apostrophe, which Sheets takes for "this is text". */
export function guardedTexts(range: Range, texts: readonly (readonly string[])[]): string[][] {
  const formats = range.getNumberFormats();
  return texts.map((line, rowIndex) =>
    line.map((text, columnIndex) =>
      text === "" || formats[rowIndex]?.[columnIndex] === "@" ? text : `'${text}`,
    ),
  );
}
