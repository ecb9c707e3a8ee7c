import { fieldOf } from "../../src/orders/columns";
import { isStatusField } from "../../src/orders/field";
import { type KeptCell, wholeCell } from "../runtime/model/cell";
import { firstWideIndex, isArticleHeader, knownHeaderRow } from "./header-place";

/** What a cell of a row shows whose cells may stand under the wrong headers: Sheets' own word for what cannot be read. */
const unreadable = { error: "#ERROR!" } as const;
/** So many rows at least show a habit of the program that wrote them. */
const fewestRows = 3;

/** The header of a csv, for finding rows that do not fit under it. */
export class CsvHeader {
  readonly rowIndex: number;
  readonly texts: readonly string[];
  private readonly isKnown: boolean;
  /** The last column with a header of the user's own; the add-on's columns are not counted. */
  private readonly lastNamed: number;

  /** `rowTexts` gives the texts of a row by its 0-based index. */
  constructor(rowTexts: (rowIndex: number) => readonly string[], rowCount: number) {
    const known = knownHeaderRow(rowTexts, rowCount);
    this.isKnown = known !== null;
    this.rowIndex = known ? known.rowNumber - 1 : firstWideIndex(rowTexts, rowCount);
    this.texts = known?.texts ?? (rowCount === 0 ? [] : rowTexts(this.rowIndex));
    this.lastNamed = this.texts.reduce(
      (last, text, index) => (text.trim() !== "" && !isStatusHeader(text) ? index : last),
      -1,
    );
  }

  /**
   * Returns the indexes of the rows that are too wide: a delimiter in one of their cells has no quotes, so what stands right of
   * it stands under the wrong header. Such a row has a text right of the last header and under none, or an empty cell there
   * that other rows do not have.
   */
  tooWide(rowTexts: readonly (readonly string[])[]): number[] {
    const below = rowTexts.slice(this.rowIndex + 1).filter((texts) => texts.some((text) => text !== ""));
    const [first] = below;
    // Some programs end every row with a delimiter, but for the header.
    const allEndSo = below.length >= fewestRows && below.every((texts) => texts.length === first?.length);
    return rowTexts.flatMap((texts, index) => {
      if (index <= this.rowIndex) return [];
      const isLonger = texts.length > this.texts.length && !allEndSo;
      return isLonger || this.hasTextBeyond(texts) ? [index] : [];
    });
  }

  private hasTextBeyond(texts: readonly string[]): boolean {
    for (let index = this.lastNamed + 1; index < texts.length; index++) {
      if ((texts[index] ?? "").trim() !== "" && (this.texts[index] ?? "").trim() === "") return true;
    }
    return false;
  }

  /**
   * The cells of a row that is too wide, so that no program sends them: the quantity cannot be read, nor what may be taken
   * for an article, or, under headers that are not known, nothing but the first cell can. The Order ref stays: the other rows of its order must not go without it.
   * The first cell beyond the headers is filled too, so that the row is known for what it is in the result.
   */
  guarded(cells: readonly KeptCell[]): KeptCell[] {
    const quantity = this.texts.findIndex((text) => fieldOf(text) === "quantity");
    const isKnown = this.isKnown && this.texts.some(isArticleHeader);
    return cells.map((cell, index) => {
      const isGuarded =
        quantity >= 0
          ? index === quantity
          : isKnown
            ? isArticleHeader(this.texts[index] ?? "")
            : index > 0 && index <= this.lastNamed;
      const isMark = index === this.texts.length && typeof cell !== "string";
      return isGuarded || isMark ? { ...wholeCell(cell, "@"), value: unreadable } : cell;
    });
  }
}

/** The add-on's columns, by their names and by those that they get beside columns of the user's. */
function isStatusHeader(text: string): boolean {
  const field = fieldOf(text.trim().replace(/^bitbybit\s+/i, ""));
  return field !== undefined && isStatusField(field);
}
