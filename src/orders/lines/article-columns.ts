import type { Columns } from "../columns";
import { type ArticleNumber, articleField, articleNumbers, codeFields, type DataField } from "../field";

/** The columns of one article of a row: the plain ones, or those with the same number in their headers. */
export interface ArticleColumns {
  number: 1 | ArticleNumber;
  /** Those that the sheet has, the surest first. */
  codes: readonly { by: (typeof codeFields)[number]; field: DataField; columnIndex: number }[];
  quantityField: DataField;
  quantityColumn: number | undefined;
}

const known = new WeakMap<Columns, readonly ArticleColumns[]>();

/** The columns of a sheet's articles, the plain ones first. Found once for each reading of the header row. */
export function articleColumns(columns: Columns): readonly ArticleColumns[] {
  const found = known.get(columns);
  if (found !== undefined) return found;
  const numbers: (1 | ArticleNumber)[] = [1, ...articleNumbers];
  const all = numbers
    .map((number) => columnsOfArticle(columns, number))
    .filter(({ number, codes }) => number === 1 || codes.length > 0);
  known.set(columns, all);
  return all;
}

function columnsOfArticle(columns: Columns, number: 1 | ArticleNumber): ArticleColumns {
  const quantityField = articleField("quantity", number);
  const codes = codeFields.flatMap((by) => {
    const field = articleField(by, number);
    const columnIndex = columns.data[field];
    return columnIndex === undefined ? [] : [{ by, field, columnIndex }];
  });
  return { number, codes, quantityField, quantityColumn: columns.data[quantityField] };
}
