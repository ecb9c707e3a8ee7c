/** How the command line says that the columns of a sheet are to be read. */
export interface ColumnOptions {
  /** The row of the headers, 1-based; null for the saved or found one. */
  headerRow: number | null;
  /** `Field=Header` for each field that the user gives a column. */
  map: readonly string[];
  /** `Field=Value` for each field without a column that every row gets a value for. */
  defaults: readonly string[];
  /** Takes what is proposed without asking. */
  accept: boolean;
}
