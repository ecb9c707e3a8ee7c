/** What a snippet works with. */
export interface Kit {
  readonly spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet;
  /** The scratch sheet; every snippet has ten rows of it to itself. */
  readonly sheet: GoogleAppsScript.Spreadsheet.Sheet;
  /** A range of the snippet's own rows; `row` and `column` count from 1. */
  range(row: number, column: number, rows?: number, columns?: number): GoogleAppsScript.Spreadsheet.Range;
  /** A sheet of the snippet's own, which is deleted after it. */
  newSheet(): GoogleAppsScript.Spreadsheet.Sheet;
  /** What the act returns, or what it throws as `{ threw: TEXT }`. */
  caught(act: () => unknown): unknown;
  /** Does the act and keeps how long it took, under this name; times are reported and never compared. */
  timed<Value>(name: string, act: () => Value): Value;
}

/** Does one thing to the platform and returns what came of it, as JSON. An exception counts as `{ threw: TEXT }`. */
export type Snippet = (kit: Kit) => unknown;

/** Snippets by name; a name says what is done. */
export type Snippets = Readonly<Record<string, Snippet>>;

/** One snippet for each item, named by it. */
export function forEachOf<Item>(
  items: readonly Item[],
  name: (item: Item) => string,
  snippet: (kit: Kit, item: Item) => unknown,
): Snippets {
  return Object.fromEntries(items.map((item) => [name(item), (kit: Kit) => snippet(kit, item)]));
}

/** A cell as the platform tells of it. */
export function seen(range: GoogleAppsScript.Spreadsheet.Range): unknown {
  const value: unknown = range.getValue();
  return {
    value: value instanceof Date ? `Date ${value.toISOString()}` : value,
    formula: range.getFormulas()[0]?.[0],
    shown: range.getDisplayValue(),
    format: range.getNumberFormat(),
  };
}
