import { fieldOf } from "./columns";
import { plainHeader } from "./columns/header-form";
import { isNearName } from "./columns/near-name";
import { type DataField, type PlainField, plainFields } from "./field";

/** A header that is not read, and looks like one that would be. */
export interface SimilarHeader {
  field: DataField;
  columnIndex: number;
  found: string;
}

/** What teams call a column, besides slips of the pen; as `plainHeader` makes it. The Columns tab knows many more words. */
const otherNames: Partial<Record<PlainField, readonly string[]>> = {
  orderRef:
    "orderreference reference orderno ordernr ordercode ref invoice invoiceno nopesanan nomorpesanan noorder noinvoice".split(
      " ",
    ),
  customerId: ["customerno", "customernumber"],
  phone: ["phoneno", "phonenumber", "telephone", "mobile", "tel", "hp"],
  email: ["emailaddress", "mail"],
  variantId: ["variant", "productvariantid"],
  quantity: ["qty", "amount", "count"],
  address1: ["address", "street"],
  province: ["state"],
  zip: ["zipcode", "postcode", "postalcode"],
  notes: ["comment", "comments", "remark", "remarks"],
};

/** Fields that nobody misses beside others: a column that looks like one of them is not worth a word. */
const spare: ReadonlySet<DataField> = new Set<DataField>(["sku", "product", "fullName", "shipFullName"]);

/** For each column of the user's that the sheet lacks, a header that looks like its own. */
export function similarHeaders(headerRow: readonly string[]): SimilarHeader[] {
  const lacking = new Set(plainFields.filter((field) => !spare.has(field)));
  for (const header of headerRow) lacking.delete(fieldOf(header) as PlainField);
  const similar: SimilarHeader[] = [];
  headerRow.forEach((found, columnIndex) => {
    const plain = plainHeader(found);
    if (plain === "" || fieldOf(found)) return;
    const fields = [...lacking];
    const field =
      fields.find((one) => otherNames[one]?.includes(plain)) ?? fields.find((one) => isNearName(plain, one));
    if (!field) return;
    lacking.delete(field);
    similar.push({ field, columnIndex, found });
  });
  return similar;
}
