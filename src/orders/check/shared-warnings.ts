import type { Columns } from "../columns";
import { type OrderCells, sourceRow } from "../rows/order-cells";
import { type SharedField, sharedFields } from "../rows/shared-fields";
import type { SheetRow } from "../rows/sheet-row";
import { phoneDoubt } from "../values/phone";
import { idDoubt, isMasked, isPlaceholder } from "../values/placeholder";
import { zipDoubt } from "../values/zip";
import type { WarningDetail } from "./finding";

const letter = /\p{L}/u;

/** Looks at what the rows of an order share, and tells what a person should look at. */
export function warnOfShared(
  { shared, notes }: OrderCells,
  rows: readonly SheetRow[],
  columns: Columns,
): void {
  for (const field of sharedFields) {
    const text = shared[field];
    const columnIndex = columns.data[field];
    if (text === undefined || columnIndex === undefined) continue;
    const detail = doubtOf(field, text, shared.country);
    const row = detail && sourceRow(rows, field, columns);
    if (detail && row) notes.warn(row, columnIndex, field, detail);
  }
}

function doubtOf(field: SharedField, text: string, country: string | undefined): WarningDetail | null {
  if (isPlaceholder(text)) return { kind: "placeholder" };
  if (isMasked(text) && field !== "notes" && field !== "tags") return { kind: "masked" };
  switch (field) {
    case "phone":
    case "shipPhone":
      return phoneDoubt(text, country);
    case "zip":
      return zipDoubt(text, country);
    case "fullName":
    case "firstName":
    case "lastName":
    case "shipFullName":
    case "shipFirstName":
    case "shipLastName":
    case "city":
    case "province":
      return letter.test(text) ? null : { kind: "noLetter" };
    case "country":
      return /\d/.test(text) ? { kind: "countryDigits" } : null;
    case "customerId": {
      const kind = idDoubt(text);
      return kind && { kind };
    }
    default:
      return null;
  }
}
