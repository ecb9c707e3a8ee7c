import { fileLimits } from "../opened-file";
import { BeyondLimit, tooMany } from "./beyond-limit";
import { attribute, elementsIn, parseElement, startTagAt, withAttribute } from "./xml";

/** One row as it stands in a file. */
export interface FileRow {
  readonly attributes: string;
  /** The cells as text, by 1-based column. */
  readonly cells: ReadonlyMap<number, string>;
}

/**
 * The rows of a sheet's `sheetData`, by row number, each kept as text until it is asked for. Rows and cells may leave out
 * their reference: then they follow the one before (ECMA-376 part 1, CT_Row and CT_Cell, attribute r).
 */
export class SheetRows {
  private readonly rows = new Map<number, string>();
  /** The last row of the file. */
  readonly last: number;
  /** True if a formula stands in one cell for others too. */
  readonly hasSharedFormulas: boolean;

  /** @throws BeyondLimit if a row lies below the last one that is opened, or there are too many. */
  constructor(sheetData: string) {
    let previous = 0;
    let last = 0;
    let count = 0;
    // One after the other: a sheet may have a million empty rows, of which most need not be kept.
    for (const { name, xml } of elementsIn(sheetData, startTagAt(sheetData, 0))) {
      if (name !== "row") continue;
      if (++count > fileLimits.maxFileRows) throw tooMany("rows", fileLimits.maxFileRows);
      const number = Number(attribute(startTagAt(xml, 0).attributes, "r") ?? previous + 1);
      if (!Number.isInteger(number) || number < 1) throw new Error("damaged row");
      previous = number;
      // An empty row far below, with a height of its own, holds nothing that could be lost.
      if (number > fileLimits.maxRows && !/<(?:[\w.-]+:)?(?:v|is|f)[\s>]/.test(xml)) continue;
      if (number > fileLimits.maxRows)
        throw new BeyondLimit((words, name) => words.cellsFarBelow(name, number, fileLimits.maxRows));
      // A row or cell that is there twice has two meanings.
      if (this.rows.has(number)) throw new Error("damaged row");
      this.rows.set(number, xml);
      last = Math.max(last, number);
    }
    this.last = last;
    this.hasSharedFormulas = /<(?:[\w.-]+:)?f\s[^>]*t=["'](?:shared|array)/.test(sheetData);
  }

  get rowNumbers(): number[] {
    return [...this.rows.keys()];
  }

  /** The row as it was read; null when the file has none of that number. */
  text(rowNumber: number): string | null {
    return this.rows.get(rowNumber) ?? null;
  }

  /** The row taken apart; an empty one if the file has none of that number. */
  row(rowNumber: number): FileRow {
    const xml = this.rows.get(rowNumber);
    if (xml === undefined) return { attributes: ` r="${rowNumber}"`, cells: new Map() };
    const { tag, children } = parseElement(xml);
    const cells = new Map<number, string>();
    let previous = 0;
    for (const child of children) {
      if (child.name !== "c") continue;
      const reference = attribute(startTagAt(child.xml, 0).attributes, "r");
      previous = reference === null ? previous + 1 : columnOf(reference);
      cells.set(previous, child.xml);
    }
    // A row's cells may reach further now than `spans` says; it is only a hint for readers.
    const attributes = withAttribute(tag.attributes, "spans", null);
    return { attributes: withAttribute(attributes, "r", String(rowNumber)), cells };
  }
}

/** The 1-based column of a reference such as `AB12`. */
export function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference) {
    const place = letter.charCodeAt(0) - 64;
    if (place < 1 || place > 26) break;
    column = column * 26 + place;
  }
  return column;
}
