import type { CatalogueFault } from "../../catalogue/read-catalogue";
import type { GivenColumn } from "../../orders/columns/given-columns";
import type { ColumnProposal } from "../../orders/columns/proposal";
import { type DataField, headerOf } from "../../orders/field";
import type { OtherColumn } from "../../plan/remarks";
import { columnLetter } from "../../text/a1";
import { quoted } from "../found-value";
import { listed } from "./amounts";

/** What became of a choice in the Columns tab. */
export const columnsTexts = {
  saved: "Saved: this sheet is read so from now on.",
  /** `missing`: of each group one field is needed; none when the storage refused. */
  notSaved: (missing: readonly (readonly DataField[])[]) =>
    missing.length === 0
      ? "Google did not keep the columns. Try again in a minute."
      : `Not saved. Still missing: ${missing.map(groupText).join(", ")}. Choose a column, or give a value for all rows.`,
};

/** Columns that may each be the same field, a sentence a field. */
export function conflictTexts({ conflicts }: Pick<ColumnProposal, "conflicts">): string[] {
  return conflicts.map(
    ({ field, columnIndexes }) =>
      `Columns ${listed(columnIndexes.map(columnLetter))} may each be ${quoted(headerOf[field])}: choose one.`,
  );
}

/** One column that is read, such as `Zip: column J "Kode Pos"`. */
export function otherColumnText({ field, columnIndex, header }: OtherColumn): string {
  return `${headerOf[field]}: column ${columnLetter(columnIndex)} ${quoted(header)}`;
}

/** Why the columns that were confirmed once are asked for again. */
export const headersChangedText =
  "The headers of this sheet are not those that you confirmed. Check how the columns are read, and confirm them again.";

/** Why a text such as `Zip=Kode Pos` gives no column. `given` is the text. */
export function givenColumnText(given: string, why: Extract<GivenColumn, { ok: false }>["why"]): string {
  switch (why) {
    case "shape":
      return `${quoted(given)} is not of the form Field=Header; type it like Zip=Kode Pos.`;
    case "field":
      return `${quoted(given)} names a field that does not exist; use a header of the add-on, such as Zip.`;
    case "header":
      return `${quoted(given)} names a header that the sheet does not have; check its spelling.`;
    case "repeated":
      return `${quoted(given)} names a header that stands there more than once; give the column's letter.`;
  }
}

/** Why articles were not looked up; said once for a sheet. */
export function catalogueText(why: CatalogueFault): string {
  return `Articles were not looked up: ${catalogueReasons[why]}`;
}

const catalogueReasons: Readonly<Record<CatalogueFault, string>> = {
  noKey: "there is no API key yet. Save one in Settings.",
  noRead: "this API key may not read products (scope products READ). Use one that may.",
  refused: "bitbybit refused the API key or the address. Check them in Settings.",
  rateLimit: "bitbybit's limit of requests is used up for the moment. Try again in a minute.",
  unreadable: "bitbybit's list of products could not be read. Try again later.",
  changing: "bitbybit's list of products changed while it was read. Try again.",
  tooMany: "the shop has very many products. Check each Variant ID yourself.",
};

function groupText(fields: readonly DataField[]): string {
  const [first, ...others] = fields.map((field) => headerOf[field]);
  return others.length === 0
    ? quoted(first ?? "")
    : `${quoted(first ?? "")} (or ${others.map(quoted).join(", ")})`;
}
