import type { CatalogueFault } from "../../catalogue/read-catalogue";
import type { GivenColumn } from "../../orders/columns/given-columns";

/** How a sheet's columns are read, in English. */
export const columns = {
  saved: "Saved: this sheet is read so from now on.",
  refused: "Google did not keep the columns. Try again in a minute.",
  missing: (groups: string) =>
    `Not saved. Still missing: ${groups}. Choose a column, or give a value for all rows.`,
  orOthers: (first: string, others: string) => `${first} (or ${others})`,
  conflict: (columns: string, header: string) => `Columns ${columns} may each be ${header}: choose one.`,
  /** Why a text such as `Zip=Kode Pos` gives no column. */
  given: {
    shape: (given: string) => `${given} is not of the form Field=Header; type it like Zip=Kode Pos.`,
    field: (given: string) =>
      `${given} names a field that does not exist; use a header of the add-on, such as Zip.`,
    header: (given: string) => `${given} names a header that the sheet does not have; check its spelling.`,
    repeated: (given: string) =>
      `${given} names a header that stands there more than once; give the column's letter.`,
  } satisfies Record<Extract<GivenColumn, { ok: false }>["why"], (given: string) => string>,
  headersChanged:
    "The headers of this sheet are not those that you confirmed. Check how the columns are read, and confirm them again.",
  /** One column that is read. */
  other: (header: string, column: string, found: string) => `${header}: column ${column} ${found}`,
  articlesNotLookedUp: (why: string) => `Articles were not looked up: ${why}`,
  /** Why articles were not looked up. */
  catalogueFaults: {
    noKey: "there is no API key yet. Save one in Settings.",
    noRead: "this API key may not read products (scope products READ). Use one that may.",
    refused: "bitbybit refused the API key or the address. Check them in Settings.",
    rateLimit: "bitbybit's limit of requests is used up for the moment. Try again in a minute.",
    unreadable: "bitbybit's list of products could not be read. Try again later.",
    changing: "bitbybit's list of products changed while it was read. Try again.",
    tooMany: "the shop has very many products. Check each Variant ID yourself.",
  } satisfies Record<CatalogueFault, string>,
};
