import type { Done } from "./answers";

/** A column of the user's sheet as the Columns tab shows it. */
export interface SheetColumn {
  /** Its letters: `C`. */
  column: string;
  /** The header as it stands in the sheet; may be empty. */
  header: string;
  /** The first few values that are not empty, as displayed, at most three, each at most 40 characters. */
  samples: string[];
}

/** A field of an order and where it is read from. */
export interface FieldColumn {
  /** The field's name in the code, such as `firstName`. */
  field: string;
  /** The field in the user's language. */
  label: string;
  /** The letters of the column it is read from; empty for none. */
  column: string;
  /**
   * Where `column` comes from: the field's own header name, a proposal that the user has not confirmed, or the user's
   * saved choice. `none` if there is no column.
   */
  source: "name" | "proposal" | "saved" | "none";
  /** True if every order needs it. */
  needed: boolean;
  /** Fields of which any one stands in for this one: `sku` for `variantId`. */
  insteadOf: string[];
  /** What is taken for every row if the field has no column; null for a field that can have no default. */
  defaultValue: string | null;
}

/** How the columns of one sheet are read. */
export interface ColumnsView {
  sheetId: number;
  sheetName: string;
  /** The row of the headers, 1-based. */
  headerRow: number;
  /** The platform whose export this looks like (`Shopee`), or empty. */
  platform: string;
  /** Stands for the header row as shown. */
  fingerprint: string;
  columns: SheetColumn[];
  fields: FieldColumn[];
  /** What else there is to know: two columns that both claim to be Phone, a saved column that is gone. */
  warnings: string[];
}

/** The columns, or why they cannot be told or saved, in words. */
export type ColumnsAnswer =
  | ({ ok: true; columns: ColumnsView } & { message?: string })
  | (Done & { ok: false });

/** What the user chose in the Columns tab; confirms every proposal that is in it. */
export interface ColumnsChoice {
  sheetId: number;
  fingerprint: string;
  headerRow: number;
  /** Each field with a column or a default; `defaultValue` is empty for a field with a column. */
  fields: { field: string; column: string; defaultValue: string }[];
}
