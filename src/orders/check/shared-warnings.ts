import type { Columns } from "../columns";
import { displayedText } from "../rows/cell";
import { type OrderCells, sourceRow } from "../rows/order-cells";
import { type SharedField, sharedFields } from "../rows/shared-fields";
import type { SheetRow } from "../rows/sheet-row";
import { countryFacts } from "../values/country";
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
    if (!detail || !row) continue;
    if (detail.kind === "zipDigits" && hasPostalCodes(shared.country)) {
      const { rowNumber } = row;
      const found = displayedText(row, columnIndex);
      if (!notes.problems.some((one) => one.rowNumber === rowNumber && one.columnIndex === columnIndex))
        notes.problems.push({ kind: "zipDigits", rowNumber, columnIndex, field, found });
    } else notes.warn(row, columnIndex, field, detail);
  }
}

/** False for a country that is not listed: a few have no postal codes, and people write a word in their place. */
function hasPostalCodes(country: string | undefined): boolean {
  return country === undefined || countryFacts(country) !== null;
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
