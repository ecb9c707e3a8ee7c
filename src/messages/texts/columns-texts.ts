import type { CatalogueFault } from "../../catalogue/read-catalogue";
import type { GivenColumn } from "../../orders/columns/given-columns";
import type { ColumnProposal } from "../../orders/columns/proposal";
import { type DataField, headerOf } from "../../orders/field";
import type { OtherColumn } from "../../plan/remarks";
import { columnLetter } from "../../text/a1";
import type { Words } from "../english/english";
import { quoted } from "../found-value";

/** How a sheet's columns are read. */
export function columnsTexts({ columns: words, amounts }: Words) {
  const groupText = (fields: readonly DataField[]): string => {
    const [first = "", ...others] = fields.map((field) => quoted(headerOf[field]));
    return others.length === 0 ? first : words.orOthers(first, others.join(", "));
  };
  return {
    saved: words.saved,
    /** Why a choice was not saved. `missing`: of each group one field is needed; none when the storage refused. */
    notSaved: (missing: readonly (readonly DataField[])[]): string =>
      missing.length === 0 ? words.refused : words.missing(missing.map(groupText).join(", ")),
    /** Columns that may each be the same field, a sentence a field. */
    conflicts: ({ conflicts }: Pick<ColumnProposal, "conflicts">): string[] =>
      conflicts.map(({ field, columnIndexes }) =>
        words.conflict(amounts.listed(columnIndexes.map(columnLetter)), quoted(headerOf[field])),
      ),
    /** Why a text such as `Zip=Kode Pos` gives no column. `given` is the text. */
    given: (given: string, why: Extract<GivenColumn, { ok: false }>["why"]): string =>
      words.given[why](quoted(given)),
    headersChanged: words.headersChanged,
    /** One column that is read, such as `Zip: column J "Kode Pos"`. */
    other: ({ field, columnIndex, header }: OtherColumn): string =>
      words.other(headerOf[field], columnLetter(columnIndex), quoted(header)),
    /** Why articles were not looked up; said once for a sheet. */
    catalogueFault: (why: CatalogueFault): string => words.articlesNotLookedUp(words.catalogueFaults[why]),
  };
}
